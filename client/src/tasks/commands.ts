/** What lenses do, and the same from the command palette: places, and lines for the debugger. */
import { commands, Disposable, env, Location, l10n, Position, Range, Uri, window } from 'vscode';
import type { Feature } from '../feature';
import {
  type CopyParams,
  copyTextCommand,
  type LinePosition,
  type Place,
  type ShowPlacesParams,
  showPlacesCommand,
  type Task,
  tasksMethod,
} from '../protocol';
import type { Server } from '../server';

/** How long the status bar tells what to do with a copied line. */
const MESSAGE_MILLISECONDS = 8000;

type Simulation = CopyParams['simulation'];

export const taskCommands: Feature = ({ server }) =>
  Disposable.from(
    commands.registerCommand(copyTextCommand, (params: CopyParams) => copy(params)),
    commands.registerCommand(showPlacesCommand, (params: ShowPlacesParams) => showPlaces(params)),
    commands.registerCommand('backgroundModes.copySimulateLaunch', () => pickAndCopy(server, 'launch')),
    commands.registerCommand('backgroundModes.copySimulateExpiration', () =>
      pickAndCopy(server, 'expiration'),
    ),
  );

async function copy({ text, simulation }: CopyParams): Promise<void> {
  await env.clipboard.writeText(text);
  const message =
    simulation === 'launch'
      ? l10n.t('Copied. Pause the app on a device after it has submitted, paste at (lldb), continue')
      : l10n.t('Copied. Pause the app on a device while the task runs, paste at (lldb), continue');
  window.setStatusBarMessage(`$(clippy) ${message}`, MESSAGE_MILLISECONDS);
}

/** One place is opened, several are listed where the person is. */
async function showPlaces({ uri, position, places }: ShowPlacesParams): Promise<void> {
  const [first, ...others] = places.map(toLocation);
  if (first === undefined) return;
  if (others.length === 0) {
    await commands.executeCommand('vscode.open', first.uri, { selection: first.range });
  } else {
    const from = toPosition(position);
    await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), from, [first, ...others]);
  }
}

async function pickAndCopy(server: Server, simulation: Simulation): Promise<void> {
  const tasks = await server.request<readonly Task[]>(tasksMethod);
  if (tasks.length === 0) {
    void window.showInformationMessage(
      l10n.t('No scheduled task was found whose identifier is known in this workspace.'),
    );
    return;
  }
  const picked = await window.showQuickPick(
    tasks.map((task) => ({ label: task.identifier, description: task.targets.join(', '), task })),
    {
      title:
        simulation === 'launch'
          ? l10n.t('Copy Simulate-Launch Command')
          : l10n.t('Copy Simulate-Expiration Command'),
      placeHolder: l10n.t('Which task?'),
    },
  );
  if (picked !== undefined) await copy({ text: picked.task.commands[simulation], simulation });
}

function toLocation({ uri, range }: Place): Location {
  return new Location(Uri.parse(uri), new Range(toPosition(range.start), toPosition(range.end)));
}

function toPosition({ line, character }: LinePosition): Position {
  return new Position(line, character);
}
