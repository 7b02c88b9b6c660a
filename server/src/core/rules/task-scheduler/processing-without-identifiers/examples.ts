import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

function example(kind: RuleExample['kind'], files: RuleExample['files'], note?: string): RuleExample {
  return { kind, files, ...(note === undefined ? {} : { note }) };
}

const modes = (...values: readonly string[]) => stringArray('UIBackgroundModes', values);
const identifiers = (...values: readonly string[]) =>
  stringArray('BGTaskSchedulerPermittedIdentifiers', values);
const info = (...bodies: readonly string[]) => ({ 'Info.plist': appPlist(bodies.join('')) });

export const examples: readonly RuleExample[] = [
  example('bad', info(modes('⟦processing⟧'))),
  example('bad', info(modes('fetch', '⟦processing⟧'), identifiers()), 'An empty list'),
  example('good', info(modes('processing'), identifiers('com.example.app.clean-up'))),
  example('near-miss', info(modes('fetch', 'remote-notification')), 'App refresh asks for none'),
  example('near-miss', info(modes('processing', '$(MORE_MODES)')), 'What the build fills in is not known'),
  example('near-miss', info(modes('processing'), identifiers('$(PRODUCT_BUNDLE_IDENTIFIER).clean-up'))),
];
