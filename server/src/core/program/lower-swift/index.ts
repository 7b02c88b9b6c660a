/** Swift trees → program model. */
import type { NormalisedSwift } from '../../syntax/swift-normalise';
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { FunctionDecl, ImportDecl, ProgramFile, Stmt, TypeDecl, VariableDecl } from '../ir';
import { lowerFunction } from './functions';
import { childOf, Lowering, nameOf, rangeOf } from './lowering';
import { lowerProperty } from './properties';
import { lowerStatements } from './statements';
import { lowerTypeDecl, type MemberCache } from './type-decls';

export interface LowerOptions {
  readonly cache?: MemberCache;
}

/** Never throws. `root` is the copied tree of `source.text`; `errors` are its ERROR and missing nodes. */
export function lowerSwift(
  root: SyntaxNode,
  source: NormalisedSwift,
  errors: readonly TextRange[],
  cache: MemberCache = (_node, lower) => lower(),
): ProgramFile {
  const lowering = new Lowering(source);
  const file = new FileParts();
  for (const node of root.children) file.add(lowering, node, cache);
  return {
    language: 'swift',
    imports: file.imports,
    types: file.types,
    functions: file.functions,
    globals: file.globals,
    topLevel: { statements: topLevel(lowering, file.statements), range: rangeOf(root) },
    comments: source.comments.map((range) => ({ range })),
    errors,
  };
}

class FileParts {
  readonly imports: ImportDecl[] = [];
  readonly types: TypeDecl[] = [];
  readonly functions: FunctionDecl[] = [];
  readonly globals: VariableDecl[] = [];
  readonly statements: SyntaxNode[] = [];

  add(lowering: Lowering, node: SyntaxNode, cache: MemberCache): void {
    switch (node.type) {
      case 'import_declaration':
        this.imports.push(...lowerImport(lowering, node));
        break;
      case 'class_declaration':
      case 'protocol_declaration':
        this.types.push(lowerTypeDecl(lowering, node, undefined, cache));
        break;
      case 'function_declaration':
      case 'init_declaration':
      case 'deinit_declaration':
        this.functions.push(cache(node, () => lowerFunction(lowering, node, 'function')));
        break;
      case 'property_declaration':
        this.globals.push(...cache(node, () => lowerProperty(lowering, node)));
        break;
      case 'ERROR':
        this.#addBroken(lowering, node, cache);
        break;
      default:
        this.statements.push(node);
    }
  }

  /** Declarations in a stretch that does not parse are kept; the rest of it is an unknown statement. */
  #addBroken(lowering: Lowering, node: SyntaxNode, cache: MemberCache): void {
    const rest: SyntaxNode[] = [];
    for (const child of node.children) {
      if (DECLARATIONS.has(child.type)) this.add(lowering, child, cache);
      else rest.push(child);
    }
    if (rest.length > 0) this.statements.push({ ...node, children: rest });
  }
}

const DECLARATIONS: ReadonlySet<string> = new Set([
  'import_declaration',
  'class_declaration',
  'protocol_declaration',
  'function_declaration',
  'init_declaration',
  'deinit_declaration',
  'property_declaration',
]);

function lowerImport(lowering: Lowering, node: SyntaxNode): ImportDecl[] {
  const identifier = childOf(node, 'identifier');
  if (identifier === undefined) return [];
  return [{ module: nameOf(lowering, identifier), range: rangeOf(node), when: lowering.when(node.start) }];
}

function topLevel(lowering: Lowering, nodes: readonly SyntaxNode[]): readonly Stmt[] {
  return lowerStatements(lowering, nodes, 0);
}
