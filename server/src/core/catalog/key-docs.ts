/**
 * Keys that matter to work in the background: what they are for, and what stands at them. What needs them is said in the
 * tables of the requirements.
 */
import { inventedEntitlement, permittedIdentifiers } from './background-keys';
import { exitsOnSuspendKey } from './deprecated-apis';
import type { KeyDoc } from './docs';

const appleDocs = 'https://developer.apple.com/documentation';
const keys = `${appleDocs}/bundleresources/information-property-list`;
const entitlements = `${appleDocs}/bundleresources/entitlements`;
const pushGuide = `${appleDocs}/usernotifications/registering-your-app-with-apns`;

const lists: readonly KeyDoc[] = [
  {
    key: 'UIBackgroundModes',
    file: 'info',
    value: 'strings',
    what: 'The reasons for which iOS may let this app run in the background. Each value allows one kind of work, and asks for more than the value.',
    promises: [],
    limits: [
      'Values that nothing in the app needs are a reason for rejection (guideline 2.5.4)',
      'Xcode does not generate it from a build setting: it has to stand in the file',
    ],
    since: { iOS: '4.0' },
    rules: ['unused-background-mode', 'invalid-background-mode', 'misplaced-background-modes'],
    links: [`${keys}/uibackgroundmodes`, `${appleDocs}/xcode/configuring-background-execution-modes`],
  },
  {
    key: 'WKBackgroundModes',
    file: 'info',
    value: 'strings',
    platforms: ['watchOS'],
    what: 'The kinds of sessions for which watchOS keeps this app running. An app declares one kind of extended runtime session; `workout-processing` may be added to it.',
    promises: [],
    limits: ['Sound, location, pushes and Bluetooth of a watch app stand in `UIBackgroundModes`'],
    since: { watchOS: '3.0' },
    rules: ['invalid-background-mode', 'alarm-session-start'],
    links: [`${keys}/wkbackgroundmodes`],
  },
  {
    key: permittedIdentifiers,
    file: 'info',
    value: 'strings',
    platforms: ['iOS', 'macCatalyst', 'tvOS', 'visionOS'],
    what: 'The identifiers of the tasks that this app may schedule. Registering or submitting any other one fails.',
    promises: [],
    limits: [
      'With this key the fetch callbacks from before iOS 13 are no longer called',
      'Only continued processing tasks take a wildcard, as the last component: `com.example.export.*`',
      'Identifiers of more than 128 characters are dropped',
    ],
    since: { iOS: '13.0' },
    rules: [
      'task-identifier-not-permitted',
      'permitted-identifier-without-launch-handler',
      'invalid-task-identifier',
      'legacy-fetch-disabled',
    ],
    links: [`${keys}/bgtaskschedulerpermittedidentifiers`],
  },
];

const switches: readonly KeyDoc[] = [
  {
    key: exitsOnSuspendKey,
    file: 'info',
    value: 'no',
    isObsolete: true,
    what: 'Ends the app when it leaves the foreground. iOS has ignored it since version 13.',
    promises: [],
    limits: [],
    rules: ['deprecated-background-api'],
    links: [`${keys}/uiapplicationexitsonsuspend`],
  },
  {
    key: 'NSLocationRequireExplicitServiceSession',
    file: 'info',
    value: 'yes',
    platforms: ['iOS', 'macCatalyst', 'watchOS', 'visionOS'],
    what: 'Location is delivered only while the app holds a `CLServiceSession`: there are no implicit ones any more.',
    promises: [],
    limits: ['Every place that uses the location needs a session then'],
    since: { iOS: '18.0' },
    rules: ['service-session-required'],
    links: [`${appleDocs}/corelocation/clservicesession`],
  },
  {
    key: 'UISupportedExternalAccessoryProtocols',
    file: 'info',
    value: 'strings',
    platforms: ['iOS'],
    what: 'The protocols of the MFi accessories that this app talks to, in reverse DNS notation.',
    promises: [],
    limits: ['The mode `external-accessory` does nothing without it'],
    since: { iOS: '3.0' },
    rules: ['external-accessory-without-protocols'],
    links: [`${keys}/uisupportedexternalaccessoryprotocols`],
  },
  {
    key: 'AVInitialRouteSharingPolicy',
    file: 'info',
    value: 'text',
    values: ['LongFormVideo'],
    platforms: ['iOS', 'macCatalyst'],
    what: 'Tells the system before the launch that this app plays long video, so that it can offer AirPlay first.',
    promises: [],
    limits: ['It goes with the route sharing policy `longFormVideo`'],
    since: { iOS: '13.0' },
    rules: ['long-form-policy-incomplete'],
    links: [`${appleDocs}/avfaudio/avaudiosession/routesharingpolicy-swift.enum`],
  },
];

function purpose(key: string, what: string, rest: Partial<KeyDoc> = {}): KeyDoc {
  return {
    key,
    file: 'info',
    value: 'text',
    what: `Why the app uses ${what}: iOS shows this text when it asks the person.`,
    promises: [],
    limits: ['An empty text, or one that says nothing, is a reason for rejection'],
    rules: ['missing-usage-description'],
    links: [`${keys}/${key.toLowerCase()}`],
    ...rest,
  };
}

const purposes: readonly KeyDoc[] = [
  purpose('NSMicrophoneUsageDescription', 'the microphone', {
    platforms: ['iOS', 'macCatalyst', 'visionOS', 'watchOS'],
  }),
  purpose('NSBluetoothAlwaysUsageDescription', 'Bluetooth', { since: { iOS: '13.0' } }),
  purpose('NSBluetoothPeripheralUsageDescription', 'Bluetooth', {
    isObsolete: true,
    limits: ['Only systems before iOS 13 look at it; later ones want `NSBluetoothAlwaysUsageDescription`'],
  }),
  purpose('NSLocationWhenInUseUsageDescription', 'the location while somebody uses it', {
    platforms: ['iOS', 'macCatalyst', 'watchOS', 'visionOS', 'tvOS'],
  }),
  purpose('NSLocationAlwaysAndWhenInUseUsageDescription', 'the location at all times', {
    platforms: ['iOS', 'macCatalyst', 'watchOS'],
    since: { iOS: '11.0' },
    limits: ['Always authorization needs `NSLocationWhenInUseUsageDescription` beside it'],
  }),
  purpose('NSLocationAlwaysUsageDescription', 'the location at all times', {
    isObsolete: true,
    limits: ['Only systems before iOS 11 look at it'],
  }),
  purpose('NSNearbyInteractionUsageDescription', 'the distance to devices nearby', {
    platforms: ['iOS'],
    since: { iOS: '15.0' },
  }),
  purpose('NSMotionUsageDescription', 'motion, or depth and pressure under water', {
    platforms: ['iOS', 'watchOS'],
  }),
  purpose('NSHealthShareUsageDescription', 'health data that it reads', {
    platforms: ['iOS', 'watchOS', 'visionOS'],
    rules: [],
  }),
  purpose('NSHealthUpdateUsageDescription', 'health data that it writes', {
    platforms: ['iOS', 'watchOS', 'visionOS'],
    rules: [],
  }),
];

const managed = 'Apple has to grant it first: ask for it in the developer account';
const noPush = 'Without it the app gets no token, and no push can be sent to it';
const health = ['iOS', 'watchOS', 'visionOS'] as const;

function entitlement(key: string, what: string, rest: Partial<KeyDoc> = {}): KeyDoc {
  return {
    key,
    file: 'entitlements',
    value: 'yes',
    what,
    promises: [],
    limits: [],
    rules: ['missing-entitlement'],
    links: [`${entitlements}/${key.toLowerCase()}`],
    ...rest,
  };
}

const pushEnvironment: Partial<KeyDoc> = {
  value: 'text',
  values: ['development', 'production'],
  limits: [
    noPush,
    'The App Store and TestFlight use `production`; Xcode changes the value when it exports the app',
  ],
  links: [pushGuide],
};

const rights: readonly KeyDoc[] = [
  entitlement('aps-environment', 'Lets the app register for pushes, silent and VoIP ones included.', {
    ...pushEnvironment,
    platforms: ['iOS', 'macCatalyst', 'tvOS', 'visionOS', 'watchOS'],
  }),
  entitlement(
    'com.apple.developer.aps-environment',
    'What `aps-environment` is on iOS, for apps of the Mac.',
    {
      ...pushEnvironment,
      platforms: ['macOS', 'macCatalyst'],
    },
  ),
  entitlement('com.apple.developer.push-to-talk', 'Lets the app join channels of Push to Talk.', {
    platforms: ['iOS'],
    since: { iOS: '16.0' },
  }),
  entitlement('com.apple.developer.healthkit', 'Lets the app ask for health data.', { platforms: health }),
  entitlement(
    'com.apple.developer.healthkit.background-delivery',
    'Lets HealthKit wake the app for new health data.',
    {
      platforms: health,
      since: { iOS: '15.0' },
      rules: ['missing-entitlement', 'background-delivery-without-observer'],
    },
  ),
  entitlement(
    'com.apple.developer.background-tasks.continued-processing.gpu',
    'Lets continued processing tasks use the GPU in the background.',
    {
      platforms: ['iOS'],
      since: { iOS: '26.0' },
      limits: ['Not every device offers its GPU in the background: ask `supportedResources` first'],
      rules: ['unchecked-hardware-support', 'missing-entitlement'],
    },
  ),
  entitlement(
    'com.apple.developer.backgroundtasks.healthresearch',
    'Lets an app for health studies run health research tasks.',
    {
      platforms: ['iOS'],
      since: { iOS: '17.0' },
      limits: [managed],
      links: [`${appleDocs}/backgroundtasks/bghealthresearchtask`],
    },
  ),
  entitlement(
    'com.apple.developer.networking.HotspotHelper',
    'Lets the app sign the device in to networks.',
    {
      platforms: ['iOS'],
      limits: [managed],
      links: [`${appleDocs}/networkextension/nehotspothelper/register(options:queue:handler:)`],
    },
  ),
  entitlement(
    'com.apple.developer.submerged-shallow-depth-and-pressure',
    'Lets a watch app measure depth and pressure down to 6 metres.',
    { platforms: ['watchOS'], links: [`${appleDocs}/coremotion/accessing-submersion-data`] },
  ),
  entitlement(
    'com.apple.developer.submerged-depth-and-pressure',
    'Lets a watch app measure depth and pressure down to 40 metres.',
    {
      platforms: ['watchOS'],
      limits: [managed],
      links: [`${appleDocs}/coremotion/accessing-submersion-data`],
    },
  ),
  entitlement(
    'com.apple.developer.avfoundation.multitasking-camera-access',
    'Lets the app use the camera while others are on the screen too, as in Picture in Picture of a call.',
    {
      platforms: ['iOS'],
      limits: ['Since iOS 16 calling apps have the camera without it'],
      since: { iOS: '13.5' },
      rules: [],
    },
  ),
  entitlement(
    'com.apple.developer.location.push',
    'Lets an extension of the app be woken by pushes that ask for the location.',
    { platforms: ['iOS'], limits: [managed], since: { iOS: '15.0' }, rules: [] },
  ),
  entitlement(inventedEntitlement, 'There is no such entitlement, though many believe it.', {
    isObsolete: true,
    limits: ['Background modes stand in the Info.plist, as values of `UIBackgroundModes`'],
    rules: ['misplaced-background-modes'],
    links: [`${keys}/uibackgroundmodes`],
  }),
];

export const keyDocs: readonly KeyDoc[] = [...lists, ...switches, ...purposes, ...rights];
