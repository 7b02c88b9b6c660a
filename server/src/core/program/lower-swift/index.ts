/** Swift trees → program model. */
import type { NormalisedSwift } from '../../syntax/swift-normalise';
import type { SyntaxNode } from '../../syntax/swift-tree';
import type { TextRange } from '../../text';
import type { FunctionDecl, ImportDecl, ProgramFile, Stmt, TypeDecl, VariableDecl } from '../ir';
import { aliasedTypes } from './aliased-types';
import { lowerFunction } from './functions';
import { append, childOf, Lowering, nameOf, rangeOf } from './lowering';
import { type LowerMember, lowerAlways } from './member-cache';
import { lowerProperty } from './properties';
import { lowerStatements } from './statements';
import { TypeAliases } from './type-aliases';
import { lowerTypeDecl } from './type-decls';

/** Never throws. `root` is the copied tree of `source.text`; `errors` are its ERROR and missing nodes. */
export function lowerSwift(
  root: SyntaxNode,
  source: NormalisedSwift,
  errors: readonly TextRange[],
  aliases: TypeAliases = new TypeAliases(root, source),
  lowerMember: LowerMember = lowerAlways,
): ProgramFile {
  const lowering = new Lowering(source, aliases);
  const file = new FileParts();
  for (const node of root.children) file.add(lowering, node, lowerMember);
  return {
    language: 'swift',
    imports: file.imports,
    types: file.types,
    functions: file.functions,
    globals: file.globals,
    topLevel: {
      statements: topLevel(lowering, file.statements),
      range: { start: 0, end: source.text.length },
    },
    aliases: aliases.named(),
    aliased: aliasedTypes(root, source),
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

  add(lowering: Lowering, node: SyntaxNode, lowerMember: LowerMember): void {
    switch (node.type) {
      case 'import_declaration':
        append(this.imports, lowerImport(lowering, node));
        break;
      case 'class_declaration':
      case 'protocol_declaration':
        this.types.push(lowerTypeDecl(lowering, node, undefined, lowerMember));
        break;
      case 'function_declaration':
      case 'init_declaration':
      case 'deinit_declaration':
        this.functions.push(lowerMember(node, 'global', () => lowerFunction(lowering, node, 'function')));
        break;
      case 'property_declaration':
        append(
          this.globals,
          lowerMember(node, 'global', () => lowerProperty(lowering, node)),
        );
        break;
      case 'ERROR':
        this.#addBroken(lowering, node, lowerMember);
        break;
      default:
        this.statements.push(node);
    }
  }

  /** Declarations in a stretch that does not parse are kept; the rest of it is an unknown statement. */
  #addBroken(lowering: Lowering, node: SyntaxNode, lowerMember: LowerMember): void {
    const rest: SyntaxNode[] = [];
    for (const child of node.children) {
      if (DECLARATIONS.has(child.type)) this.add(lowering, child, lowerMember);
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
