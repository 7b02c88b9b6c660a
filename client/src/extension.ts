/** The extension: VS Code on one side, the language server on the other, no analysis here. */
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { ChecklistModel } from './checklist/model';
import { Ticks } from './checklist/ticks';
import { ChecklistView } from './checklist/view';
import { features } from './features';
import { Need } from './need';
import { type CreateClient, Server } from './server';
import { createStatusItem } from './status';

const ENABLE_SETTING = 'backgroundModes.enable';

/** What other extensions, and the tests inside of the editor, may ask. */
export interface ExtensionApi {
  readonly checklist: ChecklistView;
}

let server: Server | undefined;

/** What both entry points, `node/main.ts` and `browser/main.ts`, do; they differ in where the server runs. */
export function activateWith(createClient: CreateClient, context: ExtensionContext): ExtensionApi {
  const output = window.createOutputChannel('Background Modes', { log: true });
  const running = new Server(context, output, createClient);
  server = running;
  const need = new Need();
  const model = new ChecklistModel(running);
  const checklist = new ChecklistView(model, new Ticks(context.workspaceState));

  context.subscriptions.push(
    output,
    need,
    need.onDidArise(() => void followSetting(running, need)),
    model,
    checklist,
    createStatusItem(model),
    commands.registerCommand('backgroundModes.restartServer', () => restart(running, need)),
    commands.registerCommand('backgroundModes.showChecklist', () => {
      need.demand();
      return checklist.focus();
    }),
    commands.registerCommand('backgroundModes.showOutput', () => output.show(true)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(ENABLE_SETTING)) void followSetting(running, need);
    }),
  );
  const shared = { extension: context, server: running, model, checklist, output };
  context.subscriptions.push(...features.map((feature) => feature(shared)));
  // Not awaited: activation ends at once, the status item shows how the start goes.
  need.start();
  return { checklist };
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}

async function followSetting(running: Server, need: Need): Promise<void> {
  if (!workspace.getConfiguration().get(ENABLE_SETTING, true)) await running.stop();
  else if (need.isThere) await running.start();
}

/** What was not needed before is wanted now. */
async function restart(running: Server, need: Need): Promise<void> {
  if (need.isThere) await running.restart();
  else need.demand();
}
