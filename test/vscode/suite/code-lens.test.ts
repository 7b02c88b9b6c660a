import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { infoPlist, task } from '../../support/sample-app';
import { eventually, openSample, sampleUri } from './editor';

const launch =
  'e -l objc -- (void)[[BGTaskScheduler sharedScheduler] _simulateLaunchForTaskWithIdentifier:@"com.example.podcastplayer.refresh"]';

async function lenses(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
}

function lens(uri: vscode.Uri, title: string): Promise<vscode.Command> {
  return eventually(
    title,
    async () => (await lenses(uri)).find(({ command }) => command?.title === title)?.command,
  );
}

async function run({ command, arguments: given = [] }: vscode.Command): Promise<void> {
  await vscode.commands.executeCommand(command, ...given);
}

function opened(path: string): Promise<true> {
  return eventually(path, () =>
    vscode.window.activeTextEditor?.document.fileName.endsWith(path) ? true : undefined,
  );
}

describe('code lenses', () => {
  it('copy the line that a debugger runs', async () => {
    const { uri } = await openSample(task.file);
    await vscode.env.clipboard.writeText('');
    await run(await lens(uri, 'Copy simulate-launch command'));
    assert.equal(await vscode.env.clipboard.readText(), launch);
  });

  it('have a command beside them that copies the line without a look at the code', async () => {
    await vscode.env.clipboard.writeText('');
    const copied = vscode.commands.executeCommand('backgroundModes.copySimulateLaunch');
    await eventually('the line', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await vscode.env.clipboard.readText()) === launch ? true : undefined;
    });
    await copied;
  });

  it('lead to the other half of a task', async () => {
    const { uri } = await openSample(task.file);
    await run(await lens(uri, 'Permitted in Info.plist'));
    await opened(infoPlist);
  });

  it('are above background modes', async () => {
    const { uri } = await openSample(infoPlist);
    const { command } = await lens(uri, 'Used by 1 place');
    assert.equal(command, 'backgroundModes.showPlaces');
  });

  it('can be switched off by kind', async () => {
    const { uri } = await openSample(task.file);
    await lens(uri, 'Copy simulate-launch command');
    const settings = vscode.workspace.getConfiguration('backgroundModes');
    await settings.update('codeLens', { tasks: false }, vscode.ConfigurationTarget.Global);
    try {
      await eventually('no lens on the registration', async () =>
        (await lenses(uri)).some(({ command }) => command?.title.startsWith('Copy')) ? undefined : true,
      );
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
    await lens(uri, 'Copy simulate-launch command');
  });
});

describe('the outline', () => {
  it('has the keys of a property list', async () => {
    const { uri } = await openSample(infoPlist);
    const symbols = await eventually('the outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return found?.some(({ name }) => name === 'UIBackgroundModes') ? found : undefined;
    });
    const modes = symbols.find(({ name }) => name === 'UIBackgroundModes');
    assert.ok(modes?.children.some(({ name }) => name === 'fetch'));
  });
});

describe('links', () => {
  it('lead from the project to its files', async () => {
    const { uri } = await openSample('PodcastPlayer.xcodeproj/project.pbxproj');
    const target = sampleUri(infoPlist).toString();
    await eventually('a link to Info.plist', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        uri,
      );
      return links.find((link) => link.target?.toString() === target);
    });
  });
});
