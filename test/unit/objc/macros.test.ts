/** Macros that stand for code: what their bodies mention is passed along where they are used as statements. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ObjcDocument, parseObjc } from '../../../server/src/core/program/parse-objc';
import { parse, parser, printed } from '../../support/objc';
import { plainModel } from '../../support/plain-model';

beforeAll(() => parser.load('objc'));

const method = (body: string) => `@implementation Player\n- (void)run {\n${body}\n}\n@end\n`;

/** The lowered body of a method behind some defines. */
function used(defines: string, body: string): string[] {
  const lines = printed(`${defines}\n${method(body)}`);
  return lines.filter((line) => line.startsWith('    ')).map((line) => line.slice(4));
}

describe('a macro as a statement', () => {
  it('is a call that gets what its body mentions', () => {
    const defines = '#define DONE(x) do { [task end:x]; self.task = nil; self->_count = _limit; } while (0)';
    expect(used(defines, 'DONE(a);')).toEqual(['DONE(a, task, self.task, self._count, _limit)']);
  });

  it('needs no parentheses', () => {
    expect(used('#define DONE finish(YES)', 'DONE;')).toEqual(['DONE(finish)']);
  });

  it('may be defined on several lines', () => {
    expect(used('#define DONE(x) \\\n  [task \\\n   end:x]', 'DONE(1);')).toEqual(['DONE(1, task)']);
  });

  it('may be defined twice', () => {
    const defines = '#if A\n#define DONE first()\n#else\n#define DONE second()\n#endif';
    expect(used(defines, 'DONE;')).toEqual(['DONE(first, second)']);
  });

  it('is not understood when its body may leave', () => {
    for (const body of ['return', 'goto out', '{ @throw _a; }', 'break; case 2:'])
      expect(used(`#define LEAVE() if (_a) ${body}`, 'LEAVE();')).toEqual(['unknown', '  LEAVE(_a)']);
  });

  it('mentions no parameters, types, constants, selectors, keywords or texts', () => {
    const defines = '#define SAY(a, ...) if (a) [Log say:@"x y" with:kLevel at:NSDate.now] else NSLog(a, 1)';
    expect(used(defines, 'SAY(b);')).toEqual(['SAY(b, kLevel, NSDate.now)']);
  });

  it('that is a constant stays a name', () => {
    expect(used('#define LIMIT 3\n#define OTHER LIMIT', 'f(LIMIT, OTHER);')).toEqual(['f(LIMIT, OTHER)']);
  });

  it('of another file is not understood when it may be one', () => {
    expect(used('', 'FINISH;')).toEqual(['unknown']);
    expect(used('', 'finish_it;')).toEqual(['unknown']);
    expect(used('', 'END_TASK(self.task);')).toEqual(['unknown', '  END_TASK(self.task)']);
    expect(used('', 'BAIL(a);')).toEqual(['unknown', '  BAIL(a)']);
  });

  it('of another file that checks or logs is a call', () => {
    for (const name of ['ASSERT_MAIN', 'NSAssert', 'DDLogInfo', 'LOG_ERROR', 'UNUSED', 'finish'])
      expect(used('', `${name}(a);`)).toEqual([`${name}(a)`]);
  });
});

describe('a macro that ends a background task', () => {
  const ending = (define: string) =>
    parse(`${define}\n`).functions.map(({ name, params }) => [name, params.length]);

  it('is a function', () => {
    expect(ending('#define END(x) [UIApplication.sharedApplication endBackgroundTask:x.task]')).toEqual([
      ['END', 1],
    ]);
    expect(ending('#define END [app endBackgroundTask:_task]; _task = 0')).toEqual([['END', 0]]);
  });

  it('is one only when it ends something', () => {
    expect(ending('#define END(x) [x end]')).toEqual([]);
    expect(ending('#define NAME @"endBackground"')).toEqual([]);
  });
});

it('changes the methods that use it', () => {
  const document = new ObjcDocument(parser, '');
  for (const body of ['first()', 'second()', 'return', '']) {
    const text = `#define DONE ${body}\n${method('DONE;')}`;
    expect(plainModel(document.update(text))).toEqual(parseObjc(parser, text));
  }
  document.dispose();
});
