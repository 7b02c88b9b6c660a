import { appPlist, plist } from '../../example-files';
import type { RuleExample } from '../../types';

const shareExtension = plist(
  '<key>NSExtension</key>\n<dict>\n\t<key>NSExtensionPointIdentifier</key>\n\t<string>com.apple.share-services</string>\n</dict>',
);

const swift = (setUp: string, make = '.⟦background⟧') => `import Foundation

final class Uploads: NSObject, URLSessionDelegate {
  private lazy var session: URLSession = {
    let configuration = URLSessionConfiguration${make}(withIdentifier: "com.example.app.share")
${setUp}    return URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
  }()
}
`;

const objc = (
  setUp: string,
  name = '⟦backgroundSessionConfigurationWithIdentifier⟧',
) => `#import <Foundation/Foundation.h>

@implementation Uploads

- (NSURLSession *)makeSession {
    NSURLSessionConfiguration *configuration = [NSURLSessionConfiguration ${name}:@"com.example.app.share"];
${setUp}    return [NSURLSession sessionWithConfiguration:configuration delegate:self delegateQueue:nil];
}

@end
`;

function inShare(
  kind: RuleExample['kind'],
  code: string,
  note?: string,
  infoPlist = shareExtension,
): RuleExample {
  const name = code.startsWith('#import') ? 'Share/Uploads.m' : 'Share/Uploads.swift';
  return {
    kind,
    files: { [name]: code, 'Share/Info.plist': infoPlist },
    ...(note === undefined ? {} : { note }),
  };
}

const objcName = 'backgroundSessionConfigurationWithIdentifier';

export const examples: readonly RuleExample[] = [
  inShare('bad', swift('')),
  inShare('bad', objc('')),
  inShare(
    'good',
    swift('    configuration.sharedContainerIdentifier = "group.com.example.app"\n', '.background'),
  ),
  inShare(
    'good',
    objc('    configuration.sharedContainerIdentifier = @"group.com.example.app";\n', objcName),
  ),
  inShare('near-miss', swift('', '.background'), 'The app needs none', appPlist('')),
  inShare('near-miss', objc('', objcName), 'The app needs none', appPlist('')),
  inShare(
    'near-miss',
    `import Foundation

func configuration() -> URLSessionConfiguration { .background(withIdentifier: "com.example.app.share") }
`,
    'Whoever asks for it may set the container',
  ),
];
