/** Examples of `invalid-background-mode`. */
import { appPlist, plist, stringArray, watchPlist } from '../../example-files';
import type { RuleExample } from '../../types';

type Kind = RuleExample['kind'];

function example(entry: string, kind: Kind, infoPlist: string, note?: string): RuleExample {
  return { kind, entry, files: { 'Info.plist': infoPlist }, ...(note === undefined ? {} : { note }) };
}

const app = (...values: readonly string[]) => appPlist(stringArray('UIBackgroundModes', values));
const watchModes = (...values: readonly string[]) => watchPlist(stringArray('UIBackgroundModes', values));
const sessions = (...values: readonly string[]) => watchPlist(stringArray('WKBackgroundModes', values));

export const examples: readonly RuleExample[] = [
  example('unknown-value', 'bad', app('⟦background-fetch⟧', '⟦picture-in-picture⟧')),
  example('unknown-value', 'bad', app('⟦adio⟧', '⟦remote-notifcation⟧'), 'Typing mistakes'),
  example('unknown-value', 'bad', app('⟦Audio⟧', '⟦remote_notification⟧', '⟦ fetch⟧'), 'Values are exact'),
  example('unknown-value', 'bad', app('⟦network-extension⟧'), 'It needs no mode'),
  example('unknown-value', 'bad', app('audio', '⟦pip⟧'), 'The right value is there already'),
  example('unknown-value', 'bad', app('⟦turbo⟧')),
  example('unknown-value', 'good', app('fetch', 'audio')),
  example(
    'unknown-value',
    'near-miss',
    app('$(EXTRA_MODE)', `$\{OTHER_MODE}`, 'screen-capture', 'network-authentication'),
    'What the build fills in is not known',
  ),
  example('unknown-value', 'near-miss', appPlist(stringArray('MyBackgroundModes', ['turbo'])), 'Another key'),
  example(
    'unknown-value',
    'near-miss',
    appPlist(`<key>Profile</key>\n<dict>\n${stringArray('UIBackgroundModes', ['turbo'])}</dict>`),
    'Not at the root',
  ),
  example('label-as-value', 'bad', app('⟦App plays audio or streams audio/video using AirPlay⟧')),
  example('label-as-value', 'bad', app('⟦Appregistersforlocationupdates⟧', '⟦Background fetch⟧')),
  example('label-as-value', 'good', app('audio', 'location')),
  example(
    'label-as-value',
    'near-miss',
    appPlist('<key>NSMicrophoneUsageDescription</key>\n<string>App plays audio</string>'),
  ),
  example('watch-unknown-value', 'bad', sessions('⟦smart-alarm⟧')),
  example(
    'watch-unknown-value',
    'bad',
    sessions('workout-processing', '⟦location⟧'),
    'A mode of the other key',
  ),
  example('watch-unknown-value', 'good', sessions('alarm')),
  example('watch-unknown-value', 'near-miss', sessions('workout-processing', 'underwater-depth')),
  example('watch-value-in-ui-modes', 'bad', watchModes('audio', '⟦workout-processing⟧')),
  example(
    'watch-value-in-ui-modes',
    'bad',
    app('⟦workout-processing⟧'),
    'An information outside of watch apps',
  ),
  example('watch-value-in-ui-modes', 'good', sessions('workout-processing')),
  example('watch-value-in-ui-modes', 'near-miss', watchModes('audio', 'location')),
  example('exclusive-watch-types', 'bad', sessions('mindfulness', 'workout-processing', '⟦alarm⟧')),
  example('exclusive-watch-types', 'good', sessions('mindfulness', 'workout-processing')),
  example('exclusive-watch-types', 'near-miss', sessions('alarm', 'underwater-depth')),
  example('obsolete', 'bad', app('⟦newsstand-content⟧')),
  example('obsolete', 'good', app('remote-notification')),
  example('obsolete', 'near-miss', appPlist('<key>Section</key>\n<string>newsstand-content</string>')),
  example('unsupported-platform', 'bad', watchModes('audio', '⟦fetch⟧', '⟦processing⟧')),
  example('unsupported-platform', 'good', watchModes('audio', 'location', 'bluetooth-central')),
  example('unsupported-platform', 'near-miss', app('fetch', 'processing', 'location')),
  {
    kind: 'near-miss',
    entry: 'unknown-value',
    note: 'A property list of another kind',
    files: { 'Settings.plist': plist(stringArray('Modes', ['turbo'])) },
  },
];
