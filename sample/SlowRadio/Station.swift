import Foundation

struct Station: Codable, Hashable, Identifiable {
    let name: String
    let stream: URL

    var id: String { name }

    static let all = [
        Station(name: "Rain on a Roof", stream: URL(string: "https://radio.example.com/rain.aac")!),
        Station(name: "Night Train", stream: URL(string: "https://radio.example.com/train.aac")!),
        Station(name: "Harbour", stream: URL(string: "https://radio.example.com/harbour.aac")!),
    ]
}
