import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Settings.swift': `import UIKit

final class Settings: UIViewController {
${body.trim().replace(/^(?=[^\n])/gm, '  ')}
}
`,
  };
}

function objc(line: string): RuleExample['files'] {
  return {
    'Settings.m': `#import <UIKit/UIKit.h>

@implementation Settings

- (void)restart {
    ${line}
}

@end
`,
  };
}

export const examples: readonly RuleExample[] = [
  { kind: 'bad', files: swift('@IBAction func restart() { ⟦exit⟧(0) }') },
  {
    kind: 'bad',
    note: 'later',
    files: swift(
      'func restart() {\n  DispatchQueue.main.asyncAfter(deadline: .now() + 1) { ⟦exit⟧(EXIT_SUCCESS) }\n}',
    ),
  },
  {
    kind: 'good',
    files: swift(
      '@IBAction func restart() { navigationController?.popToRootViewController(animated: true) }',
    ),
  },
  {
    kind: 'near-miss',
    note: 'in debug builds',
    files: swift('#if DEBUG\nfunc restart() { exit(0) }\n#endif'),
  },
  {
    kind: 'near-miss',
    note: 'a menu for developers',
    files: {
      'DebugMenu.swift':
        'import UIKit\nfinal class DebugMenu: UIViewController {\n  @objc func restart() { exit(0) }\n}\n',
    },
  },
  {
    kind: 'near-miss',
    note: 'a method of its own',
    files: swift('func restart() { exit(0) }\nprivate func exit(_ step: Int) {}'),
  },
  {
    kind: 'near-miss',
    note: 'a tool',
    files: { 'Tool.swift': 'import Foundation\nstruct Tool {\n  func fail() -> Never { exit(1) }\n}\n' },
  },
  { kind: 'bad', files: objc('⟦exit⟧(0);') },
  { kind: 'near-miss', files: objc('[self.game exit:0];') },
  { kind: 'good', files: objc('[self.navigationController popToRootViewControllerAnimated:YES];') },
];
