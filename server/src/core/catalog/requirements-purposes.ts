/** What needs which purpose string. Facts with their sources; texts are shown as they stand. */
import type { PurposeRequirement } from './requirement-types';

const appleDocs = 'https://developer.apple.com/documentation';
const keyDocs = `${appleDocs}/bundleresources/information-property-list`;

/** Reviewers refuse it, so that nobody ships it by mistake. */
const toDo = (use: string) => `TODO: say why the app uses ${use}`;

const always = 'the app asks for Always authorization';
const noPrompt = 'no prompt appears and nothing is delivered';

export const purposeRequirements: readonly PurposeRequirement[] = [
  {
    entry: 'microphone',
    apis: ['microphone', 'push-to-talk'],
    anyOf: ['NSMicrophoneUsageDescription'],
    platforms: ['iOS', 'visionOS', 'watchOS'],
    subject: 'The microphone needs',
    effect: 'iOS ends the app when it first asks for it',
    asks: { audio: 'the app records', voip: 'the app records' },
    placeholder: toDo('the microphone'),
    sources: [`${keyDocs}/nsmicrophoneusagedescription`],
  },
  {
    entry: 'bluetooth',
    apis: ['central-manager', 'peripheral-manager'],
    anyOf: ['NSBluetoothAlwaysUsageDescription'],
    platforms: ['iOS', 'tvOS', 'visionOS', 'watchOS'],
    subject: 'Core Bluetooth needs',
    effect: 'the system ends the app when it makes a manager',
    asks: { 'bluetooth-central': '', 'bluetooth-peripheral': '' },
    placeholder: toDo('Bluetooth'),
    sources: [`${keyDocs}/nsbluetoothalwaysusagedescription`],
  },
  {
    entry: 'location-always',
    apis: ['location-always'],
    anyOf: ['NSLocationWhenInUseUsageDescription'],
    platforms: ['iOS', 'watchOS'],
    subject: 'Always authorization needs',
    effect: noPrompt,
    asks: { location: '' },
    placeholder: toDo('the location while somebody uses it'),
    sources: [`${keyDocs}/nslocationwheninuseusagedescription`],
  },
  {
    entry: 'location-always',
    apis: ['location-always'],
    anyOf: ['NSLocationAlwaysAndWhenInUseUsageDescription'],
    platforms: ['iOS', 'watchOS'],
    subject: 'Always authorization needs',
    effect: noPrompt,
    asks: { location: always },
    placeholder: toDo('the location at all times'),
    sources: [`${keyDocs}/nslocationalwaysandwheninuseusagedescription`],
  },
  {
    entry: 'nearby-interaction',
    apis: ['nearby-interaction'],
    anyOf: ['NSNearbyInteractionUsageDescription'],
    platforms: ['iOS'],
    subject: 'A session with devices nearby needs',
    effect: 'it ends with an error before anybody is asked',
    asks: { 'nearby-interaction': '' },
    placeholder: toDo('devices nearby'),
    sources: [`${keyDocs}/nsnearbyinteractionusagedescription`],
  },
  {
    entry: 'motion-submersion',
    apis: ['submersion'],
    anyOf: ['NSMotionUsageDescription'],
    platforms: ['watchOS'],
    subject: 'Depth and pressure under water need',
    effect: 'the app crashes when it makes the manager',
    asks: { 'underwater-depth': '' },
    placeholder: toDo('depth and pressure'),
    sources: [`${appleDocs}/coremotion/accessing-submersion-data`],
  },
];
