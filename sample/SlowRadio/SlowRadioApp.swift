import SwiftUI

@main
struct SlowRadioApp: App {
    @Environment(\.scenePhase) private var scenePhase
    @StateObject private var player = Player()
    @StateObject private var favourites = Favourites()

    var body: some Scene {
        WindowGroup {
            StationList()
                .environmentObject(player)
                .environmentObject(favourites)
        }
        .onChange(of: scenePhase) { phase in
            if phase == .background { favourites.save() }
        }
    }
}
