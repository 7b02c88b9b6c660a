/** Is a receiver certainly, possibly or certainly not the application object? */
import { beforeAll, describe, expect, it } from 'vitest';
import { FileAnalysis } from '../../../server/src/core/program/analysis';
import { type ForeignTypes, noForeignTypes } from '../../../server/src/core/program/foreign-types';
import type { Expr } from '../../../server/src/core/program/ir';
import { walkProgram } from '../../../server/src/core/program/walk';
import { loadGrammars, parseFile } from '../../support/code-rules';

beforeAll(loadGrammars);

/** Verdict on the receiver of the call of `here`. */
function verdict(path: string, text: string, foreign?: ForeignTypes): string | undefined {
  const analysis = new FileAnalysis(parseFile(path, text), foreign);
  let receiver: Expr | undefined;
  walkProgram(analysis.program, {
    expr: (expr) => {
      if (expr.kind === 'call' && expr.name === 'here') receiver = expr.receiver;
      return true;
    },
  });
  return receiver && analysis.types.isInstance(receiver, 'UIApplication');
}

describe('the type of a receiver in Swift', () => {
  it.each([
    ['yes', 'UIApplication.shared.here()'],
    ['yes', 'UIKit.UIApplication.shared.here()'],
    ['yes', 'let app = UIApplication.shared\napp.here()'],
    ['yes', 'let app: UIApplication = .shared\napp.here()'],
    ['yes', 'let app = x as! UIApplication\napp.here()'],
    ['yes', 'guard let app = x as? UIApplication else { return }\napp.here()'],
    ['yes', 'let app = UIApplication.shared\nlet other = app\nrun { other.here() }'],
    ['yes', 'param.here()'],
    ['yes', 'optional?.here()'],
    ['yes', 'optional!.here()'],
    ['yes', 'if let app = optional { app.here() }'],
    ['yes', 'property.here()'],
    ['yes', 'self.property.here()'],
    ['yes', 'self.lazyProperty.here()'],
    ['yes', 'run { [weak self] in guard let self else { return }\nself.property.here() }'],
    ['yes', 'run { [app = UIApplication.shared] in app.here() }'],
    ['yes', '(await UIApplication.shared).here()'],
    ['yes', 'special.here()'],
    ['no', 'other.here()'],
    ['no', 'self.here()'],
    ['no', 'Other.shared.here()'],
    ['no', 'let property = Other()\nproperty.here()'],
    ['yes', 'application().here()'],
    ['yes', 'C.application()?.here()'],
    ['yes', 'func local() -> UIApplication { .shared }\nlocal().here()'],
    ['maybe', 'overloaded().here()'],
    ['maybe', 'unknown.here()'],
    ['maybe', 'make().here()'],
    ['maybe', 'self.elsewhere.here()'],
    ['maybe', 'let (app, x) = pair()\napp.here()'],
  ])('is %s for %j', (expected, code) => {
    const text = `
class SpecialApplication: UIApplication {}
class C {
  let property = UIApplication.shared
  lazy var lazyProperty: UIApplication = { .shared }()
  let other: Other
  static func application() -> UIApplication? { nil }
  func overloaded() -> UIApplication { .shared }
  func overloaded() -> Other { .shared }
  func f(param: UIApplication, optional: UIApplication?, special: SpecialApplication) async {
    ${code}
  }
}`;
    expect(verdict('a.swift', text)).toBe(expected);
  });

  it('is known behind other names of types', () => {
    const use = 'typealias App = UIApplication\nfunc f(_ app: App) { ';
    expect(verdict('A.swift', `${use}app.here() }`)).toBe('yes');
    expect(verdict('A.swift', `${use}App.shared.here() }`)).toBe('yes');
    expect(verdict('A.swift', `${use}other.here() }`)).toBe('maybe');
    expect(verdict('A.swift', 'typealias App = Mock\nfunc f() { App.shared.here() }')).toBe('no');
  });

  it('is known for properties that other files declare', () => {
    const property = (type: string | undefined, name: string) =>
      type === 'C' && name === 'app' ? 'UIApplication' : undefined;
    const foreign: ForeignTypes = { ...noForeignTypes, property, bare: property };
    expect(verdict('a.swift', 'extension C { func f() { app.here(); } }', foreign)).toBe('yes');
    expect(verdict('a.swift', 'extension C { func f(c: C) { c.app.here() } }', foreign)).toBe('yes');
    expect(verdict('a.swift', 'extension D { func f() { app.here() } }', foreign)).toBe('maybe');
  });

  it('does not loop over values that refer to each other', () => {
    const text = 'class C { lazy var a = b\n lazy var b = a\n func f() { a.here() } }';
    expect(verdict('a.swift', text)).toBe('maybe');
  });
});

describe('the type of a receiver in Objective-C', () => {
  it.each([
    ['yes', '[[UIApplication sharedApplication] here];'],
    ['yes', '[UIApplication.sharedApplication here];'],
    ['yes', 'UIApplication *app = [UIApplication sharedApplication]; [app here];'],
    ['yes', 'id app = [UIApplication sharedApplication]; [app here];'],
    ['yes', '[self.app here];'],
    ['yes', '[_app here];'],
    ['yes', '[[self app] here];'],
    ['yes', '__weak typeof(self) weakSelf = self; [weakSelf.app here];'],
    ['yes', '[(UIApplication *)x here];'],
    ['no', '[self here];'],
    ['no', '[[Other sharedOther] here];'],
    ['maybe', '[x here];'],
    ['maybe', '[[self make] here];'],
  ])('is %s for %j', (expected, code) => {
    const text = `
@interface C : NSObject
@property (nonatomic, strong) UIApplication *app;
@end
@implementation C
- (void)f { ${code} }
@end`;
    expect(verdict('a.m', text)).toBe(expected);
  });
});
