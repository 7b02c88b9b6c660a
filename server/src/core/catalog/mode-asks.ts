/** What background modes ask for beside their value. Sources: the pages of the modes in modes.ts. */

export interface ModeAsk {
  readonly kind: 'entitlement' | 'plist-key';
  readonly name: string;
  /** The circumstances under which it applies; missing for always. */
  readonly when?: string;
}

const scheduler: ModeAsk = {
  kind: 'plist-key',
  name: 'BGTaskSchedulerPermittedIdentifiers',
  when: 'BGTaskScheduler is used',
};

const asks: Readonly<Record<string, readonly ModeAsk[]>> = {
  audio: [{ kind: 'plist-key', name: 'NSMicrophoneUsageDescription', when: 'the app records' }],
  location: [
    { kind: 'plist-key', name: 'NSLocationWhenInUseUsageDescription' },
    {
      kind: 'plist-key',
      name: 'NSLocationAlwaysAndWhenInUseUsageDescription',
      when: 'the app asks for Always authorization',
    },
  ],
  voip: [
    { kind: 'entitlement', name: 'aps-environment', when: 'the app receives VoIP pushes' },
    { kind: 'plist-key', name: 'NSMicrophoneUsageDescription', when: 'the app records' },
  ],
  fetch: [scheduler],
  'remote-notification': [{ kind: 'entitlement', name: 'aps-environment' }],
  processing: [{ kind: 'plist-key', name: scheduler.name }],
  'external-accessory': [{ kind: 'plist-key', name: 'UISupportedExternalAccessoryProtocols' }],
  'bluetooth-central': [{ kind: 'plist-key', name: 'NSBluetoothAlwaysUsageDescription' }],
  'bluetooth-peripheral': [{ kind: 'plist-key', name: 'NSBluetoothAlwaysUsageDescription' }],
  'nearby-interaction': [{ kind: 'plist-key', name: 'NSNearbyInteractionUsageDescription' }],
  'push-to-talk': [{ kind: 'entitlement', name: 'com.apple.developer.push-to-talk' }],
  'network-authentication': [{ kind: 'entitlement', name: 'com.apple.developer.networking.HotspotHelper' }],
  'workout-processing': [{ kind: 'entitlement', name: 'com.apple.developer.healthkit' }],
  'underwater-depth': [{ kind: 'plist-key', name: 'NSMotionUsageDescription' }],
};

export function asksOf(mode: string): readonly ModeAsk[] {
  return (Object.hasOwn(asks, mode) ? asks[mode] : undefined) ?? [];
}
