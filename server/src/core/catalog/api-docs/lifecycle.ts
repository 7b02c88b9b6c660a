/** An app’s life. See `index.ts`. */
import type { ApiDoc } from '../docs';
import { sceneCallbacks } from '../lifecycle';
import { callbackRows } from '../lifecycle-apis';

const appleDocs = 'https://developer.apple.com/documentation';

export const lifecycleDocs: readonly ApiDoc[] = [
  {
    id: 'lifecycle-callback',
    apis: Object.keys(sceneCallbacks).flatMap((callback) => Object.values(callbackRows(callback))),
    title: 'Change of state',
    what: 'The app, or one of its scenes, comes to the foreground or leaves it.',
    promises: ['The app runs for some seconds after it entered the background; then it is suspended'],
    limits: [
      'In an app with scenes the system calls the scene delegate, not these methods of the app delegate',
      'Work that takes longer needs a background task, begun right away',
    ],
    rules: [
      'app-delegate-callback-in-scene-app',
      'background-task-begun-late',
      'timer-in-background',
      'location-started-in-background',
    ],
    links: [`${appleDocs}/uikit/managing-your-app-s-life-cycle`],
  },
  {
    id: 'idle-timer',
    apis: ['idle-timer', 'idle-timer-off'],
    title: 'Idle timer',
    what: 'Whether the screen turns off when nobody touches it. It keeps the screen on, not the app running.',
    promises: [],
    limits: ['Turn it on again as soon as possible: it costs a lot of battery'],
    rules: ['idle-timer-not-restored'],
    links: [`${appleDocs}/uikit/uiapplication/isidletimerdisabled`],
  },
];
