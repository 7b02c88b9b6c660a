import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { EXTENSION_ID, eventually, extensionApi, findingIn, openSample } from './editor';

describe('the extension', () => {
  it('activates by itself in a folder with an Xcode project', async () => {
    const startedAt = performance.now();
    await eventually('the activation', () =>
      vscode.extensions.getExtension(EXTENSION_ID)?.isActive ? true : undefined,
    );
    await extensionApi();
    const { uri } = await openSample('PodcastPlayer/Playback/PlaybackController.swift');
    await findingIn(uri, 'missing-background-mode');
    console.log(`first finding ${(performance.now() - startedAt).toFixed(0)} ms after the first test began`);
  });

  it('offers its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['restartServer', 'showChecklist', 'showOutput']) {
      assert.ok(commands.includes(`backgroundModes.${name}`), name);
    }
  });

  it('finds the same again after a restart of the server', async () => {
    const { uri } = await openSample('PodcastPlayer/Playback/PlaybackController.swift');
    await findingIn(uri, 'missing-background-mode');
    await vscode.commands.executeCommand('backgroundModes.restartServer');
    await findingIn(uri, 'missing-background-mode');
  });

  it('withdraws its findings when it is switched off, and returns when it is switched on', async () => {
    const { uri } = await openSample('PodcastPlayer/Playback/PlaybackController.swift');
    const settings = vscode.workspace.getConfiguration('backgroundModes');
    await settings.update('enable', false, vscode.ConfigurationTarget.Global);
    await eventually('no findings at all', () =>
      vscode.languages.getDiagnostics(uri).length === 0 ? true : undefined,
    );
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
    await findingIn(uri, 'missing-background-mode');
  });
});
