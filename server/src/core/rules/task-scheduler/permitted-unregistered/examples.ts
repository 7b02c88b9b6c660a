import type { RuleExample } from '../../types';
import {
  example,
  identifiers,
  info,
  launching,
  launchingObjc,
  modes,
  registering,
  registeringObjc,
} from '../example-parts';

const handled = launching(registering('"com.example.app.refresh"'));

export const examples: readonly RuleExample[] = [
  example('bad', {
    ...handled,
    ...info(modes('fetch'), identifiers('com.example.app.refresh', '⟦com.example.app.old⟧')),
  }),
  example('bad', {
    ...launchingObjc(registeringObjc('@"com.example.app.refresh"')),
    ...info(modes('processing'), identifiers('com.example.app.refresh', '⟦com.example.app.old⟧')),
  }),
  example('good', { ...handled, ...info(modes('fetch'), identifiers('com.example.app.refresh')) }),
  example('good', {
    ...launchingObjc(registeringObjc('@"com.example.app.refresh"')),
    ...info(modes('fetch'), identifiers('com.example.app.refresh')),
  }),
  example('near-miss', {
    'Identifiers.swift': 'enum TaskID {\n    static let refresh = "com.example.app.refresh"\n}\n',
    ...launching(registering('TaskID.refresh')),
    ...info(modes('fetch'), identifiers('com.example.app.refresh')),
  }),
  example(
    'near-miss',
    {
      ...launching(registering('settings.identifier')),
      ...info(modes('fetch'), identifiers('com.example.app.refresh')),
    },
    'Nobody knows what is registered',
  ),
  example(
    'near-miss',
    {
      ...launching(registering('"com.example.app.export.video"')),
      ...info(identifiers('com.example.app.export.*')),
    },
    'A handler for one of many identifiers',
  ),
  example(
    'near-miss',
    {
      'pubspec.yaml': 'dependencies:\n  flutter:\n    sdk: flutter\n',
      ...info(identifiers('com.example.app.sync')),
    },
    'The other half of the app is not written in Swift',
  ),
];
