import { beforeAll, describe, expect, it } from 'vitest';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { printProgram } from '../../../server/src/core/program/print';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

const parser = new TreeParser(testWasm);
beforeAll(() => parser.load('swift'));

describe('parseSwift', () => {
  it('lowers a method with a background task', () => {
    const text = `
      final class Uploader: NSObject {
        func start() {
          id = UIApplication.shared.beginBackgroundTask(withName: "upload") { [weak self] in
            self?.stop()
          }
        }
      }`;
    expect(printProgram(parseSwift(parser, text))).toBe(
      [
        'final class Uploader: NSObject',
        '  method start()',
        '    id = UIApplication.shared.beginBackgroundTask(withName: "upload", {1})',
        '      {1} closure [weak self] ()',
        '        return implicitly self?.stop()',
        '',
      ].join('\n'),
    );
  });

  it('gives a trailing closure to the call before it, in initialisers too', () => {
    const text =
      'func f() {\n  let id = app.begin(withName: "a") { }\n  id2 = app.begin(withName: "a") { }\n}\n';
    const lines = printProgram(parseSwift(parser, text)).split('\n');
    expect(lines[1]).toBe('  let id = app.begin(withName: "a", {1})');
    expect(lines[3]).toBe('  id2 = app.begin(withName: "a", {1})');
  });
});
