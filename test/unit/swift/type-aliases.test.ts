import { describe, expect, it } from 'vitest';
import { SwiftDocument } from '../../../server/src/core/program/parse-swift';
import { plainModel } from '../../support/plain-model';
import { lower, parser } from './support';

/** Head and kind of the type of the only parameter of the function `f`. */
function paramType(text: string): string | undefined {
  const file = lower(text);
  const functions = [...file.functions, ...file.types.flatMap(({ methods }) => methods)];
  const type = functions.find(({ name }) => name === 'f')?.params[0]?.type;
  return type && `${type.name}${type.isFunction ? '()' : ''}${type.isOptional ? '?' : ''} as ${type.text}`;
}

describe('a type alias', () => {
  it.each([
    ['typealias H = () -> Void\nfunc f(_ h: H) { }', '() as H'],
    ['func f(_ h: @escaping H) { }\ntypealias H = (Int) -> Void', '() as @escaping H'],
    ['typealias H = (() -> Void)?\nfunc f(_ h: H) { }', '()? as H'],
    ['typealias H = () -> Void\nfunc f(_ h: H?) { }', '()? as H?'],
    ['typealias S = AVAudioSession\nfunc f(_ s: S) { }', 'AVAudioSession as S'],
    ['typealias S = AVFAudio.AVAudioSession\ntypealias T = S\nfunc f(_ t: T) { }', 'AVAudioSession as T'],
    ['class A {\n  typealias H = () -> Void\n  func f(_ h: H) { }\n}', '() as H'],
  ])('stands for its type: %j', (text, expected) => {
    expect(paramType(text)).toBe(expected);
  });

  it.each([
    ['typealias S = S\nfunc f(_ s: S) { }', 'S as S'],
    ['typealias S = T\ntypealias T = S\nfunc f(_ s: S) { }', 'S as S'],
    ['#if A\ntypealias S = T\n#else\ntypealias S = U\n#endif\nfunc f(_ s: S) { }', 'S as S'],
    ['typealias S<T> = T\nfunc f(_ s: S) { }', 'S as S'],
    ['class A { struct S { } }\ntypealias S = T\nfunc f(_ s: S) { }', 'S as S'],
    ['class A { typealias Element = B }\nfunc f(_ e: Element) { }', 'Element as Element'],
    ['typealias S = T\nfunc f(_ s: A.S) { }', 'S as A.S'],
  ])('that is none, or may mean something else, is left alone: %j', (text, expected) => {
    expect(paramType(text)).toBe(expected);
  });

  it('is bounded however often a type names others', () => {
    const aliases = Array.from(
      { length: 60 },
      (_, n) => `typealias A${n} = (A${n + 1}, A${n + 1}) -> A${n + 1}\n`,
    );
    expect(paramType(`${aliases.join('')}func f(_ a: A0) { }`)).toBe('() as A0');
  });

  it('makes what it stands for', () => {
    const text = 'typealias S = Session\nlet a = S()';
    expect(lower(text).globals[0]?.initial).toMatchObject({ name: 'S', constructs: 'Session' });
    expect(lower(text).aliases).toEqual([{ name: 'S', type: 'Session' }]);
  });

  it('that changes makes an open document read again what it is used for', () => {
    const text = (type: string) => `typealias H = ${type}\nclass A {\n  func f(_ h: H) { h() }\n}\n`;
    const document = new SwiftDocument(parser, text('() -> Void'));
    for (const type of ['Int', '() -> Void', 'S', '(Int) -> Void']) {
      expect(plainModel(document.update(text(type)))).toEqual(lower(text(type)));
    }
    document.dispose();
  });
});
