import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Downloads.swift': `import AVFoundation

final class Downloads: NSObject, AVAssetDownloadDelegate {
  func open() -> URLSession {
${body.trim().replace(/^/gm, '    ')}
  }
}
`,
  };
}

function objc(configuration: string): RuleExample['files'] {
  return {
    'Downloads.m': `#import <AVFoundation/AVFoundation.h>

@implementation Downloads

- (void)open {
    self.session = [AVAssetDownloadURLSession sessionWithConfiguration:${configuration}
                                                 assetDownloadDelegate:self
                                                         delegateQueue:nil];
}

@end
`,
  };
}

const open = (configuration: string): string =>
  `return AVAssetDownloadURLSession(configuration: ${configuration}, assetDownloadDelegate: self, delegateQueue: nil)`;

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift(open('⟦.ephemeral⟧')) },
  {
    kind: 'bad',
    note: 'in a variable',
    files: swift(`let configuration = URLSessionConfiguration.default
configuration.allowsCellularAccess = false
${open('⟦configuration⟧')}`),
  },
  { kind: 'good', files: swift(open('.background(withIdentifier: "com.example.app.streams")')) },
  {
    kind: 'near-miss',
    note: 'a session of another kind',
    files: swift('return URLSession(configuration: .default)'),
  },
  { kind: 'near-miss', note: 'from elsewhere', files: swift(open('Settings.configuration')) },
  { kind: 'bad', files: objc('[⟦NSURLSessionConfiguration⟧ defaultSessionConfiguration]') },
  {
    kind: 'good',
    files: objc(
      '[NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.app.streams"]',
    ),
  },
];
