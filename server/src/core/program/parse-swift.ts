/** Swift text → program model, whole or edit by edit. */
import type { Node, Tree } from 'web-tree-sitter';
import type { TreeParser } from '../syntax/parser';
import { type NormalisedSwift, normaliseSwift } from '../syntax/swift-normalise';
import { copyTree } from '../syntax/swift-tree';
import type { TextRange } from '../text';
import type { ProgramFile } from './ir';
import { lowerSwift } from './lower-swift';

const NOTHING_TRACKED = { tracked: new Set<string>(), skip: () => false };

/** Parses and lowers one text. Any text is answered; `parser.load('swift')` must have resolved. */
export function parseSwift(parser: TreeParser, text: string): ProgramFile {
  const source = normaliseSwift(text);
  const tree = parser.parse('swift', source.text);
  if (tree === undefined) return emptyFile(source);
  try {
    return lowerSwift(copyTree(tree, NOTHING_TRACKED), source, errorRanges(tree));
  } finally {
    tree.delete();
  }
}

function emptyFile(source: NormalisedSwift): ProgramFile {
  const whole = { start: 0, end: source.text.length };
  const root = { type: 'source_file', ...whole, children: [], id: 0 };
  return lowerSwift(root, source, [whole]);
}

function errorRanges(tree: Tree): TextRange[] {
  const ranges: TextRange[] = [];
  const open: Node[] = tree.rootNode.hasError ? [tree.rootNode] : [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.isError || node.isMissing) ranges.push({ start: node.startIndex, end: node.endIndex });
    else open.push(...node.children.filter((child) => child.hasError || child.isMissing).reverse());
  }
  return ranges;
}
