import Combine
import UIKit

/// The stations with a star, in a file that is written when the app is left.
final class Favourites: ObservableObject {
    @Published private(set) var stations: Set<Station> = []
    private var backgroundTask: UIBackgroundTaskIdentifier = .invalid
    private let file = URL.documentsDirectory.appending(path: "favourites.json")

    func toggle(_ station: Station) {
        if stations.remove(station) == nil {
            stations.insert(station)
        }
    }

    func save() {
        guard backgroundTask == .invalid else { return }
        backgroundTask = UIApplication.shared.beginBackgroundTask(withName: "Save favourites") {
            print("The favourites could not be saved in time")
        }
        do {
            try JSONEncoder().encode(stations).write(to: file, options: .atomic)
        } catch {
            print("The favourites could not be saved: \(error)")
        }
        UIApplication.shared.endBackgroundTask(backgroundTask)
        backgroundTask = .invalid
    }
}
