/** Explanations of goals and mechanisms: read-only documents that are shown as rendered Markdown. */
import { commands, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { type Mechanisms, mechanismsMethod } from '../protocol';
import type { Server } from '../server';

const SCHEME = 'background-modes-mechanism';

export class MechanismPages implements TextDocumentContentProvider {
  private readonly registration;

  constructor(private readonly server: Server) {
    this.registration = workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const { goals, mechanisms } = await this.server.request<Mechanisms>(mechanismsMethod, {});
    return [...goals, ...mechanisms].find(({ id }) => id === query)?.page ?? '';
  }

  /** `id`: of a goal or a mechanism. */
  async show({ id, title }: { readonly id: string; readonly title: string }): Promise<void> {
    const path = `/${title.replaceAll('/', '-')}.md`;
    await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path, query: id }));
  }

  dispose(): void {
    this.registration.dispose();
  }
}
