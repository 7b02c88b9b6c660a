import type { RuleExample } from '../../types';

/** The body of a notification service; the content handler is called `deliver`. */
function swiftService(body: string, rest = '', label = 'withContentHandler'): Record<string, string> {
  return {
    'NotificationService.swift': `import UserNotifications
final class NotificationService: UNNotificationServiceExtension {
${rest}  override func didReceive(_ request: UNNotificationRequest, ${label} deliver: @escaping (UNNotificationContent) -> Void) {
${body}
  }
}
`,
  };
}

function objcService(body: string, label = 'withContentHandler:'): Record<string, string> {
  return {
    'NotificationService.m': `#import <UserNotifications/UserNotifications.h>
@interface NotificationService : UNNotificationServiceExtension
@property (nonatomic, copy) void (^contentHandler)(UNNotificationContent *);
@end
@implementation NotificationService
- (void)didReceiveNotificationRequest:(UNNotificationRequest *)request ${label}(void (^)(UNNotificationContent *))deliver {
${body}
}
@end
`,
  };
}

function swiftCenter(head: string, body: string): Record<string, string> {
  return {
    'Notifications.swift': `import UserNotifications
final class Notifications: NSObject, UNUserNotificationCenterDelegate {
  func userNotificationCenter(_ center: UNUserNotificationCenter, ${head}) {
${body}
  }
}
`,
  };
}

function objcCenter(head: string, body: string): Record<string, string> {
  return {
    'Notifications.m': `#import <UserNotifications/UserNotifications.h>
@interface Notifications : NSObject <UNUserNotificationCenterDelegate>
@end
@implementation Notifications
- (void)userNotificationCenter:(UNUserNotificationCenter *)center ${head} {
${body}
}
@end
`,
  };
}

const swiftResponse =
  'didReceive response: UNNotificationResponse, withCompletionHandler done: @escaping () -> Void';
const objcResponse =
  'didReceiveNotificationResponse:(UNNotificationResponse *)response withCompletionHandler:(void (^)(void))done';
const swiftPresent =
  'willPresent notification: UNNotification, withCompletionHandler show: @escaping (UNNotificationPresentationOptions) -> Void';
const objcPresent =
  'willPresentNotification:(UNNotification *)notification withCompletionHandler:(void (^)(UNNotificationPresentationOptions))show';

const service: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'service-extension',
    note: 'without a picture nothing is delivered',
    files:
      swiftService(`    guard let picture = request.content.userInfo["picture"] as? String else { ⟦return⟧ }
    let content = UNMutableNotificationContent()
    content.body = picture
    deliver(content)`),
  },
  {
    kind: 'bad',
    entry: 'service-extension',
    note: 'the download may fail',
    files: swiftService(`    let url = URL(string: "https://example.com/picture")!
    URLSession.shared.downloadTask(with: url) { file, _, _ in
      guard let file else { ⟦return⟧ }
      print(file)
      deliver(request.content)
    }.resume()`),
  },
  {
    kind: 'bad',
    entry: 'service-extension',
    note: 'never at all',
    files: swiftService('    print(request.identifier)', '', '⟦withContentHandler⟧'),
  },
  {
    kind: 'good',
    entry: 'service-extension',
    files:
      swiftService(`    guard let picture = request.content.userInfo["picture"] as? String else { deliver(request.content); return }
    let content = UNMutableNotificationContent()
    content.body = picture
    deliver(content)`),
  },
  {
    kind: 'near-miss',
    entry: 'service-extension',
    note: 'kept for later, as the template of Xcode does',
    files: swiftService(
      `    self.contentHandler = deliver
    best = request.content.mutableCopy() as? UNMutableNotificationContent
    if let best {
      best.title = "[changed]"
      deliver(best)
    }`,
      `  var contentHandler: ((UNNotificationContent) -> Void)?
  var best: UNMutableNotificationContent?
`,
    ),
  },
  {
    kind: 'near-miss',
    entry: 'service-extension',
    note: 'a mutable copy of the content is always there',
    files:
      swiftService(`    guard let content = request.content.mutableCopy() as? UNMutableNotificationContent else { return }
    content.title = "[changed]"
    deliver(content)`),
  },
  {
    kind: 'near-miss',
    entry: 'service-extension',
    note: 'the same without else',
    files: swiftService(`    let copy = (request.content.mutableCopy() as? UNMutableNotificationContent)
    if let copy {
      copy.title = "[changed]"
      deliver(copy)
    }`),
  },
  {
    kind: 'bad',
    entry: 'service-extension',
    note: 'the copy is there, but the key may not be',
    files:
      swiftService(`    guard let content = request.content.mutableCopy() as? UNMutableNotificationContent, let key = content.userInfo["key"] else { ⟦return⟧ }
    print(key)
    deliver(content)`),
  },
  {
    kind: 'near-miss',
    entry: 'service-extension',
    note: 'a library delivers it',
    files: swiftService('    PushLibrary.shared.populate(request.content, withContentHandler: deliver)'),
  },
  {
    kind: 'near-miss',
    entry: 'service-extension',
    note: 'no notification service, only a method of the same name',
    files: {
      'Mailbox.swift': `final class Mailbox {
  func didReceive(_ letter: String, withContentHandler deliver: @escaping (String) -> Void) {
    guard !letter.isEmpty else { return }
    deliver(letter)
  }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'service-extension',
    files: objcService(`    if (request.content.userInfo[@"key"] == nil) {
        ⟦return⟧;
    }
    deliver(request.content);`),
  },
  {
    kind: 'good',
    entry: 'service-extension',
    files: objcService(`    if (request.content.userInfo[@"key"] == nil) {
        deliver(request.content);
        return;
    }
    deliver(request.content);`),
  },
  {
    kind: 'near-miss',
    entry: 'service-extension',
    files: objcService(`    self.contentHandler = deliver;
    if (request.content.userInfo[@"key"] == nil) {
        return;
    }
    self.contentHandler(request.content);`),
  },
];

const response: readonly RuleExample[] = [
  {
    kind: 'near-miss',
    entry: 'response',
    note: 'there always are settings',
    files: swiftCenter(
      swiftResponse,
      `    guard let settings = URL(string: UIApplication.openSettingsURLString) else { return }
    UIApplication.shared.open(settings)
    done()`,
    ),
  },
  {
    kind: 'bad',
    entry: 'response',
    files: swiftCenter(
      swiftResponse,
      `    switch response.actionIdentifier {
    case "reply":
      Inbox.shared.reply(then: done)
    ⟦default⟧:
      break
    }`,
    ),
  },
  {
    kind: 'good',
    entry: 'response',
    files: swiftCenter(
      swiftResponse,
      `    switch response.actionIdentifier {
    case "reply":
      Inbox.shared.reply(then: done)
    default:
      done()
    }`,
    ),
  },
  {
    kind: 'near-miss',
    entry: 'response',
    note: 'the async form cannot forget it',
    files: {
      'Notifications.swift': `import UserNotifications
final class Notifications: NSObject, UNUserNotificationCenterDelegate {
  func userNotificationCenter(_ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse) async {
    guard response.actionIdentifier == "reply" else { return }
    await Inbox.shared.reply()
  }
}
`,
    },
  },
  {
    kind: 'bad',
    entry: 'response',
    files: objcCenter(
      objcResponse,
      `    if (![response.actionIdentifier isEqualToString:@"reply"]) {
        ⟦return⟧;
    }
    [Inbox replyThen:done];`,
    ),
  },
  {
    kind: 'good',
    entry: 'response',
    files: objcCenter(
      objcResponse,
      `    if ([response.actionIdentifier isEqualToString:@"reply"]) {
        NSLog(@"reply");
    }
    done();`,
    ),
  },
];

const presentation: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'presentation',
    files: swiftCenter(
      swiftPresent,
      `    if notification.request.identifier == "chat" {
      ⟦return⟧
    }
    show([.banner, .sound])`,
    ),
  },
  {
    kind: 'good',
    entry: 'presentation',
    files: swiftCenter(
      swiftPresent,
      `    if notification.request.identifier == "chat" {
      show([])
      return
    }
    show([.banner, .sound])`,
    ),
  },
  {
    kind: 'bad',
    entry: 'presentation',
    note: 'never at all',
    files: objcCenter(
      objcPresent.replace('withCompletionHandler:', '⟦withCompletionHandler⟧:'),
      '    NSLog(@"%@", notification);',
    ),
  },
  {
    kind: 'good',
    entry: 'presentation',
    files: objcCenter(objcPresent, '    show(UNNotificationPresentationOptionSound);'),
  },
  {
    kind: 'near-miss',
    entry: 'presentation',
    note: 'defer covers every way out',
    files: swiftCenter(
      swiftPresent,
      `    var options: UNNotificationPresentationOptions = []
    defer { show(options) }
    guard notification.request.identifier != "chat" else { return }
    options = [.banner]`,
    ),
  },
];

export const examples: readonly RuleExample[] = [...service, ...response, ...presentation];
