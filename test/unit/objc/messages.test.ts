import { beforeAll, describe, expect, it } from 'vitest';
import type { CallExpr, ProgramFile } from '../../../server/src/core/program/ir';
import { parse, parser, statement } from '../../support/objc';

beforeAll(() => parser.load('objc'));

/** The call that is the only statement of the file's first function. */
function onlyCall(file: ProgramFile): CallExpr {
  const [stmt] = file.functions[0]?.body?.statements ?? [];
  if (stmt?.kind !== 'expr' || stmt.expr.kind !== 'call') throw new Error('Expected a call');
  return stmt.expr;
}

function callOf(source: string): { call: CallExpr; text: (range: { start: number; end: number }) => string } {
  const text = `void f(void) { ${source}; }`;
  return { call: onlyCall(parse(text)), text: ({ start, end }) => text.slice(start, end) };
}

describe('a message', () => {
  it('without arguments has the selector of its name', () => {
    const { call, text } = callOf('[session activate]');
    expect(call).toMatchObject({ name: 'activate', selector: 'activate', args: [], constructs: undefined });
    expect(text(call.nameRange)).toBe('activate');
    expect(call.receiver).toMatchObject({ kind: 'name', name: 'session' });
  });

  it('joins its pieces to the selector and labels its arguments with them', () => {
    const { call, text } = callOf('[session setCategory:category withOptions:3 error:&error]');
    expect(call.name).toBe('setCategory');
    expect(call.selector).toBe('setCategory:withOptions:error:');
    expect(call.args.map((arg) => arg.label)).toEqual(['setCategory', 'withOptions', 'error']);
    expect(call.args.map((arg) => text(arg.range))).toEqual([
      'setCategory:category',
      'withOptions:3',
      'error:&error',
    ]);
  });

  it('gives arguments after a comma no label', () => {
    const { call } = callOf('[NSArray arrayWithObjects:a, b, nil]');
    expect(call.selector).toBe('arrayWithObjects:');
    expect(call.args.map((arg) => arg.label)).toEqual(['arrayWithObjects', undefined, undefined]);
  });

  it('may have a piece without a name', () => {
    expect(callOf('[path addCurve:a :b]').call.selector).toBe('addCurve::');
  });

  it('to another message nests', () => {
    expect(statement('[[UIApplication sharedApplication] endBackgroundTask:task];')).toBe(
      'UIApplication.sharedApplication().endBackgroundTask:(endBackgroundTask: task)',
    );
  });

  it('to super names super as its receiver', () => {
    expect(statement('[super viewDidLoad];')).toBe('super.viewDidLoad()');
  });

  it('that sets a property stays a call', () => {
    expect(statement('[session setActive:YES];')).toBe('session.setActive:(setActive: true)');
  });
});

describe('making an object', () => {
  it('is a call that constructs the class, placed at the name of the class', () => {
    const { call, text } = callOf('[[CXProvider alloc] initWithConfiguration:configuration]');
    expect(call).toMatchObject({
      receiver: undefined,
      name: 'initWithConfiguration',
      selector: 'initWithConfiguration:',
      constructs: 'CXProvider',
    });
    expect(text(call.nameRange)).toBe('CXProvider');
  });

  it('is recognised in alloc init and in new', () => {
    expect(callOf('[[CLLocationManager alloc] init]').call.constructs).toBe('CLLocationManager');
    expect(callOf('[CLLocationManager new]').call.constructs).toBe('CLLocationManager');
    expect(callOf('[NSMutableArray<NSString *> new]').call.constructs).toBe('NSMutableArray');
  });

  it('is not seen where the class is not named', () => {
    expect(callOf('[[self alloc] init]').call.constructs).toBeUndefined();
    expect(callOf('[[[self class] alloc] init]').call.constructs).toBeUndefined();
    expect(callOf('[factory new]').call.constructs).toBeUndefined();
  });

  it('is not seen in messages that only begin like an initialiser', () => {
    expect(callOf('[[Player alloc] initialise]').call.constructs).toBeUndefined();
  });
});

describe('a call', () => {
  it('of a C function has neither receiver nor labels', () => {
    expect(statement('dispatch_async(queue, work);')).toBe('dispatch_async(queue, work)');
  });

  it('of a block in a variable looks like one of a function', () => {
    expect(callOf('completion(YES)').call).toMatchObject({
      name: 'completion',
      receiver: undefined,
      selector: undefined,
    });
    expect(callOf('_completion(YES)').call.name).toBe('_completion');
    expect(callOf('(completion)(YES)').call.name).toBe('completion');
  });

  it('of a block property has its owner as receiver', () => {
    expect(statement('self.completion(nil, YES);')).toBe('self.completion(nil, true)');
    expect(statement('self->_completion(nil);')).toBe('self._completion(nil)');
  });

  it('of what another call answers has that call as receiver and no name', () => {
    expect(callOf('handlers()(x)').call).toMatchObject({
      name: '',
      receiver: { kind: 'call', name: 'handlers' },
    });
  });

  it('of selectors, protocols and encodings keeps their names as strings', () => {
    expect(statement('timer = @selector(tick:for:);')).toBe('timer = @selector("tick:for:")');
    expect(statement('p = @protocol(NSCopying);')).toBe('p = @protocol("NSCopying")');
    expect(statement('e = @encode(int);')).toBe('e = @encode("int")');
  });
});
