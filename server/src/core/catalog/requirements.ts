/** Which API needs which background mode. Facts with their sources; texts are shown as they stand. */
import type { ModeRequirement } from './requirement-types';

const appleDocs = 'https://developer.apple.com/documentation';
const modesGuide = `${appleDocs}/xcode/configuring-background-execution-modes`;
const watchModes = `${appleDocs}/bundleresources/information-property-list/wkbackgroundmodes`;

const audio: readonly ModeRequirement[] = [
  {
    entry: 'audio-picture-in-picture',
    apis: ['pip-controller'],
    key: 'UIBackgroundModes',
    anyOf: ['audio'],
    platforms: ['iOS', 'tvOS', 'visionOS'],
    // The content source may be that of a video call.
    alsoAccepts: { detail: 'content-source', modes: ['voip'] },
    subject: 'Picture in Picture needs',
    effect: 'it never becomes possible',
    sources: [modesGuide, `${appleDocs}/avkit/avpictureinpicturecontroller`],
  },
  {
    entry: 'audio-now-playing',
    apis: ['now-playing'],
    key: 'UIBackgroundModes',
    anyOf: ['audio'],
    // On tvOS the remote sends these commands to every player in front.
    platforms: ['iOS', 'visionOS', 'watchOS'],
    condition: { together: { api: 'audio-session-category', details: ['playback', 'playAndRecord'] } },
    subject: 'Playback that goes on in the background needs',
    effect: 'the app is suspended and falls silent when it leaves the foreground',
    sources: [modesGuide, `${appleDocs}/avfoundation/configuring-your-app-for-media-playback`],
  },
  {
    entry: 'audio-airplay',
    apis: ['airplay-ui'],
    key: 'UIBackgroundModes',
    anyOf: ['audio'],
    platforms: ['iOS', 'tvOS', 'visionOS'],
    subject: 'AirPlay in the background needs',
    effect: 'the stream stops when the device is locked or the app leaves the foreground',
    sources: [modesGuide],
  },
  {
    entry: 'audio-ima-ads',
    apis: ['ima-background-ads'],
    key: 'UIBackgroundModes',
    anyOf: ['audio'],
    platforms: ['iOS'],
    subject: 'Ads that play on in the background need',
    effect: 'enableBackgroundPlayback has no effect',
    sources: ['https://developers.google.com/interactive-media-ads/docs/sdks/ios/background_ad_playback'],
  },
  {
    entry: 'audio-jw-ads',
    apis: ['jw-background-ads'],
    key: 'UIBackgroundModes',
    anyOf: ['audio'],
    platforms: ['iOS'],
    subject: 'Ads that play on in the background need',
    effect: 'allowsBackgroundPlayback has no effect',
    sources: ['https://docs.jwplayer.com/players/docs/ios-player-backgrounding-reference'],
  },
];

const calls: readonly ModeRequirement[] = [
  {
    entry: 'voip-pushkit',
    apis: ['pushkit-voip'],
    key: 'UIBackgroundModes',
    anyOf: ['voip'],
    platforms: ['iOS', 'visionOS', 'watchOS'],
    subject: 'VoIP pushes need',
    effect: 'none is delivered',
    sources: [`${appleDocs}/pushkit/supporting-pushkit-notifications-in-your-app`],
  },
  {
    entry: 'voip-callkit',
    apis: ['callkit-provider', 'live-communication-kit'],
    key: 'UIBackgroundModes',
    anyOf: ['voip'],
    platforms: ['iOS', 'visionOS', 'watchOS'],
    // What a provider for outgoing calls alone loses is not documented.
    softened: { severity: 'warning', withoutApi: 'incoming-call-report' },
    subject: 'A call provider needs',
    effect: 'reporting an incoming call fails',
    sources: [`${appleDocs}/callkit/cxerror/code/missingvoipbackgroundmode`],
  },
  {
    entry: 'voip-multitasking-camera',
    apis: [],
    entitlement: 'com.apple.developer.avfoundation.multitasking-camera-access',
    key: 'UIBackgroundModes',
    anyOf: ['voip'],
    platforms: ['iOS'],
    condition: { before: { platform: 'iOS', version: '16.0' } },
    subject: 'The camera entitlement for multitasking needs',
    effect: 'Apple grants it to calling apps alone',
    sources: [
      `${appleDocs}/bundleresources/entitlements/com.apple.developer.avfoundation.multitasking-camera-access`,
      `${appleDocs}/avkit/adopting-picture-in-picture-for-video-calls`,
    ],
  },
  {
    entry: 'push-to-talk',
    apis: ['push-to-talk'],
    key: 'UIBackgroundModes',
    anyOf: ['push-to-talk'],
    platforms: ['iOS'],
    subject: 'Push to Talk needs',
    effect: 'making the channel manager fails',
    sources: [
      `${appleDocs}/pushtotalk/creating-a-push-to-talk-app`,
      `${appleDocs}/pushtotalk/ptinstantiationerror-swift.struct/code/missingbackgroundmode`,
    ],
  },
];

const scheduling: readonly ModeRequirement[] = [
  {
    entry: 'fetch-app-refresh',
    apis: ['app-refresh-request', 'swiftui-app-refresh'],
    key: 'UIBackgroundModes',
    anyOf: ['fetch'],
    platforms: ['iOS', 'tvOS', 'visionOS'],
    subject: 'App refresh tasks need',
    effect: 'submitting the request fails and no refresh ever runs',
    sources: [
      `${appleDocs}/backgroundtasks/bgapprefreshtask`,
      `${appleDocs}/backgroundtasks/bgtaskscheduler/error/code/notpermitted`,
    ],
  },
  {
    entry: 'fetch-legacy',
    apis: ['legacy-fetch'],
    key: 'UIBackgroundModes',
    anyOf: ['fetch'],
    platforms: ['iOS', 'tvOS'],
    condition: { withoutKey: 'BGTaskSchedulerPermittedIdentifiers' },
    subject: 'Background fetch needs',
    effect: 'this method is never called',
    sources: [modesGuide],
  },
  {
    entry: 'processing',
    apis: ['processing-request', 'health-research-request'],
    key: 'UIBackgroundModes',
    anyOf: ['processing'],
    platforms: ['iOS', 'tvOS', 'visionOS'],
    subject: 'Processing tasks need',
    effect: 'submitting the request fails and the task never runs',
    sources: [`${appleDocs}/backgroundtasks/bgprocessingtask`],
  },
  {
    entry: 'remote-notification',
    apis: ['remote-notification-handler'],
    key: 'UIBackgroundModes',
    anyOf: ['remote-notification'],
    platforms: ['iOS', 'tvOS', 'visionOS'],
    subject: 'Silent pushes need',
    effect: 'they do not wake the app in the background',
    sources: [`${appleDocs}/usernotifications/pushing-background-updates-to-your-app`],
  },
  {
    entry: 'remote-notification',
    apis: ['watch-remote-notification-handler'],
    key: 'UIBackgroundModes',
    anyOf: ['remote-notification'],
    platforms: ['watchOS'],
    subject: 'Silent pushes need',
    effect: 'they do not wake the app in the background',
    sources: [`${appleDocs}/usernotifications/pushing-background-updates-to-your-app`],
  },
];

const location: readonly ModeRequirement[] = [
  {
    entry: 'location-background-updates',
    apis: ['background-location-updates'],
    key: 'UIBackgroundModes',
    anyOf: ['location'],
    platforms: ['iOS', 'watchOS'],
    softened: { severity: 'warning', detail: 'computed' },
    subject: 'Location updates in the background need',
    effect: 'switching them on raises an exception',
    sources: [
      `${appleDocs}/corelocation/cllocationmanager/allowsbackgroundlocationupdates`,
      `${appleDocs}/corelocation/handling-location-updates-in-the-background`,
    ],
  },
  {
    entry: 'location-activity-session',
    apis: ['background-activity-session'],
    key: 'UIBackgroundModes',
    anyOf: ['location'],
    platforms: ['iOS'],
    subject: 'A background activity session needs',
    effect: 'it never becomes active',
    sources: [`${appleDocs}/corelocation/handling-location-updates-in-the-background`],
  },
];

const devices: readonly ModeRequirement[] = [
  {
    entry: 'bluetooth-state-restoration',
    apis: ['central-restoration'],
    key: 'UIBackgroundModes',
    anyOf: ['bluetooth-central'],
    platforms: ['iOS', 'visionOS', 'watchOS'],
    subject: 'State restoration of a Bluetooth central needs',
    effect: 'making the manager raises an exception',
    sources: [`${appleDocs}/bundleresources/information-property-list/uibackgroundmodes`],
  },
  {
    entry: 'bluetooth-state-restoration',
    apis: ['peripheral-restoration'],
    key: 'UIBackgroundModes',
    anyOf: ['bluetooth-peripheral'],
    platforms: ['iOS'],
    subject: 'State restoration of a Bluetooth peripheral needs',
    effect: 'making the manager raises an exception',
    sources: [`${appleDocs}/bundleresources/information-property-list/uibackgroundmodes`],
  },
  {
    entry: 'network-authentication',
    apis: ['hotspot-helper'],
    key: 'UIBackgroundModes',
    anyOf: ['network-authentication'],
    platforms: ['iOS'],
    subject: 'A hotspot helper needs',
    effect: 'it is not registered',
    sources: [`${appleDocs}/networkextension/nehotspothelper/register(options:queue:handler:)`],
  },
  {
    entry: 'screen-capture',
    apis: ['screen-capture'],
    key: 'UIBackgroundModes',
    anyOf: ['screen-capture'],
    platforms: ['iOS', 'visionOS'],
    subject: 'Screen capture that goes on in the background needs',
    effect: 'the stream ends with an error when the app leaves the foreground',
    sources: [
      `${appleDocs}/screencapturekit/capturing-screen-content-on-ios`,
      `${appleDocs}/screencapturekit/scstreamerror/code/missingbackgroundmode`,
    ],
  },
];

const watch: readonly ModeRequirement[] = [
  {
    entry: 'watch-extended-session',
    apis: ['extended-runtime-session'],
    key: 'WKBackgroundModes',
    anyOf: ['self-care', 'mindfulness', 'physical-therapy', 'alarm', 'underwater-depth'],
    platforms: ['watchOS'],
    subject: 'An extended runtime session needs',
    effect: 'it ends with an error as soon as it starts',
    sources: [watchModes, `${appleDocs}/watchkit/wkextendedruntimesession`],
  },
  {
    entry: 'watch-workout',
    apis: ['workout-session'],
    key: 'WKBackgroundModes',
    anyOf: ['workout-processing'],
    platforms: ['watchOS'],
    subject: 'A workout that goes on in the background needs',
    effect: 'the app is suspended when the wrist goes down',
    sources: [watchModes, `${appleDocs}/healthkit/running-workout-sessions`],
  },
  {
    entry: 'watch-underwater-depth',
    apis: ['submersion'],
    key: 'WKBackgroundModes',
    anyOf: ['underwater-depth'],
    platforms: ['watchOS'],
    subject: 'Depth and pressure under water need',
    effect: 'the app does not keep running during a dive',
    sources: [watchModes, `${appleDocs}/coremotion/accessing-submersion-data`],
  },
];

export const modeRequirements: readonly ModeRequirement[] = [
  ...audio,
  ...calls,
  ...scheduling,
  ...location,
  ...devices,
  ...watch,
];
