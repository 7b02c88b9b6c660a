/** created-too-late-for-background-launch: nothing but the user interface makes what a launch in the background needs. */
import { type AppCode, appCodeRule } from '../../app-code';
import { meta } from './meta';

interface Launched {
  readonly entry: string;
  /** What has to be there when the app is launched. */
  readonly row: string;
  /** Only where the app uses this too. */
  readonly beside?: string;
  /** One of these made in time will do. */
  readonly orElse?: string;
  readonly message: string;
}

const launched: readonly Launched[] = [
  {
    entry: 'push-registry',
    row: 'push-registry',
    message:
      'Push registry is made by the user interface alone: when a push launches the app there may be none, and the push is lost',
  },
  {
    entry: 'push-to-talk-manager',
    row: 'channel-manager',
    message:
      'Channel manager is made by the user interface alone: after a relaunch nobody restores the channel, and its pushes are lost',
  },
  {
    entry: 'location-monitoring',
    row: 'launching-location-start',
    orElse: 'location-manager',
    message:
      'Only the user interface sets up location: when an event launches the app in the background nobody may take it',
  },
  {
    entry: 'health-observer',
    row: 'launching-observer-query',
    beside: 'health-background-delivery',
    message:
      'Observer query is made by the user interface alone: when HealthKit launches the app there may be none, and the update is lost',
  },
];

export const createdTooLateRule = appCodeRule(meta, (app) => {
  for (const each of launched) checkLaunched(app, each);
});

function checkLaunched(app: AppCode, { entry, row, beside, orElse, message }: Launched): void {
  if (beside !== undefined && !app.has(beside)) return;
  const uses = app.uses(row);
  if (![...uses, ...(orElse === undefined ? [] : app.uses(orElse))].every(({ use }) => use.detail === 'late'))
    return;
  for (const { uri, use } of uses) app.report({ entry, uri, range: use.range, message });
}
