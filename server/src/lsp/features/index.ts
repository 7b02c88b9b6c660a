/** Features that need nothing but an answer; diagnostics and what is told to the client without being asked are of the session. */

import { codeLens } from './code-lens';
import { targetDescriptions } from './describe-target';
import { documentSymbols } from './document-symbols';
import { executeCommand } from './execute-command';
import type { Feature } from './feature';
import { hovers } from './hover';
import { mechanismTables } from './mechanisms';
import { tasks } from './tasks';

export const features: readonly Feature[] = [
  hovers,
  targetDescriptions,
  documentSymbols,
  mechanismTables,
  codeLens,
  executeCommand,
  tasks,
];
