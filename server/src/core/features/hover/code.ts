/** Hovers on APIs, methods that the system calls, and task identifiers in Swift and Objective-C. */
import { type ApiDoc, type ApiSymbol, apiDocOf, apiDocsNamed, methodDoc } from '../../catalog/docs';
import { collectUses } from '../../program/api-uses';
import type { Expr, FunctionDecl, LiteralExpr, ProgramFile } from '../../program/ir';
import { membersAt, walkMember } from '../../program/members';
import { Resolver } from '../../program/resolve';
import { TypeInference } from '../../program/types';
import type { ProgramUnit } from '../../rules/context';
import type { TextRange } from '../../text';
import { areMacOnly } from '../mac-only';
import type { HoverContent, HoverRequest } from './hover';
import { identifierContent, isIdentifier } from './identifiers';
import { apiContent } from './topics';
import { typeAt } from './type-names';

export function codeHover({ program, text }: ProgramUnit, request: HoverRequest): HoverContent | undefined {
  if (areMacOnly(request.targets)) return undefined;
  const at = thingAt(program, request.offset);
  if (at === undefined) return typeHover(program, text, request) ?? useHover(program, request);
  if (at.kind === 'literal') return identifierHover(at.literal, request);
  if (at.kind === 'method')
    return docHover(methodDoc(at.name), at.range, request) ?? useHover(program, request);
  const types = new TypeInference(new Resolver(program));
  const doc = docOf(at, types) ?? docOfCall(at, types);
  return docHover(doc, at.range, request) ?? useHover(program, request);
}

function docHover(
  doc: ApiDoc | undefined,
  range: TextRange,
  request: HoverRequest,
): HoverContent | undefined {
  return doc && { content: apiContent(doc, request, request.page), range };
}

/** What only the arguments or the type around it tell: a value that means an API, an implementation. */
function useHover(program: ProgramFile, request: HoverRequest): HoverContent | undefined {
  const use = collectUses(program).find(({ row, range }) => isIn(range, request.offset) && apiDocOf(row));
  return use && docHover(apiDocOf(use.row), use.range, request);
}

function typeHover(program: ProgramFile, text: string, request: HoverRequest): HoverContent | undefined {
  const range = typeAt(program, text, request.offset);
  const named = range && apiDocsNamed(text.slice(range.start, range.end));
  const found = named?.find(({ symbol }) => symbol.on === undefined);
  return range && docHover(found?.doc, range, request);
}

function identifierHover(literal: LiteralExpr, request: HoverRequest): HoverContent | undefined {
  if (literal.type !== 'string' || literal.parts !== undefined || !isIdentifier(literal.value, request))
    return undefined;
  return { content: identifierContent(literal.value, request), range: literal.range };
}

/** A name in code: the expression that carries it, and what that is part of. */
interface NamedExpr {
  readonly kind: 'name';
  readonly name: string;
  readonly range: TextRange;
  readonly receiver: Expr | undefined;
  readonly parent: Expr | undefined;
  /** `.playback`: only what is around it tells what it is. */
  readonly isImplicit: boolean;
}

type Thing =
  | NamedExpr
  | { readonly kind: 'literal'; readonly literal: LiteralExpr }
  | { readonly kind: 'method'; readonly name: string; readonly range: TextRange };

/** The innermost thing with a name. */
function thingAt(program: ProgramFile, offset: number): Thing | undefined {
  let found: Thing | undefined;
  for (const member of membersAt(program, offset)) {
    walkMember(member, {
      enterFunction(fn) {
        found = methodAt(fn, offset) ?? found;
        return true;
      },
      expr(expr, parent) {
        const thing = thingOf(expr, parent);
        const range = thing?.kind === 'literal' ? thing.literal.range : thing?.range;
        if (range !== undefined && isIn(range, offset)) found = thing;
        return true;
      },
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

function methodAt(fn: FunctionDecl, offset: number): Thing | undefined {
  const ranges = [fn.nameRange, ...fn.params.map(({ labelRange }) => labelRange)];
  const range = fn.kind === 'closure' ? undefined : ranges.find((each) => isIn(each, offset));
  return range && { kind: 'method', name: fn.fullName, range };
}

function thingOf(expr: Expr, parent: Expr | undefined): Thing | undefined {
  switch (expr.kind) {
    case 'call':
      return {
        kind: 'name',
        name: expr.constructs ?? expr.name,
        range: expr.nameRange,
        receiver: expr.receiver,
        parent,
        isImplicit: expr.isImplicitMember,
      };
    case 'member':
      return {
        kind: 'name',
        name: expr.name,
        range: expr.nameRange,
        receiver: expr.base,
        parent,
        isImplicit: expr.base === undefined,
      };
    case 'name':
      return {
        kind: 'name',
        name: expr.name,
        range: expr.range,
        receiver: undefined,
        parent,
        isImplicit: false,
      };
    case 'literal':
      return { kind: 'literal', literal: expr };
    default:
      return undefined;
  }
}

function docOf(
  { name, receiver }: Pick<NamedExpr, 'name' | 'receiver'>,
  types: TypeInference,
): ApiDoc | undefined {
  return apiDocsNamed(name).find(({ symbol }) => isOn(symbol, receiver, types))?.doc;
}

/** `.playback` in `setCategory(.playback)` is explained by the call. */
function docOfCall({ isImplicit, parent }: NamedExpr, types: TypeInference): ApiDoc | undefined {
  if (!isImplicit || parent?.kind !== 'call') return undefined;
  return docOf({ name: parent.name, receiver: parent.receiver }, types);
}

function isOn({ on, evidence }: ApiSymbol, receiver: Expr | undefined, types: TypeInference): boolean {
  if (on === undefined) return true;
  if (receiver === undefined) return false;
  if (receiver.kind === 'name' && receiver.name === on) return true;
  const verdict = types.isInstance(receiver, on);
  return evidence === 'type' ? verdict === 'yes' : verdict !== 'no';
}

function isIn({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
