import AVFoundation
import Combine
import MediaPlayer

/// Plays a station, and goes on when the app is left.
final class Player: NSObject, ObservableObject {
    @Published private(set) var current: Station?
    private let player = AVPlayer()

    override init() {
        super.init()
        answerRemoteCommands()
        observeInterruptions()
    }

    func play(_ station: Station) {
        do {
            try AVAudioSession.sharedInstance().setCategory(.playback)
            try AVAudioSession.sharedInstance().setActive(true)
        } catch {
            print("The audio session could not be activated: \(error)")
        }
        current = station
        player.replaceCurrentItem(with: AVPlayerItem(url: station.stream))
        player.play()
        MPNowPlayingInfoCenter.default().nowPlayingInfo = [
            MPMediaItemPropertyTitle: station.name,
            MPNowPlayingInfoPropertyIsLiveStream: true,
        ]
    }

    private func answerRemoteCommands() {
        let commands = MPRemoteCommandCenter.shared()
        commands.playCommand.addTarget { [weak self] _ in
            self?.player.play()
            return .success
        }
        commands.pauseCommand.addTarget { [weak self] _ in
            self?.player.pause()
            return .success
        }
    }

    private func observeInterruptions() {
        NotificationCenter.default.addObserver(
            forName: AVAudioSession.interruptionNotification, object: AVAudioSession.sharedInstance(), queue: .main
        ) { [weak self] notification in
            guard let rawType = notification.userInfo?[AVAudioSessionInterruptionTypeKey] as? UInt,
                let type = AVAudioSession.InterruptionType(rawValue: rawType)
            else { return }
            switch type {
            case .began:
                self?.player.pause()
            case .ended:
                let rawOptions = notification.userInfo?[AVAudioSessionInterruptionOptionKey] as? UInt ?? 0
                if AVAudioSession.InterruptionOptions(rawValue: rawOptions).contains(.shouldResume) {
                    self?.player.play()
                }
            @unknown default:
                break
            }
        }
    }
}
