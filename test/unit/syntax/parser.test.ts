import { describe, expect, it } from 'vitest';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { testWasm } from '../../support/wasm';

describe('TreeParser', () => {
  it('parses Swift and Objective-C without errors', async () => {
    const parser = new TreeParser(testWasm);
    await Promise.all([parser.load('swift'), parser.load('objc')]);
    const swift = parser.parse('swift', 'let a = 1\n');
    const objc = parser.parse('objc', '@implementation A\n- (void)b { [self c]; }\n@end\n');
    expect(swift?.rootNode.hasError).toBe(false);
    expect(objc?.rootNode.hasError).toBe(false);
    swift?.delete();
    objc?.delete();
    parser.dispose();
  });
});
