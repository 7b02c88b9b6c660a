/** Location. See `index.ts`. */
import type { ApiDoc } from '../docs';

const appleDocs = 'https://developer.apple.com/documentation';
const location = `${appleDocs}/corelocation`;
const guide = `${location}/handling-location-updates-in-the-background`;

export const locationDocs: readonly ApiDoc[] = [
  {
    id: 'background-location-updates',
    apis: ['background-location-updates', 'background-location-switch'],
    title: 'Background location updates',
    since: { iOS: '9.0', watchOS: '4.0' },
    what: 'Lets location updates that began in the foreground go on in the background.',
    promises: ['Updates continue while it is true and the person allows it; iOS shows that it is so'],
    limits: [
      'With When In Use authorization, updates have to begin in the foreground',
      'Switch it off when the updates are no longer needed',
      'iOS may pause updates by itself: see `pausesLocationUpdatesAutomatically`',
    ],
    rules: [
      'location-started-in-background',
      'location-pauses-automatically',
      'background-location-accuracy',
    ],
    links: [`${location}/cllocationmanager/allowsbackgroundlocationupdates`, guide],
  },
  {
    id: 'background-activity-session',
    apis: ['background-activity-session'],
    symbols: [{ names: ['CLBackgroundActivitySession'], evidence: 'name' }],
    title: 'Background activity session',
    since: { iOS: '17.0' },
    what: 'Tells iOS, and the person through an indicator, that the app goes on using the location in the background.',
    promises: ['While it lives, When In Use authorization is enough for updates in the background'],
    limits: [
      'It has to be made in the foreground, and again after a launch in the background',
      'It ends when the object is released: keep it in a property',
    ],
    rules: ['background-object-not-retained', 'location-started-in-background'],
    links: [`${location}/clbackgroundactivitysession`, guide],
  },
  {
    id: 'location-updates',
    apis: ['location-updates', 'live-location-updates', 'location-manager'],
    symbols: [{ names: ['CLLocationManager', 'CLLocationUpdate'], evidence: 'name' }],
    title: 'Location updates',
    what: 'Delivers the location as it changes.',
    promises: [],
    limits: [
      'In the foreground no mode is needed; in the background `location`, and a manager or session that asks for it',
      'Start them before the app leaves the foreground',
    ],
    rules: ['background-location-not-enabled', 'location-started-in-background', 'service-session-required'],
    links: [guide],
  },
  {
    id: 'location-monitoring',
    apis: ['launching-location-start', 'location-monitor'],
    symbols: [{ names: ['CLMonitor'], evidence: 'name' }],
    title: 'Location monitoring',
    what: 'Wakes or launches the app for regions, visits and significant changes. It needs no background mode.',
    promises: ['iOS launches the app again for an event, also after it was ended'],
    limits: [
      'An app that does nothing else is asked in review to remove the mode `location`',
      'Set it up at every launch: events are delivered to whoever is there',
      'It needs Always authorization to launch the app',
    ],
    rules: ['created-too-late-for-background-launch', 'unused-background-mode'],
    links: [guide],
  },
  {
    id: 'location-service-session',
    apis: ['location-service-session'],
    symbols: [{ names: ['CLServiceSession'], evidence: 'name' }],
    title: 'Location service session',
    since: { iOS: '18.0' },
    what: 'Says for how long, and with which authorization, the app needs the location.',
    promises: ['iOS asks the person, when the app is in use, for what the session requires'],
    limits: [
      'With `NSLocationRequireExplicitServiceSession` in the Info.plist nothing is delivered without one',
      'It ends when the object is released',
    ],
    rules: ['service-session-required', 'background-object-not-retained'],
    links: [`${location}/clservicesession`],
  },
  {
    id: 'location-pauses',
    apis: ['location-pauses'],
    title: 'Pauses of location updates',
    what: 'iOS stops updates when it takes the person to have stopped moving, to save power.',
    promises: [],
    limits: ['Updates that were paused in the background do not begin again by themselves'],
    rules: ['location-pauses-automatically'],
    links: [`${location}/cllocationmanager/pauseslocationupdatesautomatically`],
  },
  {
    id: 'always-authorization',
    apis: ['location-always', 'always-authorization'],
    title: 'Always authorization',
    since: { iOS: '8.0' },
    what: 'Asks for the location also when nobody uses the app: for launches by regions, visits and significant changes.',
    promises: [],
    limits: [
      'iOS asks in its own time, often days later; until then the app has a provisional authorization',
      'Updates that begin in the foreground do with When In Use',
    ],
    rules: ['missing-usage-description'],
    links: [guide],
  },
];
