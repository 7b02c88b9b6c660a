import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Recipe.swift': `import UIKit

final class Recipe: UIViewController {
${body.trim().replace(/^(?=.)/gm, '  ')}
}
`,
  };
}

function objc(body: string): RuleExample['files'] {
  return { 'Recipe.m': `#import <UIKit/UIKit.h>\n\n@implementation Recipe\n\n${body}\n\n@end\n` };
}

const show = (line: string): string =>
  `override func viewDidAppear(_ animated: Bool) {\n  super.viewDidAppear(animated)\n  ${line}\n}`;
const hide =
  '\noverride func viewDidDisappear(_ animated: Bool) {\n  super.viewDidDisappear(animated)\n  UIApplication.shared.isIdleTimerDisabled = false\n}';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift(show('UIApplication.shared.⟦isIdleTimerDisabled⟧ = true')) },
  { kind: 'good', files: swift(show('UIApplication.shared.isIdleTimerDisabled = true') + hide) },
  {
    kind: 'near-miss',
    note: 'a switch decides',
    files: swift('func keepOn(_ isOn: Bool) { UIApplication.shared.isIdleTimerDisabled = isOn }'),
  },
  {
    kind: 'bad',
    files: objc('- (void)show {\n    [UIApplication sharedApplication].⟦idleTimerDisabled⟧ = YES;\n}'),
  },
  {
    kind: 'good',
    files: objc(
      '- (void)show {\n    [UIApplication sharedApplication].idleTimerDisabled = YES;\n}\n\n- (void)hide {\n    [[UIApplication sharedApplication] setIdleTimerDisabled:NO];\n}',
    ),
  },
];
