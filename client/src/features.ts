/** All features but the server, the checklist and the status item, which the others build on. */
import { checklistCommands } from './checklist/commands';
import { TargetDocuments } from './checklist/target-documents';
import type { Feature } from './feature';
import { taskCommands } from './tasks/commands';
import { walkthrough } from './walkthrough';

export const features: readonly Feature[] = [
  checklistCommands,
  ({ server, model }) => new TargetDocuments(server, model),
  taskCommands,
  walkthrough,
];
