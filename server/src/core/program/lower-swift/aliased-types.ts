/** Types that a file gives another name to: `typealias Jobs = [Job]`. */
import type { NormalisedSwift } from '../../syntax/swift-normalise';
import type { SyntaxNode } from '../../syntax/swift-tree';

const bodies: ReadonlySet<string> = new Set([
  'class_declaration',
  'class_body',
  'enum_class_body',
  'protocol_declaration',
  'protocol_body',
]);

/** Their last names, at file level and in types. `root` is the copied tree of the file. */
export function aliasedTypes(root: SyntaxNode, { original }: NormalisedSwift): readonly string[] {
  const names = new Set<string>();
  const collect = (node: SyntaxNode, isBehind: boolean): void => {
    let isNext = isBehind;
    for (const child of node.children) {
      if (isBehind && child.type === 'type_identifier') names.add(original.slice(child.start, child.end));
      if (isBehind || isNext) collect(child, true);
      else if (bodies.has(child.type) || child.type === 'typealias_declaration') collect(child, false);
      if (node.type === 'typealias_declaration' && child.type === '=') isNext = true;
    }
  };
  collect(root, false);
  return [...names];
}
