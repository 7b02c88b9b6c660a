/** All features but the server, the checklist and the status item, which the others build on. */
import { capabilityCommands } from './capabilities/commands';
import { checklistCommands } from './checklist/commands';
import { TargetDocuments } from './checklist/target-documents';
import type { Feature } from './feature';
import { mechanismChooser } from './mechanisms/chooser';
import { newTaskCommand } from './new-task/command';
import { taskCommands } from './tasks/commands';
import { walkthrough } from './walkthrough';

export const features: readonly Feature[] = [
  checklistCommands,
  ({ server, model }) => new TargetDocuments(server, model),
  taskCommands,
  mechanismChooser,
  capabilityCommands,
  newTaskCommand,
  walkthrough,
];
