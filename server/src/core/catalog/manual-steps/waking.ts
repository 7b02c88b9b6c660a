/** Steps for what the system wakes: tasks, pushes, transfers, places, accessories, health and watches. */
import type { ManualStep } from './types';

const appleDocs = 'https://developer.apple.com/documentation';
const testing = 'https://developer.apple.com/forums/thread/796528';
const silentPushes = `${appleDocs}/usernotifications/pushing-background-updates-to-your-app`;
const simulation = `${appleDocs}/backgroundtasks/starting-and-terminating-tasks-during-development`;
const transfers = `${appleDocs}/foundation/downloading-files-in-the-background`;
const location = `${appleDocs}/corelocation/handling-location-updates-in-the-background`;
const restoration = `${appleDocs}/technotes/tn3115-bluetooth-state-restoration-app-relaunch-rules`;

const scheduled = {
  modes: ['fetch', 'processing'],
  apis: ['app-refresh-request', 'processing-request', 'swiftui-app-refresh', 'health-research-request'],
};
const pushed = { modes: ['remote-notification'] };
const transferring = { apis: ['background-session-configuration'] };
const located = { modes: ['location'] };
const bluetooth = { modes: ['bluetooth-central', 'bluetooth-peripheral'] };

export const wakingSteps: readonly ManualStep[] = [
  {
    id: 'task-launch',
    title: 'A scheduled task, launched by hand',
    how: 'Submit the request, pause in the debugger, and enter\n\n`e -l objc -- (void)[[BGTaskScheduler sharedScheduler] _simulateLaunchForTaskWithIdentifier:@"ID"]`\n\nThen continue. The handler runs, submits the next request and completes its task. The call must never be in the app itself.',
    appliesTo: scheduled,
    sources: [simulation],
  },
  {
    id: 'task-expiration',
    title: 'A scheduled task that runs out of time',
    how: 'While the launched task works, pause and enter\n\n`e -l objc -- (void)[[BGTaskScheduler sharedScheduler] _simulateExpirationForTaskWithIdentifier:@"ID"]`\n\nThe work stops, what is done is kept, and the task is completed at once.',
    appliesTo: scheduled,
    sources: [simulation],
  },
  {
    id: 'task-real-night',
    title: 'A day of use and a night on the charger',
    how: 'Use the app now and then for a day, charge the device overnight, and read in the log when its tasks ran. Seldom is normal, never is not.',
    appliesTo: scheduled,
    sources: [testing],
  },
  {
    id: 'push-states',
    title: 'Silent pushes, in every state of the app',
    how: 'Send one with `content-available: 1`, push type `background` and priority 5 while the app is open, suspended, and ended by the system. The handler runs and calls its completion handler within thirty seconds.',
    appliesTo: pushed,
    sources: [silentPushes],
  },
  {
    id: 'push-burst',
    title: 'Many silent pushes in an hour',
    how: 'Send ten within an hour: most of them arrive late, merged or not at all. The app is correct with the last one alone, and with none.',
    appliesTo: pushed,
    sources: [silentPushes],
  },
  {
    id: 'transfer-relaunch',
    title: 'A transfer that ends after the app did',
    how: 'Start a large transfer, leave the app, have it end by a debug-only `exit`. The system launches it when the transfer is done: the file is kept, the completion handler of the app delegate is called.',
    appliesTo: transferring,
    sources: [transfers, testing],
  },
  {
    id: 'transfer-interrupted',
    title: 'A transfer that loses the network',
    how: 'Switch to Airplane Mode in the middle, and back an hour later; start one on cellular where only Wi-Fi is allowed. It resumes by itself, and the progress is right on return.',
    appliesTo: transferring,
    sources: [transfers],
  },
  {
    id: 'location-permissions',
    title: 'Every answer to the location prompt',
    how: 'Try Allow Once, While Using, Always, Don’t Allow, and Precise off; change them in Settings while the app runs in the background. It does what is left to it and says what is missing.',
    appliesTo: located,
    sources: [location],
  },
  {
    id: 'location-outside',
    title: 'Outside, on the move',
    how: 'Walk and drive a known way with the screen locked, stand still for twenty minutes, go on. The track has no gap after the pause, and the battery bears it.',
    appliesTo: { modes: ['location'], apis: ['launching-location-start'] },
    sources: [testing, location],
  },
  {
    id: 'bluetooth-range',
    title: 'Out of range and back',
    how: 'Carry the accessory away until it is disconnected, wait, return; switch Bluetooth off and on in Settings. The connection is back without the app being opened.',
    appliesTo: bluetooth,
    sources: [restoration],
  },
  {
    id: 'bluetooth-restored',
    title: 'Restored after the system has ended it',
    how: 'Have the app end by a debug-only `exit` with a connection open or pending, then let the accessory send. The app is launched with its restore identifier and finds its peripherals.',
    appliesTo: bluetooth,
    sources: [restoration],
  },
  {
    id: 'accessory-reconnected',
    title: 'The accessory unplugged and plugged in',
    how: 'Disconnect and connect it while the app is in the background. The session is opened again, and nothing is read twice.',
    appliesTo: { modes: ['external-accessory'] },
    sources: [`${appleDocs}/externalaccessory`],
  },
  {
    id: 'nearby-background',
    title: 'Ranging in the background',
    how: 'Start a session, lock the device, move away from the accessory and back. Ranging goes on or is resumed as the session’s delegate is told.',
    appliesTo: { modes: ['nearby-interaction'] },
    sources: [`${appleDocs}/nearbyinteraction`],
  },
  {
    id: 'capture-stopped',
    title: 'Screen capture, stopped by the person',
    how: 'Capture with the app in the background, then stop it from the system’s indicator. The stream ends cleanly and the recording is whole.',
    appliesTo: { modes: ['screen-capture'] },
    sources: [`${appleDocs}/screencapturekit/capturing-screen-content-on-ios`],
  },
  {
    id: 'health-delivery',
    title: 'Health data while the app does not run',
    how: 'Have the system end the app, lock the device, add a sample in the Health app or on the watch. After the unlock the observer runs and calls its completion handler; on a locked device the store cannot be read.',
    appliesTo: { apis: ['health-background-delivery'] },
    sources: [`${appleDocs}/healthkit/executing-observer-queries`],
  },
  {
    id: 'workout-wrist-down',
    title: 'A workout with the wrist down',
    how: 'Start a workout, lower the wrist, use another app, end the workout from there. Samples have no gap, and the session is recovered after a crash.',
    appliesTo: { modes: ['workout-processing'] },
    sources: [`${appleDocs}/healthkit/running-workout-sessions`],
  },
  {
    id: 'runtime-session-expires',
    title: 'A runtime session to its very end',
    how: 'Let the session run until it expires, and end it once by pressing the crown. The delegate is told each time, and nothing goes on that needs the session.',
    appliesTo: { modes: ['self-care', 'mindfulness', 'physical-therapy', 'alarm', 'underwater-depth'] },
    sources: [`${appleDocs}/watchkit/using-extended-runtime-sessions`],
  },
  {
    id: 'hotspot-joined',
    title: 'Joining the network while the app does not run',
    how: 'Have the system end the app and join one of its networks in Settings. The helper is launched and answers before the system gives up.',
    appliesTo: { modes: ['network-authentication'] },
    sources: [`${appleDocs}/networkextension/nehotspothelper`],
  },
];
