import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Synth.swift': `import AVFAudio

final class Synth: NSObject {
  private var engine: AVAudioEngine?

${body.trim().replace(/^/gm, '  ')}
}
`,
  };
}

function objc(handler: string): RuleExample['files'] {
  return {
    'Synth.m': `#import <AVFAudio/AVFAudio.h>

@interface Synth : NSObject
@property (nonatomic, strong) AVAudioEngine *engine;
@end

@implementation Synth

- (void)observe {
    [[NSNotificationCenter defaultCenter] addObserver:self
                                             selector:@selector(configurationChanged:)
                                                 name:AVAudioEngineConfigurationChangeNotification
                                               object:self.engine];
}

- (void)configurationChanged:(NSNotification *)note {
${handler.trim().replace(/^/gm, '    ')}
}

@end
`,
  };
}

const center = 'NotificationCenter.default.addObserver';
const name = '.AVAudioEngineConfigurationChange';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    files: swift(`func observe() {
  ${center}(forName: ${name}, object: engine, queue: nil) { [weak self] _ in
    self?.⟦engine⟧ = nil
  }
}`),
  },
  {
    kind: 'bad',
    note: 'a method',
    files: swift(`func observe() {
  ${center}(self, selector: #selector(changed(_:)), name: ${name}, object: engine)
}

@objc private func changed(_ note: Notification) {
  ⟦engine⟧ = AVAudioEngine()
}`),
  },
  {
    kind: 'good',
    note: 'on another queue',
    files: swift(`func observe() {
  ${center}(forName: ${name}, object: engine, queue: nil) { [weak self] _ in
    DispatchQueue.main.async { self?.engine = nil }
  }
}`),
  },
  {
    kind: 'near-miss',
    note: 'the handler starts the engine again',
    files: swift(`func observe() {
  ${center}(forName: ${name}, object: engine, queue: nil) { [weak self] _ in
    try? self?.engine?.start()
  }
}

func tearDown() { engine = nil }`),
  },
  {
    kind: 'near-miss',
    note: 'the handler of something else',
    files: swift(`func observe() {
  ${center}(forName: ${name}, object: engine, queue: nil) { _ in }
  ${center}(forName: UIApplication.didEnterBackgroundNotification, object: nil, queue: nil) { [weak self] _ in
    self?.engine = nil
  }
}`),
  },
  { kind: 'bad', files: objc('self.⟦engine⟧ = nil;') },
  { kind: 'good', files: objc('dispatch_async(dispatch_get_main_queue(), ^{ self.engine = nil; });') },
];
