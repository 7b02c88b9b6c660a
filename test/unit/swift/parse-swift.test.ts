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
});
