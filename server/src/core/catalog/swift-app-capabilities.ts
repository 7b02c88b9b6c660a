/**
 * Capabilities of a .swiftpm app (`.microphone(purposeString: "…")` in Package.swift) that become purpose strings of the
 * generated Info.plist. Names: ProductSetting.IOSAppInfo of https://github.com/swiftlang/swift-package-manager
 */
export const swiftAppCapabilities: Readonly<Record<string, string>> = {
  bluetoothAlways: 'NSBluetoothAlwaysUsageDescription',
  calendars: 'NSCalendarsUsageDescription',
  camera: 'NSCameraUsageDescription',
  contacts: 'NSContactsUsageDescription',
  faceID: 'NSFaceIDUsageDescription',
  localNetwork: 'NSLocalNetworkUsageDescription',
  locationAlwaysAndWhenInUse: 'NSLocationAlwaysAndWhenInUseUsageDescription',
  locationWhenInUse: 'NSLocationWhenInUseUsageDescription',
  mediaLibrary: 'NSAppleMusicUsageDescription',
  microphone: 'NSMicrophoneUsageDescription',
  motion: 'NSMotionUsageDescription',
  nearbyInteraction: 'NSNearbyInteractionUsageDescription',
  photoLibrary: 'NSPhotoLibraryUsageDescription',
  photoLibraryAdd: 'NSPhotoLibraryAddUsageDescription',
  reminders: 'NSRemindersUsageDescription',
  speechRecognition: 'NSSpeechRecognitionUsageDescription',
  userTracking: 'NSUserTrackingUsageDescription',
};
