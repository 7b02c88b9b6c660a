import type { Connection } from 'vscode-languageserver';
import type { Logger } from '../core/ports';
import type { Workspace } from '../core/workspace-types';
import type { ClientSupport } from './client-support';
import { DiagnosticConverter, type RulePage } from './convert/diagnostic';
import { Positions } from './convert/positions';
import { WorkspaceEditConverter } from './convert/workspace-edit';
import { allLenses, type LensPreference } from './settings';
import { Documents } from './sync/documents';
import { Revision } from './sync/settled';

/** What every feature of one connection shares. */
export interface Services {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly revision: Revision;
  readonly positions: Positions;
  readonly diagnostics: DiagnosticConverter;
  readonly edits: WorkspaceEditConverter;
  /** Address of the page that explains a rule. */
  readonly rulePage: RulePage;
  readonly logger: Logger;
  readonly preferences: Preferences;
}

/** What the person has set for the features; the newest settings. */
export interface Preferences {
  lenses: LensPreference;
}

export function createServices(
  connection: Connection,
  client: ClientSupport,
  workspace: Workspace,
  logger: Logger,
  rulePage: RulePage,
): Services {
  const documents = new Documents(workspace);
  const positions = new Positions(workspace, documents);
  return {
    connection,
    client,
    workspace,
    documents,
    revision: new Revision(),
    positions,
    diagnostics: new DiagnosticConverter(positions, client, rulePage),
    edits: new WorkspaceEditConverter(workspace, documents, positions, client),
    rulePage,
    logger,
    preferences: { lenses: allLenses },
  };
}
