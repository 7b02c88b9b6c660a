import { appPlist, stringArray } from '../../example-files';
import type { RuleExample } from '../../types';

function example(kind: RuleExample['kind'], body: string, note?: string): RuleExample {
  return { kind, files: { 'Info.plist': appPlist(body) }, ...(note === undefined ? {} : { note }) };
}

const modes = (...values: readonly string[]) => stringArray('UIBackgroundModes', values);
const protocols = (...values: readonly string[]) =>
  stringArray('UISupportedExternalAccessoryProtocols', values);

export const examples: readonly RuleExample[] = [
  example('bad', modes('⟦external-accessory⟧')),
  example('bad', modes('audio', '⟦external-accessory⟧') + protocols(), 'an empty list'),
  example('good', modes('external-accessory') + protocols('com.example.printer')),
  example('near-miss', modes('bluetooth-central')),
  example('near-miss', modes('external-accessory', '$(MORE_MODES)'), 'what the build fills in is not known'),
];
