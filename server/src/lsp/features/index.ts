/** Features that need nothing but an answer; diagnostics and what is told to the client without being asked are of the session. */

import { capabilityChanges } from './capabilities';
import { codeLens } from './code-lens';
import { completions } from './completion';
import { targetDescriptions } from './describe-target';
import { documentLinks } from './document-links';
import { documentSymbols } from './document-symbols';
import { executeCommand } from './execute-command';
import type { Feature } from './feature';
import { hovers } from './hover';
import { mechanismTables } from './mechanisms';
import { navigation } from './navigation';
import { newTasks } from './new-task';
import { renaming } from './rename';
import { tasks } from './tasks';

export const features: readonly Feature[] = [
  completions,
  hovers,
  navigation,
  renaming,
  targetDescriptions,
  documentSymbols,
  documentLinks,
  mechanismTables,
  capabilityChanges,
  newTasks,
  codeLens,
  executeCommand,
  tasks,
];
