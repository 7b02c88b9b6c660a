/** A small app: Picture in Picture in Swift, and an Info.plist that does not declare `audio`. */

export function infoPlist(...modes: readonly string[]): string {
  const values = modes.map((mode) => `\t\t<string>${mode}</string>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    '\t<key>CFBundlePackageType</key>',
    '\t<string>APPL</string>',
    '\t<key>CFBundleIdentifier</key>',
    '\t<string>org.example.player</string>',
    '\t<key>UIBackgroundModes</key>',
    '\t<array>',
    ...values,
    '\t</array>',
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}

export const pictureInPicture = `import AVKit

final class Player {
    private var pip: AVPictureInPictureController?

    func show(_ layer: AVPlayerLayer) {
        pip = AVPictureInPictureController(playerLayer: layer)
    }

    func prepare() throws -> Bool {
        try AVAudioSession.sharedInstance().setCategory(.playback)
        return AVPictureInPictureController.isPictureInPictureSupported()
    }
}
`;

export const uploader = `import UIKit

final class Uploader {
    private var task = UIBackgroundTaskIdentifier.invalid

    func upload() {
        task = UIApplication.shared.beginBackgroundTask(withName: "Upload") {
            DispatchQueue.main.async {
                UIApplication.shared.endBackgroundTask(self.task)
            }
        }
    }
}
`;
