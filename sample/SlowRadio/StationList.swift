import SwiftUI

struct StationList: View {
    @EnvironmentObject private var player: Player
    @EnvironmentObject private var favourites: Favourites

    var body: some View {
        List(Station.all) { station in
            HStack {
                Button(station.name) { player.play(station) }
                Spacer()
                Button {
                    favourites.toggle(station)
                } label: {
                    Image(systemName: favourites.stations.contains(station) ? "star.fill" : "star")
                }
                .accessibilityLabel("Favourite")
            }
        }
    }
}
