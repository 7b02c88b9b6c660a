import type { NormalisedObjc } from '../../syntax/objc-normalise';
import { childByField, memberTypes, namedChildren, type SyntaxNode } from '../../syntax/objc-tree';
import type { TextRange } from '../../text';
import type { FunctionDecl, ImportDecl, ProgramFile, Stmt, TypeDecl, VariableDecl } from '../ir';
import { isContainer, lowerContainer } from './containers';
import { LoweringContext, rangeOf } from './context';
import { lowerDefine } from './defines';
import { lowerEnumeration } from './enumerations';
import { expressionsIn, lowerExpr } from './expressions';
import { lowerCFunction } from './functions';
import { endingMacros } from './macro-ends';
import type { MemberCache } from './member-cache';
import { registerCompatibilityAlias, registerTypedef } from './typedefs';
import { typeSpecifier } from './types';
import { declaredVariables } from './variables';

/**
 * Lowers a parsed file. `parsed` is the copied tree of `normalised.text`, `undefined` when the parser gave up. `text` is
 * the original.
 * `members` lets what is known from before an edit be used again.
 * What is wrong or not understood ends up as `unknown`; nothing is thrown.
 */
export function lowerObjc(
  parsed: SyntaxNode | undefined,
  text: string,
  normalised: NormalisedObjc,
  members?: MemberCache,
): ProgramFile {
  const root = parsed ?? notParsed(text);
  const file = new FileLowering(new LoweringContext(normalised, text, members));
  for (const node of root.children) registerTypedefs(file.context, node);
  for (const child of namedChildren(root)) file.lower(child);
  return file.finish(root, text);
}

function notParsed(text: string): SyntaxNode {
  const state = { field: undefined, named: true, missing: false, broken: true };
  return { type: 'ERROR', start: 0, end: text.length, ...state, children: [] };
}

/** Typedefs may stand between the members of a container as well. */
function registerTypedefs(context: LoweringContext, node: SyntaxNode): void {
  if (node.type === 'type_definition') registerTypedef(context, node);
  else if (node.type === 'compatibility_alias_declaration') registerCompatibilityAlias(context, node);
  if (!isContainer(node)) return;
  for (const child of node.children) {
    if (child.type === 'type_definition') registerTypedef(context, child);
    else if (!memberTypes.has(child.type))
      for (const inner of child.children)
        if (inner.type === 'type_definition') registerTypedef(context, inner);
  }
}

class FileLowering {
  readonly context: LoweringContext;
  readonly #types: TypeDecl[] = [];
  readonly #functions: FunctionDecl[] = [];
  readonly #globals: VariableDecl[] = [];
  readonly #imports: ImportDecl[] = [];
  readonly #strays: Stmt[] = [];

  constructor(context: LoweringContext) {
    this.context = context;
  }

  lower(node: SyntaxNode): void {
    if (isContainer(node)) {
      this.#container(node);
      return;
    }
    switch (node.type) {
      case 'function_definition':
        this.#function(node);
        break;
      case 'declaration':
        this.#declaration(node);
        break;
      case 'type_definition':
        this.#enumeration(node, childByField(node, 'declarator'));
        break;
      case 'enum_specifier':
        this.#add(this.#types, lowerEnumeration(this.context, node, undefined));
        break;
      case 'module_import':
        this.#module(node);
        break;
      case 'implementation_definition':
        for (const child of namedChildren(node)) this.lower(child);
        break;
      case 'class_declaration':
      case 'protocol_forward_declaration':
      case 'compatibility_alias_declaration':
        break;
      default:
        this.#stray(node);
    }
  }

  finish(root: SyntaxNode, text: string): ProgramFile {
    const { source, aliases } = this.context;
    const includes = source.includes.map(({ path, range }) => this.#import(path, range));
    const defines = source.defines.flatMap((define) => lowerDefine(this.context, text, define));
    return {
      language: 'objc',
      imports: [...includes, ...this.#imports].sort(byStart),
      types: this.#types,
      functions: [...this.#functions, ...endingMacros(this.context, text, source.defines)],
      globals: [...defines, ...this.#globals].sort(byStart),
      ...(aliases.length > 0 && { aliases }),
      topLevel: { statements: this.#strays, range: { start: 0, end: text.length } },
      comments: source.comments.map((range) => ({ range: rangeOf(range) })),
      errors: [...errorsIn(root), ...source.dropped, ...source.unclosed, ...source.garbled]
        .map(rangeOf)
        .sort((a, b) => a.start - b.start),
    };
  }

  #container(node: SyntaxNode): void {
    const lowered = lowerContainer(this.context, node);
    if (lowered === undefined) {
      this.#stray(node);
      return;
    }
    this.#types.push(lowered.type);
    for (const other of lowered.others) this.lower(other);
  }

  #function(node: SyntaxNode): void {
    const lowered = this.context.member(node, 'function', () =>
      lowerCFunction(this.context, node, childByField(node, 'declarator')),
    );
    if (lowered === undefined) this.#stray(node);
    else this.#functions.push(lowered);
  }

  #declaration(node: SyntaxNode): void {
    this.#enumeration(node, undefined);
    const when = this.context.whenAt(node.start);
    this.#globals.push(
      ...declaredVariables(this.context, node, (value) => lowerExpr(this.context, value), when),
    );
    for (const child of node.children) {
      if (child.field === 'declarator') this.#add(this.#functions, lowerCFunction(this.context, node, child));
      if (child.type === 'ERROR') this.#stray(child);
    }
  }

  #enumeration(node: SyntaxNode, declarator: SyntaxNode | undefined): void {
    const specifier = typeSpecifier(node);
    if (specifier?.type === 'enum_specifier') {
      this.#add(this.#types, lowerEnumeration(this.context, specifier, declarator));
    }
  }

  /** `@import UIKit.UIView;` */
  #module(node: SyntaxNode): void {
    const path = namedChildren(node).map((part) => this.context.slice(part));
    this.#imports.push(this.#import(path.join('.'), node));
  }

  #import(module: string, range: TextRange): ImportDecl {
    return { module, range: rangeOf(range), when: this.context.whenAt(range.start) };
  }

  /** Something that is no declaration: a macro, or what an error left behind. Its calls are kept. */
  #stray(node: SyntaxNode): void {
    const exprs = expressionsIn(this.context, node);
    if (exprs.length > 0) this.#strays.push({ kind: 'unknown', exprs, range: rangeOf(node) });
  }

  #add<T>(list: T[], item: T | undefined): void {
    if (item !== undefined) list.push(item);
  }
}

function byStart(a: { readonly range: TextRange }, b: { readonly range: TextRange }): number {
  return a.range.start - b.range.start;
}

/** The outermost errors of a tree and what the parser had to invent. */
function errorsIn(root: SyntaxNode): TextRange[] {
  const result: TextRange[] = [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'ERROR' || node.missing) result.push(node);
    else if (node.broken) pending.push(...node.children.filter((child) => !isAbsentName(child, node)));
  }
  return result;
}

/** The grammar wants a variable after an enumeration in an `@interface`; C does not. */
function isAbsentName(child: SyntaxNode, declaration: SyntaxNode): boolean {
  return (
    child.missing && child.type === 'identifier' && typeSpecifier(declaration)?.type === 'enum_specifier'
  );
}
