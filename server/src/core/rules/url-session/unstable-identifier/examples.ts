import type { RuleExample } from '../../types';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'url-session',
    files: {
      'Transfers.swift': `import Foundation
enum Transfers {
  static func configuration() -> URLSessionConfiguration { .background(withIdentifier: ⟦UUID⟧().uuidString) }
  static func timed() -> URLSessionConfiguration {
    let name = "com.example.app." + String(Date().timeIntervalSince1970)
    return URLSessionConfiguration.background(withIdentifier: ⟦name⟧)
  }
  static func perProcess() -> URLSessionConfiguration {
    .background(withIdentifier: "com.example.app.\\(⟦ProcessInfo⟧.processInfo.processIdentifier)")
  }
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'url-session',
    files: {
      'Transfers.swift': `import Foundation
func configuration() -> URLSessionConfiguration {
  .background(withIdentifier: (Bundle.main.bundleIdentifier ?? "app") + ".transfers")
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'url-session',
    note: 'an extension hands its transfers over to the app',
    files: {
      'Sharing.swift': `import Foundation
func configuration() -> URLSessionConfiguration {
  let configuration = URLSessionConfiguration.background(withIdentifier: "com.example.share." + UUID().uuidString)
  configuration.sharedContainerIdentifier = "group.com.example"
  return configuration
}
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'url-session',
    note: 'stored and read back',
    files: {
      'Transfers.swift': `import Foundation
final class Transfers {
  let defaults = UserDefaults.standard
  func first() -> URLSessionConfiguration {
    .background(withIdentifier: defaults.string(forKey: "session") ?? UUID().uuidString)
  }
  func second() -> URLSessionConfiguration {
    let name = UUID().uuidString
    defaults.set(name, forKey: "session")
    return .background(withIdentifier: name)
  }
  func third(_ upload: UUID) -> URLSessionConfiguration {
    .background(withIdentifier: "com.example.app.\\(upload.uuidString)")
  }
  func fourth() -> URLSessionConfiguration {
    .background(withIdentifier: UUID(uuidString: "0C6B1D5C-6C0B-4B57-8A5E-0B8F0E8E2D11")!.uuidString)
  }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'url-session',
    files: {
      'Transfers.m': `#import <Foundation/Foundation.h>

NSURLSessionConfiguration *transfers(void) {
    NSString *name = [NSString stringWithFormat:@"com.example.app.%@", [[NSUUID UUID] UUIDString]];
    return [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:⟦name⟧];
}
`,
    },
  },
  {
    kind: 'good',
    entry: 'url-session',
    files: {
      'Transfers.m': `#import <Foundation/Foundation.h>

NSURLSessionConfiguration *transfers(void) {
    return [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.app.transfers"];
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'bluetooth',
    files: {
      'Sensor.swift': `import CoreBluetooth
final class Sensor: NSObject, CBCentralManagerDelegate {
  var manager: CBCentralManager?
  func start() {
    manager = CBCentralManager(delegate: self, queue: nil, options: [
      CBCentralManagerOptionShowPowerAlertKey: true,
      CBCentralManagerOptionRestoreIdentifierKey: ⟦UUID⟧().uuidString,
    ])
  }
  func centralManagerDidUpdateState(_ central: CBCentralManager) {}
  func centralManager(_ central: CBCentralManager, willRestoreState dict: [String: Any]) {}
}
`,
      'Info.plist': `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict><key>UIBackgroundModes</key><array><string>bluetooth-central</string></array></dict></plist>
`,
    },
  },
  {
    kind: 'good',
    entry: 'bluetooth',
    files: {
      'Sensor.swift': `import CoreBluetooth
let options: [String: Any] = [CBCentralManagerOptionRestoreIdentifierKey: "com.example.app.sensor"]
`,
    },
  },
  {
    kind: 'near-miss',
    entry: 'bluetooth',
    note: 'only the service is new',
    files: {
      'Sensor.swift': `import CoreBluetooth
let service = CBUUID(string: UUID().uuidString)
let options: [String: Any] = ["service": UUID().uuidString, CBCentralManagerOptionRestoreIdentifierKey: "sensor"]
`,
    },
  },
];
