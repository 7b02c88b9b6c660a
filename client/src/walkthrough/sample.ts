/** The sample app: copied to where the person wants it, and opened there. */
import { commands, Disposable, l10n, type Memento, Uri, window, workspace } from 'vscode';
import type { Feature } from '../feature';
import { firstFile, sampleFiles, sampleFolder } from './sample-files';

/** Address of a copy whose window is about to open. */
const OPENING_KEY = 'backgroundModes.openingSample';

/** For keybindings and other extensions: what is given is not asked for. */
interface OpenSampleOptions {
  /** Address of the folder that the copy goes into. */
  readonly parent?: string;
  /** `false` writes the copy and leaves the window alone. */
  readonly isOpened?: boolean;
}

export const sampleCommand: Feature = ({ extension }) => {
  void showFirstFile(extension.globalState);
  return Disposable.from(
    commands.registerCommand('backgroundModes.openSample', (options?: OpenSampleOptions) =>
      openSample(extension.extensionUri, extension.globalState, options),
    ),
  );
};

/** Answers the folder of the copy; `undefined` when there is none. */
async function openSample(
  extension: Uri,
  memory: Memento,
  { parent, isOpened = true }: OpenSampleOptions = {},
): Promise<Uri | undefined> {
  const folder = parent === undefined ? await askForFolder() : Uri.parse(parent, true);
  if (folder === undefined) return undefined;
  const copy = Uri.joinPath(folder, sampleFolder);
  try {
    if (!(await exists(copy))) await copyFiles(Uri.joinPath(extension, 'sample'), copy);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('The sample could not be copied: {0}', reason));
    return undefined;
  }
  if (isOpened) await open(copy, memory);
  return copy;
}

async function askForFolder(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: l10n.t('Where to put the folder “{0}”?', sampleFolder),
      openLabel: l10n.t('Put the Sample Here'),
    })) ?? [];
  return folder;
}

/** A copy of former days, changed or not, is left as it is. */
async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** File by file: in a browser an extension can read its files, but not list or copy its folders. */
async function copyFiles(from: Uri, to: Uri): Promise<void> {
  for (const file of sampleFiles) {
    await workspace.fs.writeFile(
      Uri.joinPath(to, file),
      await workspace.fs.readFile(Uri.joinPath(from, file)),
    );
  }
}

/** In a window of its own when this one is in use. */
async function open(copy: Uri, memory: Memento): Promise<void> {
  if (isOpenHere(copy)) {
    await showFileOf(copy);
    return;
  }
  await memory.update(OPENING_KEY, copy.toString());
  const forceNewWindow = (workspace.workspaceFolders ?? []).length > 0;
  await commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
}

/** In the window that `open` has asked for. */
async function showFirstFile(memory: Memento): Promise<void> {
  const awaited = memory.get<string>(OPENING_KEY);
  if (awaited === undefined) return;
  const copy = Uri.parse(awaited, true);
  if (!isOpenHere(copy)) return;
  await memory.update(OPENING_KEY, undefined);
  await showFileOf(copy);
}

function isOpenHere(folder: Uri): boolean {
  return (workspace.workspaceFolders ?? []).some(({ uri }) => uri.toString() === folder.toString());
}

async function showFileOf(copy: Uri): Promise<void> {
  const uri = Uri.joinPath(copy, firstFile);
  if (await exists(uri)) await window.showTextDocument(uri, { preview: false });
}
