import type { RuleExample } from '../../types';
import {
  example,
  identifiers,
  info,
  launching,
  launchingObjc,
  registering,
  registeringObjc,
  submitting,
  submittingObjc,
} from '../example-parts';

const processing = 'BGProcessingTaskRequest';
const both = info(identifiers('com.example.app.refresh', 'com.example.app.clean-up'));

const scene = `import SwiftUI

@main struct ExampleApp: App {
    var body: some Scene {
        WindowGroup { RootView() }
            .backgroundTask(.appRefresh("com.example.app.refresh")) { scheduleNext() }
    }
}
`;

export const examples: readonly RuleExample[] = [
  example('bad', { 'Scheduling.swift': submitting('⟦"com.example.app.clean-up"⟧', processing), ...both }),
  example(
    'bad',
    {
      ...launching(registering('"com.example.app.refresh"')),
      'Scheduling.swift': submitting('⟦"com.example.app.clean-up"⟧', processing),
      ...both,
    },
    'Only the other one has a handler',
  ),
  example('bad', { 'Scheduler.m': submittingObjc('⟦@"com.example.app.refresh"⟧'), ...both }),
  example('good', {
    ...launching(registering('"com.example.app.clean-up"')),
    'Scheduling.swift': submitting('"com.example.app.clean-up"', processing),
    ...both,
  }),
  example('good', {
    ...launchingObjc(registeringObjc('@"com.example.app.refresh"')),
    'Scheduler.m': submittingObjc('@"com.example.app.refresh"'),
    ...both,
  }),
  example('near-miss', {
    'App.swift': scene,
    'Scheduling.swift': submitting('"com.example.app.refresh"'),
    ...both,
  }),
  example(
    'near-miss',
    {
      ...launching(`for identifier in identifiers {\n    ${registering('identifier')}\n}`),
      'Scheduling.swift': submitting('"com.example.app.refresh"'),
      ...both,
    },
    'Nobody knows which identifiers have handlers',
  ),
  example(
    'near-miss',
    { 'Scheduling.swift': submitting('"com.example.app.other"'), ...both },
    'It is not permitted: submitting fails with an error',
  ),
];
