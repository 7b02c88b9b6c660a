/**
 * What config plugins of Expo write into Info.plist and entitlements. The facts are from the published packages (the
 * plugin's own code in `plugin/build` or `lib`) and from the list of plugins that prebuild applies by itself:
 * https://github.com/expo/expo/blob/main/packages/%40expo/prebuild-config/src/plugins/withDefaultPlugins.ts
 */

/** When an effect happens; missing: always. */
export type ExpoCondition =
  /** One of the options is true; `onByDefault` names the one that is true when it is not given. */
  | { readonly anyOf: readonly string[]; readonly onByDefault?: string }
  /** The option is a list that holds the word. */
  | { readonly list: string; readonly holds: string };

export type ExpoEffect =
  /** Adds to an array of Info.plist. */
  | {
      readonly kind: 'items';
      readonly key: string;
      readonly items: readonly string[];
      readonly when?: ExpoCondition;
    }
  /** Sets a text of Info.plist or entitlements: that of the option if it is one; `false` sets nothing. */
  | {
      readonly kind: 'text';
      readonly file: 'info-plist' | 'entitlements';
      readonly key: string;
      readonly option: string;
      readonly text: string;
    };

export interface ExpoPlugin {
  /** As in the list `plugins`. */
  readonly name: string;
  /** Prebuild applies it, without options, as soon as the package is a dependency. */
  readonly isAutomatic?: true;
  readonly effects: readonly ExpoEffect[];
  readonly source: string;
}

const expo = 'https://github.com/expo/expo/tree/main/packages';
const community = 'https://github.com/expo/config-plugins/tree/main/packages';

function modes(items: readonly string[], when?: ExpoCondition): ExpoEffect {
  const effect = { kind: 'items', key: 'UIBackgroundModes', items } as const;
  return when === undefined ? effect : { ...effect, when };
}

function purpose(key: string, option: string, what: string): ExpoEffect {
  return { kind: 'text', file: 'info-plist', key, option, text: `Allow $(PRODUCT_NAME) to ${what}` };
}

const microphone = purpose('NSMicrophoneUsageDescription', 'microphonePermission', 'access your microphone');
const camera = purpose('NSCameraUsageDescription', 'cameraPermission', 'access your camera');
const photos = purpose('NSPhotoLibraryUsageDescription', 'photosPermission', 'access your photos');
const motion = (option: string) => purpose('NSMotionUsageDescription', option, 'detect your motion');
const calendars = (key: string) => purpose(key, 'calendarPermission', 'access your calendars');
const reminders = (key: string) => purpose(key, 'remindersPermission', 'access your reminders');
const faceId = purpose('NSFaceIDUsageDescription', 'faceIDPermission', 'use Face ID');
const pushes: ExpoEffect = {
  kind: 'text',
  file: 'entitlements',
  key: 'aps-environment',
  option: 'mode',
  text: 'development',
};

const bluetooth: readonly ExpoEffect[] = [
  modes(['bluetooth-central'], { list: 'modes', holds: 'central' }),
  modes(['bluetooth-peripheral'], { list: 'modes', holds: 'peripheral' }),
  purpose('NSBluetoothAlwaysUsageDescription', 'bluetoothAlwaysPermission', 'connect to bluetooth devices'),
];

/** Plugins whose names are not here may write anything. */
export const expoPlugins: readonly ExpoPlugin[] = [
  {
    name: 'expo-audio',
    effects: [
      modes(['audio'], {
        anyOf: ['enableBackgroundPlayback', 'enableBackgroundRecording'],
        onByDefault: 'enableBackgroundPlayback',
      }),
      microphone,
    ],
    source: `${expo}/expo-audio/plugin`,
  },
  { name: 'expo-av', isAutomatic: true, effects: [microphone], source: `${expo}/expo-av/plugin` },
  {
    name: 'expo-video',
    effects: [modes(['audio'], { anyOf: ['supportsBackgroundPlayback', 'supportsPictureInPicture'] })],
    source: `${expo}/expo-video/plugin`,
  },
  {
    name: 'react-native-video',
    effects: [modes(['audio'], { anyOf: ['enableBackgroundAudio'] })],
    source: 'https://github.com/TheWidlarzGroup/react-native-video',
  },
  {
    name: 'react-native-audio-api',
    effects: [modes(['audio'], { anyOf: ['iosBackgroundMode'], onByDefault: 'iosBackgroundMode' })],
    source: 'https://github.com/software-mansion/react-native-audio-api',
  },
  {
    name: 'expo-location',
    isAutomatic: true,
    effects: [
      modes(['location'], { anyOf: ['isIosBackgroundLocationEnabled'] }),
      purpose(
        'NSLocationAlwaysAndWhenInUseUsageDescription',
        'locationAlwaysAndWhenInUsePermission',
        'access your location',
      ),
      purpose('NSLocationAlwaysUsageDescription', 'locationAlwaysPermission', 'access your location'),
      purpose('NSLocationWhenInUseUsageDescription', 'locationWhenInUsePermission', 'access your location'),
      motion('motionUsagePermission'),
    ],
    source: `${expo}/expo-location/plugin`,
  },
  {
    name: 'expo-background-task',
    effects: [
      modes(['processing']),
      {
        kind: 'items',
        key: 'BGTaskSchedulerPermittedIdentifiers',
        items: ['com.expo.modules.backgroundtask.processing'],
      },
    ],
    source: `${expo}/expo-background-task/plugin`,
  },
  {
    name: 'expo-background-fetch',
    isAutomatic: true,
    effects: [modes(['fetch'])],
    source: `${expo}/expo-background-fetch/plugin`,
  },
  {
    name: 'expo-task-manager',
    isAutomatic: true,
    effects: [modes(['fetch'])],
    source: `${expo}/expo-task-manager/plugin`,
  },
  {
    name: 'expo-notifications',
    isAutomatic: true,
    effects: [modes(['remote-notification'], { anyOf: ['enableBackgroundRemoteNotifications'] }), pushes],
    source: `${expo}/expo-notifications/plugin`,
  },
  {
    name: 'onesignal-expo-plugin',
    effects: [modes(['remote-notification']), pushes],
    source: 'https://github.com/OneSignal/onesignal-expo-plugin',
  },
  {
    name: 'react-native-ble-plx',
    effects: bluetooth,
    source: 'https://github.com/dotintent/react-native-ble-plx',
  },
  {
    name: '@config-plugins/react-native-ble-plx',
    effects: bluetooth,
    source: `${community}/react-native-ble-plx`,
  },
  {
    name: '@config-plugins/react-native-callkeep',
    effects: [modes(['voip'])],
    source: `${community}/react-native-callkeep`,
  },
  {
    name: '@config-plugins/react-native-webrtc',
    effects: [camera, microphone],
    source: `${community}/react-native-webrtc`,
  },
  {
    name: 'react-native-background-geolocation',
    effects: [],
    source: 'https://github.com/transistorsoft/react-native-background-geolocation',
  },
  {
    name: 'expo-speech-recognition',
    effects: [
      purpose('NSSpeechRecognitionUsageDescription', 'speechRecognitionPermission', 'use speech recognition'),
      microphone,
    ],
    source: 'https://github.com/jamsch/expo-speech-recognition',
  },
  {
    name: 'expo-camera',
    isAutomatic: true,
    effects: [camera, microphone],
    source: `${expo}/expo-camera/plugin`,
  },
  {
    name: 'expo-image-picker',
    isAutomatic: true,
    effects: [photos, camera, microphone],
    source: `${expo}/expo-image-picker/plugin`,
  },
  {
    name: 'expo-media-library',
    isAutomatic: true,
    effects: [photos, purpose('NSPhotoLibraryAddUsageDescription', 'savePhotosPermission', 'save photos')],
    source: `${expo}/expo-media-library/plugin`,
  },
  {
    name: 'expo-sensors',
    isAutomatic: true,
    effects: [motion('motionPermission')],
    source: `${expo}/expo-sensors/plugin`,
  },
  {
    name: 'expo-contacts',
    isAutomatic: true,
    effects: [purpose('NSContactsUsageDescription', 'contactsPermission', 'access your contacts')],
    source: `${expo}/expo-contacts/plugin`,
  },
  {
    name: 'expo-tracking-transparency',
    effects: [purpose('NSUserTrackingUsageDescription', 'userTrackingPermission', 'track you')],
    source: `${expo}/expo-tracking-transparency/plugin`,
  },
  {
    name: 'expo-calendar',
    isAutomatic: true,
    effects: [
      calendars('NSCalendarsUsageDescription'),
      calendars('NSCalendarsFullAccessUsageDescription'),
      reminders('NSRemindersUsageDescription'),
      reminders('NSRemindersFullAccessUsageDescription'),
    ],
    source: `${expo}/expo-calendar/plugin`,
  },
  {
    name: 'expo-local-authentication',
    isAutomatic: true,
    effects: [faceId],
    source: `${expo}/expo-local-authentication/plugin`,
  },
  { name: 'expo-secure-store', effects: [faceId], source: `${expo}/expo-secure-store/plugin` },
  ...[
    'expo-apple-authentication',
    'expo-asset',
    'expo-build-properties',
    'expo-dev-client',
    'expo-font',
    'expo-localization',
    'expo-router',
    'expo-splash-screen',
    'expo-sqlite',
    'expo-updates',
    'expo-web-browser',
  ].map((name) => ({ name, effects: [], source: `${expo}/${name}` })),
];
