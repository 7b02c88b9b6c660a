import type { RuleExample } from '../../types';

function swift(body: string): Record<string, string> {
  return {
    'Rides.swift': `import ActivityKit
import BackgroundTasks
import UIKit
${body}`,
  };
}

const scene = (body: string, rest = ''): Record<string, string> =>
  swift(`final class SceneDelegate: UIResponder, UIWindowSceneDelegate {
${rest}${body}
}
`);

const request = 'request(attributes: Ride(), content: .init(state: .init(), staleDate: nil))';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: scene(`  func sceneDidEnterBackground(_ scene: UIScene) {
    do {
      _ = try Activity<Ride>.⟦request⟧(attributes: Ride(), content: .init(state: .init(), staleDate: nil))
    } catch {
      print(error)
    }
  }`),
  },
  {
    kind: 'bad',
    note: 'through a method of the same object, and later',
    files: scene(
      `  func sceneDidEnterBackground(_ scene: UIScene) {
    Task { ⟦show⟧() }
  }`,
      `  func show() {
    _ = try? Activity.${request}
  }
`,
    ),
  },
  {
    kind: 'bad',
    note: 'in a refresh task',
    files: swift(`func register() {
  BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.refresh", using: nil) { task in
    let refresh = task as! BGAppRefreshTask
    _ = try? Activity<Ride>.⟦request⟧(attributes: Ride(), content: .init(state: .init(), staleDate: nil))
    refresh.setTaskCompleted(success: true)
  }
}
`),
  },
  {
    kind: 'bad',
    note: 'in the method that gets the task, and not once more where it is called',
    files: swift(`final class Refresher {
  func register() {
    BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.refresh", using: nil) { task in
      self.handle(task as! BGAppRefreshTask)
    }
  }
  func handle(_ task: BGAppRefreshTask) {
    _ = try? Activity<Ride>.⟦request⟧(attributes: Ride(), content: .init(state: .init(), staleDate: nil))
    task.setTaskCompleted(success: true)
  }
}
`),
  },
  {
    kind: 'bad',
    note: "SwiftUI's background task",
    files: swift(`struct Rides: App {
  var body: some Scene {
    WindowGroup { ContentView() }
      .backgroundTask(.appRefresh("com.example.refresh")) {
        _ = try? Activity<Ride>.⟦request⟧(attributes: Ride(), content: .init(state: .init(), staleDate: nil))
      }
  }
}
`),
  },
  {
    kind: 'good',
    note: 'started while the app is still in front',
    files: scene(`  func sceneWillResignActive(_ scene: UIScene) {
    _ = try? Activity<Ride>.${request}
  }`),
  },
  {
    kind: 'good',
    note: 'updated in the background',
    files: scene(`  func sceneDidEnterBackground(_ scene: UIScene) {
    Task {
      for activity in Activity<Ride>.activities { await activity.update(.init(state: .init(), staleDate: nil)) }
    }
  }`),
  },
  {
    kind: 'near-miss',
    note: 'asks whether the app is in front',
    files: swift(`func register() {
  BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.refresh", using: nil) { task in
    let refresh = task as! BGAppRefreshTask
    if UIApplication.shared.applicationState == .active {
      _ = try? Activity<Ride>.${request}
    }
    refresh.setTaskCompleted(success: true)
  }
}
`),
  },
  {
    kind: 'near-miss',
    note: 'a continued task begins while the app is in use',
    files: swift(`func register() {
  BGTaskScheduler.shared.register(forTaskWithIdentifier: "com.example.export", using: nil) { task in
    let export = task as! BGContinuedProcessingTask
    _ = try? Activity<Ride>.${request}
    export.setTaskCompleted(success: true)
  }
}
`),
  },
  {
    kind: 'near-miss',
    note: 'another class of the same name',
    files: {
      'Rides.swift': `import ActivityKit
import UIKit
enum Activity {
  static func request(attributes: [String]) {}
}
final class SceneDelegate: UIResponder, UIWindowSceneDelegate {
  func sceneDidEnterBackground(_ scene: UIScene) { Activity.request(attributes: []) }
}
`,
    },
  },
  {
    kind: 'near-miss',
    note: 'kept for when the app is back',
    files: scene(
      `  func sceneDidEnterBackground(_ scene: UIScene) {
    next = { _ = try? Activity<Ride>.${request} }
  }`,
      '  var next: (() -> Void)?\n',
    ),
  },
];
