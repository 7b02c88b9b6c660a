import { beforeAll, describe, expect, it } from 'vitest';
import type { VarStmt } from '../../../server/src/core/program/ir';
import { parse, parser, statement, statements } from '../../support/objc';

beforeAll(() => parser.load('objc'));

describe('local variables', () => {
  function variables(body: string): VarStmt['variable'][] {
    const found = parse(`void f(void) { ${body} }`).functions[0]?.body?.statements ?? [];
    return found.flatMap((stmt) => (stmt.kind === 'var' ? [stmt.variable] : []));
  }

  it('declared together are statements of their own', () => {
    expect(variables('int a = 1, *b, c;').map(({ name, type }) => [name, type?.text])).toEqual([
      ['a', 'int'],
      ['b', 'int *'],
      ['c', 'int'],
    ]);
  });

  it('that blocks may change are marked', () => {
    const [task] = variables('__block UIBackgroundTaskIdentifier task = UIBackgroundTaskInvalid;');
    expect(task).toMatchObject({
      name: 'task',
      attributes: ['__block'],
      type: { name: 'UIBackgroundTaskIdentifier' },
    });
  });

  it('that hold self weakly are weak', () => {
    const found = variables(
      '__weak typeof(self) a = self; Player * __weak b = self; __strong typeof(a) c = a;',
    );
    expect(found.map(({ name, isWeak }) => [name, isWeak])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ]);
    expect(found[0]?.type?.text).toBe('typeof(self)');
  });

  it('that hold a block are functions', () => {
    const [done] = variables('void (^done)(int, NSString *) = ^(int a, NSString *b) { };');
    expect(done).toMatchObject({
      name: 'done',
      type: { isFunction: true, text: 'void (^)(int, NSString *)' },
    });
    expect(done?.initial?.kind).toBe('closure');
  });

  it('are constant where they cannot be assigned', () => {
    const found = variables('const int a = 1; NSString *const b = @""; const char *c = "";');
    expect(found.map(({ isConstant }) => isConstant)).toEqual([true, true, false]);
  });

  it('may leave their type to the compiler', () => {
    for (const declaration of ['__auto_type x = make();', 'auto x = make();', 'const auto *x = make();']) {
      expect(variables(declaration)).toMatchObject([
        { name: 'x', type: undefined, initial: { kind: 'call' } },
      ]);
    }
  });
});

describe('conditions', () => {
  it('are clauses joined by and', () => {
    expect(statements('if ((self = [super init]) && ready) { a(); } else if (b) c(); else { d(); }')).toEqual(
      ['if self = super.init()', '  and ready', '  a()', 'else', '  if b', '    c()', '  else', '    d()'],
    );
  });

  it('on the version of the system are their own kind', () => {
    expect(statements('if (@available(iOS 13.0, tvOS 13, *) && ready) { a(); }')).toEqual([
      'if #available(iOS 13.0, tvOS 13, *)',
      '  and ready',
      '  a()',
    ]);
    expect(statements('if (!@available(iOS 13, *)) { return; }')[0]).toBe('if #unavailable(iOS 13, *)');
  });
});

describe('loops', () => {
  it('over a collection name their element', () => {
    expect(statements('for (NSString *name in [self names]) { use(name); }')).toEqual([
      'for name in self.names()',
      '  use(name)',
    ]);
    expect(statements('for (name in names) use(name);')).toEqual(['for name in names', '  use(name)']);
  });

  it('in the style of C keep start, condition and step', () => {
    expect(statements('for (int i = 0, n = 3; i < n; i++) { continue; }')).toEqual([
      'for',
      '  var i: int = 0',
      '  var n: int = 3',
      '  while (i < n)',
      '  step (++i)',
      '  continue',
    ]);
    expect(statements('for (;;) { break; }')).toEqual(['for', '  while', '  step', '  break']);
  });

  it('test first or last', () => {
    expect(statements('while (x && y) { a(); }')).toEqual(['while x', '  and y', '  a()']);
    expect(statements('do { a(); } while (x);')).toEqual(['repeat', '  a()', 'while x']);
  });
});

describe('switch', () => {
  it('falls through where no case ends it', () => {
    expect(
      statements(`switch (kind) {
        case A:
        case B: a(); break;
        case C: { b(); return; }
        case D: b();
        case E: if (x) { return; } else { break; }
        default: c();
      }`),
    ).toEqual([
      'switch kind',
      '  case A',
      '    falls through',
      '  case B',
      '    a()',
      '    break',
      '  case C',
      '    plain',
      '      b()',
      '      return',
      '  case D',
      '    b()',
      '    falls through',
      '  case E',
      '    if x',
      '      return',
      '    else',
      '      break',
      '  default',
      '    c()',
    ]);
  });

  it('is exhaustive only with a default', () => {
    expect(statements('switch (x) { case A: a(); break; }')[0]).toBe('switch (not exhaustive) x');
  });

  it('does not take a break inside a loop for its own', () => {
    const lines = statements('switch (x) { case A: while (y) { break; } case B: b(); }');
    expect(lines.filter((line) => line.includes('falls through'))).toHaveLength(1);
  });

  it('is uncertain where a case exists on some platforms only', () => {
    const lines = statements(
      'switch (x) {\ncase A: a(); break;\n#if TARGET_OS_TV\ncase B: b(); break;\n#endif\ndefault: c();\n}',
    );
    expect(lines).toEqual([
      'switch x',
      '  case A',
      '    a()',
      '    break',
      '  case B',
      '    #if os(tvOS)',
      '      b()',
      '      break',
      '    #if !os(tvOS)',
      '      unknown',
      '  default',
      '    c()',
    ]);
  });
});

describe('other statements', () => {
  it('catch and throw', () => {
    expect(
      statements(
        '@try { a(); } @catch (PlayerError *e) { b(e); } @catch (NSException *e) { c(); } @finally { d(); }',
      ),
    ).toEqual([
      'try',
      '  a()',
      'catch PlayerError *e binding e',
      '  b(e)',
      'catch all NSException *e binding e',
      '  c()',
      'finally',
      '  d()',
    ]);
    expect(statement('@throw error;')).toBe('throw error');
  });

  it('are blocks of their own kind', () => {
    expect(statements('@synchronized (self) { a(); }')).toEqual(['synchronized self', '  a()']);
    expect(statements('@autoreleasepool { a(); }')).toEqual(['autoreleasepool', '  a()']);
    expect(statements('{ a(); }')).toEqual(['plain', '  a()']);
  });

  it('jump to labels', () => {
    expect(statements('goto done;\ndone:\n  a();')).toEqual(['goto done', 'done: plain', '  a()']);
  });

  it('that declare weak and strong self by macro are left out', () => {
    expect(statements('@weakify(self)\n[x run:^{ @strongify(self); [self stop]; }];')).toEqual([
      'x.run:(run: {1})',
      '  {1} closure ()',
      '    self.stop()',
    ]);
  });

  it('that are macros in the shape of calls are calls', () => {
    expect(statement('NSAssert(x > 0, @"positive");')).toBe('NSAssert((x > 0), "positive")');
    expect(statement('NSParameterAssert(task);')).toBe('NSParameterAssert(task)');
  });

  it('keep the code around a label of Swift in a macro', () => {
    expect(statement('self.title = NSLocalizedString(@"KEY", comment: "");')).toBe(
      'self.title = NSLocalizedString("KEY", "")',
    );
  });
});
