import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { mistakes } from '../../support/sample-app';
import { EXTENSION_ID, eventually, extensionApi, findingIn, openSample } from './editor';
import { serverProcess } from './processes';

const { file, rule } = mistakes.missingMode;

describe('the extension', () => {
  it('activates by itself in a folder with an Xcode project', async () => {
    await eventually('the activation', () =>
      vscode.extensions.getExtension(EXTENSION_ID)?.isActive ? true : undefined,
    );
    await extensionApi();
    const { uri } = await openSample(file);
    await findingIn(uri, rule);
    // The clock of the extension host starts with its process.
    console.log(`first finding ${performance.now().toFixed(0)} ms after the start of the extension host`);
  });

  it('offers its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['restartServer', 'showChecklist', 'showOutput', 'openSample', 'openWalkthrough']) {
      assert.ok(commands.includes(`backgroundModes.${name}`), name);
    }
  });

  it('finds the same again after a restart of the server', async () => {
    const { uri } = await openSample(file);
    await findingIn(uri, rule);
    await vscode.commands.executeCommand('backgroundModes.restartServer');
    await findingIn(uri, rule);
  });

  it('finds the same again when the server died', async () => {
    const { uri } = await openSample(file);
    await findingIn(uri, rule);
    const before = await eventually('a server', serverProcess);
    process.kill(before, 'SIGKILL');
    await eventually('another server', () => {
      const now = serverProcess();
      return now === before ? undefined : now;
    });
    await findingIn(uri, rule);
  });

  it('withdraws its findings when it is switched off, and returns when it is switched on', async () => {
    const { uri } = await openSample(file);
    const settings = vscode.workspace.getConfiguration('backgroundModes');
    await settings.update('enable', false, vscode.ConfigurationTarget.Global);
    await eventually('no findings at all', () =>
      vscode.languages.getDiagnostics(uri).length === 0 ? true : undefined,
    );
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
    await findingIn(uri, rule);
  });
});
