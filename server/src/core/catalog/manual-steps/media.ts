/** Steps for what plays, records and calls. */
import type { ManualStep } from './types';

const appleDocs = 'https://developer.apple.com/documentation';
const interruptions = `${appleDocs}/avfaudio/handling-audio-interruptions`;
const routes = `${appleDocs}/avfaudio/responding-to-audio-route-changes`;
const playback = `${appleDocs}/avfoundation/configuring-your-app-for-media-playback`;
const session = `${appleDocs}/avfaudio/avaudiosession`;
const voipPushes = `${appleDocs}/pushkit/responding-to-voip-notifications-from-pushkit`;
const calls = `${appleDocs}/callkit/making-and-receiving-voip-calls`;

const audio = { modes: ['audio'] };
const voip = { modes: ['voip'] };

export const mediaSteps: readonly ManualStep[] = [
  {
    id: 'audio-locked',
    title: 'Audio goes on when the screen locks',
    how: 'Start playing, press the side button, wait ten minutes, past the end of one item. It plays on, the next item begins, and the same happens after the app was left for another one.',
    appliesTo: audio,
    sources: [playback],
  },
  {
    id: 'audio-call',
    title: 'Interrupted by a call',
    how: 'Have somebody call while audio runs in the background: decline once, answer and hang up once. The app pauses, shows it, and resumes afterwards where the interruption says that it should.',
    appliesTo: audio,
    sources: [interruptions],
  },
  {
    id: 'audio-siri',
    title: 'Interrupted by Siri, an alarm or a timer',
    how: 'Call Siri, and let a timer go off, while audio runs in the background. It comes back by itself, at the right place, without the app being opened.',
    appliesTo: audio,
    sources: [interruptions],
  },
  {
    id: 'audio-other-app',
    title: 'Another app plays',
    how: 'Start playing in another app, then stop it. This app pauses or mixes as its category says, does not fight for the output, and does not start again unasked.',
    appliesTo: audio,
    sources: [session, interruptions],
  },
  {
    id: 'audio-unplugged',
    title: 'Headphones unplugged',
    how: 'Pull out wired headphones, and switch off Bluetooth ones, while audio plays: it pauses instead of going on aloud. Plugging them in again changes nothing by itself.',
    appliesTo: audio,
    sources: [routes],
  },
  {
    id: 'audio-routes',
    title: 'Routed to Bluetooth, AirPlay and a car',
    how: 'Change the output in Control Center while the app is in the background, and come back to the speaker. It plays on, the controls and the title are right everywhere.',
    appliesTo: audio,
    sources: [routes],
  },
  {
    id: 'audio-silent-switch',
    title: 'With the silent switch on',
    how: 'Set the device to silent and play: whether it is heard is what the category says, and what people expect of this app.',
    appliesTo: audio,
    sources: [`${appleDocs}/avfaudio/avaudiosession/category-swift.struct`],
  },
  {
    id: 'audio-remote-commands',
    title: 'Controls on the Lock Screen',
    how: 'Use play, pause, skip and the scrubber on the Lock Screen, in Control Center and on headphones, with the app in the background. Each does what it shows, and shows what is so.',
    appliesTo: { apis: ['now-playing', 'now-playing-info', 'now-playing-session'] },
    sources: [`${appleDocs}/mediaplayer/becoming-a-now-playable-app`],
  },
  {
    id: 'audio-recording',
    title: 'Recording goes on, and survives a call',
    how: 'Record, lock the device, take a call, hang up. The indicator is shown all the time, the recording goes on or ends as the app says, and what was recorded before the call is whole.',
    appliesTo: { apis: ['microphone'] },
    sources: [interruptions, `${appleDocs}/avfaudio/avaudiosession/category-swift.struct/playandrecord`],
  },
  {
    id: 'picture-in-picture',
    title: 'Picture in Picture',
    how: 'Swipe home while a video plays, hide the small window at the edge, lock the device, come back. Playback goes on and returns to the full player without a gap.',
    appliesTo: { apis: ['pip-controller'] },
    sources: [`${appleDocs}/avkit/adopting-picture-in-picture-in-a-custom-player`],
  },
  {
    id: 'background-ads',
    title: 'An ad break in the background',
    how: 'Leave the app shortly before an ad break. The ad plays or is put off as the configuration says, and the programme goes on after it.',
    appliesTo: { apis: ['ima-background-ads', 'jw-background-ads'] },
    sources: [
      'https://docs.jwplayer.com/players/docs/ios-player-backgrounding-reference',
      'https://developers.google.com/interactive-media-ads/docs/sdks/ios/background_ad_playback',
    ],
  },
  {
    id: 'voip-push-terminated',
    title: 'A call while the app does not run',
    how: 'Have the system end the app, lock the device, send a VoIP push. The call rings at once, every time: after a few pushes that report no call the system delivers no more of them.',
    appliesTo: voip,
    sources: [voipPushes],
  },
  {
    id: 'voip-cancelled',
    title: 'A call that is over before it is answered',
    how: 'Hang up on the other side while the push is on its way, and answer on a second device. The ringing stops, and the call is reported and ended all the same.',
    appliesTo: voip,
    sources: [voipPushes],
  },
  {
    id: 'voip-second-call',
    title: 'A second call, and a cellular one',
    how: 'During a call take another of this app, then one of the phone: hold, swap and end each. Audio is back after every change.',
    appliesTo: voip,
    sources: [calls],
  },
  {
    id: 'voip-locked-audio',
    title: 'Answered on the Lock Screen',
    how: 'Answer on a locked device, with the speaker, with a Bluetooth headset. Both sides hear each other from the first second: audio starts when CallKit activates the session, not before.',
    appliesTo: voip,
    sources: [calls],
  },
  {
    id: 'push-to-talk-channel',
    title: 'A voice in the channel while the app does not run',
    how: 'Join a channel, have the system end the app, lock the device, let somebody talk. The voice is heard, the speaker is shown, and the channel is restored after a restart.',
    appliesTo: { modes: ['push-to-talk'] },
    sources: [`${appleDocs}/pushtotalk/creating-a-push-to-talk-app`],
  },
];
