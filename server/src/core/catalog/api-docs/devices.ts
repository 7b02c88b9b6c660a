/** Bluetooth, accessories and other hardware. See `index.ts`. */
import type { ApiDoc } from '../docs';

const appleDocs = 'https://developer.apple.com/documentation';
const restoration = `${appleDocs}/technotes/tn3115-bluetooth-state-restoration-app-relaunch-rules`;

export const deviceDocs: readonly ApiDoc[] = [
  {
    id: 'central-manager',
    apis: ['central-manager', 'bluetooth-scan'],
    symbols: [{ names: ['CBCentralManager'], evidence: 'name' }],
    title: 'Bluetooth central',
    since: { iOS: '5.0' },
    what: 'Scans for Bluetooth LE accessories, connects to them and hears what they send.',
    promises: [
      'With `bluetooth-central` the app is woken when an accessory connects, disconnects or sends a value',
    ],
    limits: [
      'A scan in the background has to name services, runs slower, and reports each accessory once',
      'The app gets about ten seconds for each event',
    ],
    mode: { key: 'UIBackgroundModes', value: 'bluetooth-central' },
    rules: ['background-scan-without-services', 'state-restoration-incomplete', 'setting-without-effect'],
    links: [`${appleDocs}/corebluetooth/cbcentralmanager/scanforperipherals(withservices:options:)`],
  },
  {
    id: 'peripheral-manager',
    apis: ['peripheral-manager'],
    symbols: [{ names: ['CBPeripheralManager'], evidence: 'name' }],
    title: 'Bluetooth peripheral',
    since: { iOS: '6.0' },
    what: 'Makes the device a Bluetooth LE accessory that others connect to.',
    promises: ['With `bluetooth-peripheral` the app is woken for reads, writes and subscriptions'],
    limits: [
      'In the background the local name is not advertised, and services only to those who scan for them',
    ],
    mode: { key: 'UIBackgroundModes', value: 'bluetooth-peripheral' },
    rules: ['state-restoration-incomplete'],
    links: [restoration],
  },
  {
    id: 'bluetooth-restoration',
    apis: ['central-restoration', 'peripheral-restoration'],
    title: 'Bluetooth state restoration',
    since: { iOS: '7.0' },
    what: 'Lets iOS launch the app again for Bluetooth events after it had to end it.',
    promises: ['The delegate gets the connections and scans back in `willRestoreState`'],
    limits: [
      'The identifier has to be the same at every launch',
      'Nothing is restored after somebody closed the app by swiping it away',
    ],
    rules: ['state-restoration-incomplete', 'unstable-restoration-identifier'],
    links: [restoration],
  },
  {
    id: 'nearby-interaction',
    apis: ['nearby-interaction'],
    symbols: [{ names: ['NISession'], evidence: 'name' }],
    title: 'Nearby Interaction',
    since: { iOS: '14.0' },
    what: 'Measures distance and direction to devices with an ultra-wideband chip.',
    promises: [
      'Since iOS 16, sessions with accessories may go on in the background with the mode of that name',
    ],
    limits: ['Sessions with other phones are suspended in the background'],
    rules: ['missing-usage-description'],
    links: [`${appleDocs}/xcode/configuring-background-execution-modes`],
  },
  {
    id: 'hotspot-helper',
    apis: ['hotspot-helper'],
    symbols: [{ names: ['NEHotspotHelper'], evidence: 'name' }],
    title: 'Hotspot helper',
    since: { iOS: '9.0' },
    what: 'Signs the device in to networks that ask for it.',
    promises: [],
    limits: ['Apple has to grant the entitlement first; Xcode has no box for the mode'],
    rules: [],
    links: [`${appleDocs}/networkextension/nehotspothelper/register(options:queue:handler:)`],
  },
  {
    id: 'screen-capture',
    apis: ['screen-capture'],
    symbols: [{ names: ['SCStream'], evidence: 'name' }],
    title: 'Screen capture',
    since: { iOS: '27.0' },
    what: 'Records the screen while people use other apps.',
    promises: [],
    limits: ['In the foreground no mode is needed'],
    rules: [],
    links: [`${appleDocs}/screencapturekit/capturing-screen-content-on-ios`],
  },
];
