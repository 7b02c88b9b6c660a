/** Lines for the debugger that make iOS launch a scheduled task, or let its time run out. */
import { simulations } from '../../catalog/entry-points';

export type Simulation = keyof typeof simulations;

/** `undefined` for identifiers that do not fit into a literal as they are: nobody has one. */
export function simulationCommand(simulation: Simulation, identifier: string): string | undefined {
  if (!/^[^"\\\p{Cc}]+$/u.test(identifier)) return undefined;
  const { [simulation]: method } = simulations;
  return `e -l objc -- (void)[[BGTaskScheduler sharedScheduler] ${method}:@"${identifier}"]`;
}
