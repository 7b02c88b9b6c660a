import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Export.swift': `import AVKit
import BackgroundTasks

final class Export {
${body.trim().replace(/^(?=.)/gm, '  ')}
}
`,
  };
}

function objc(lines: string): RuleExample['files'] {
  return {
    'Export.m': `#import <AVKit/AVKit.h>
#import <BackgroundTasks/BackgroundTasks.h>

@implementation Export

- (void)prepare:(BGContinuedProcessingTaskRequest *)request {
${lines.trim().replace(/^(?=.)/gm, '    ')}
}

@end
`,
  };
}

const open = 'func prepare(_ request: BGContinuedProcessingTaskRequest) {\n';
const check = 'BGTaskScheduler.supportedResources.contains(.gpu)';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'continued-processing-gpu',
    files: swift(`${open}  request.⟦requiredResources⟧ = .gpu\n}`),
  },
  {
    kind: 'good',
    entry: 'continued-processing-gpu',
    files: swift(`${open}  if ${check} { request.requiredResources = .gpu }\n}`),
  },
  {
    kind: 'near-miss',
    entry: 'continued-processing-gpu',
    note: 'asked somewhere else',
    files: swift(
      `var hasGpu: Bool { ${check} }\n${open}  guard hasGpu else { return }\n  request.requiredResources = .gpu\n}`,
    ),
  },
  {
    kind: 'bad',
    entry: 'continued-processing-gpu',
    files: objc('request.⟦requiredResources⟧ = BGContinuedProcessingTaskRequestResourcesGPU;'),
  },
  {
    kind: 'bad',
    entry: 'picture-in-picture',
    files: swift(
      'private var picture: AVPictureInPictureController?\nfunc show(_ layer: AVPlayerLayer) { picture = ⟦AVPictureInPictureController⟧(playerLayer: layer) }',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'picture-in-picture',
    note: 'waits until it is possible',
    files: swift(
      'private var picture: AVPictureInPictureController?\nvar canStart: Bool { picture?.isPictureInPicturePossible == true }\nfunc show(_ layer: AVPlayerLayer) { picture = AVPictureInPictureController(playerLayer: layer) }',
    ),
  },
  {
    kind: 'good',
    entry: 'picture-in-picture',
    files: objc(
      'if ([AVPictureInPictureController isPictureInPictureSupported]) {\n    self.picture = [[AVPictureInPictureController alloc] initWithPlayerLayer:self.layer];\n}',
    ),
  },
];
