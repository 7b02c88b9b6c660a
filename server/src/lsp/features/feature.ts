/** A feature of the server: what it announces, and how it answers. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { ClientSupport } from '../client-support';
import type { Folders } from '../folders';
import type { Services } from '../services';
import type { UpdateLoop } from '../sync/update-loop';

export interface FeatureContext {
  readonly services: Services;
  readonly folders: Pick<Folders, 'uris'>;
  readonly loop: Pick<UpdateLoop, 'isLoading'>;
}

export interface Feature {
  /** Missing for what is not part of LSP. */
  capabilities?(client: ClientSupport): Partial<ServerCapabilities>;
  /** Registers its handlers, each wrapped in `request`. */
  listen(context: FeatureContext): void;
  /** Something in the workspace has changed, and all that follows from it is known. */
  updated?(context: FeatureContext): void;
}
