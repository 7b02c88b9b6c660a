/** Whether there is anything to check: in folders without an app for Apple's systems no server is started. */
import { Disposable, EventEmitter, FileType, languages, type TextDocument, Uri, workspace } from 'vscode';
import { configuresExpo } from './app-config';
import { codeSelector } from './documents';

/** Sources and projects; Objective-C has no extension of its own, but always a project. */
const codeFiles = '**/*.{swift,pbxproj}';
const otherFolders = '**/{node_modules,.git}/**';

export class Need {
  private readonly emitter = new EventEmitter<void>();
  /** Fires once at most. */
  readonly onDidArise = this.emitter.event;
  private hasArisen = false;
  private readonly subscriptions: Disposable;

  constructor() {
    this.subscriptions = Disposable.from(
      this.emitter,
      workspace.onDidOpenTextDocument((document) => this.see(document)),
      workspace.onDidChangeWorkspaceFolders(({ added }) => void this.look(added.map(({ uri }) => uri))),
    );
  }

  get isThere(): boolean {
    return this.hasArisen;
  }

  /** Looks at what is open. */
  start(): void {
    for (const document of workspace.textDocuments) this.see(document);
    void this.look((workspace.workspaceFolders ?? []).map(({ uri }) => uri));
  }

  /** Somebody asks for what only a server can tell. */
  demand(): void {
    if (this.hasArisen) return;
    this.hasArisen = true;
    this.emitter.fire();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private see(document: TextDocument): void {
    if (languages.match(codeSelector, document) > 0) this.demand();
  }

  private async look(folders: readonly Uri[]): Promise<void> {
    if (this.hasArisen || folders.length === 0) return;
    const answers = folders.flatMap((folder) => [hasProject(folder), hasExpoConfig(folder)]);
    // The search is for what the first look does not see.
    if ((await Promise.all(answers)).includes(true) || (await hasCode())) this.demand();
  }
}

async function hasProject(folder: Uri): Promise<boolean> {
  const entries = await unlessMissing(workspace.fs.readDirectory(folder));
  return (entries ?? []).some(([name, type]) => type === FileType.Directory && name.endsWith('.xcodeproj'));
}

async function hasExpoConfig(folder: Uri): Promise<boolean> {
  const config = await unlessMissing(workspace.fs.readFile(Uri.joinPath(folder, 'app.json')));
  return config !== undefined && configuresExpo(new TextDecoder().decode(config));
}

async function hasCode(): Promise<boolean> {
  return ((await unlessMissing(workspace.findFiles(codeFiles, otherFolders, 1))) ?? []).length > 0;
}

/** `undefined` for what is not there, or cannot be read. */
async function unlessMissing<T>(reading: Thenable<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch {
    return undefined;
  }
}
