/** Hovers on the APIs of the rules in Swift and Objective-C. */
import { type ApiDoc, type ApiSymbol, apiDocsNamed } from '../../catalog/docs';
import { modeRequirements } from '../../catalog/requirements';
import { collectUses } from '../../program/api-uses';
import type { Expr, ProgramFile, Stmt } from '../../program/ir';
import { Resolver } from '../../program/resolve';
import { TypeInference } from '../../program/types';
import { walkProgram } from '../../program/walk';
import type { TextRange } from '../../text';
import type { HoverContent, HoverRequest } from './hover';
import { docText, linkLine, modeStates } from './text';

export function codeHover(program: ProgramFile, request: HoverRequest): HoverContent | undefined {
  return documentHover(program, request) ?? requirementHover(program, request);
}

function documentHover(program: ProgramFile, request: HoverRequest): HoverContent | undefined {
  const named = nameAt(program, request.offset);
  if (named === undefined) return undefined;
  const types = new TypeInference(new Resolver(program));
  const doc = docOf(named, types) ?? docOfCall(named, types);
  if (doc === undefined) return undefined;
  const paragraphs = [
    `**${doc.title}**`,
    ...docText(doc),
    ...(doc.mode ? modeStates(doc.mode, request.targets, request.folders) : []),
    ...linkLine(doc.links),
  ];
  return { markdown: paragraphs.join('\n\n'), range: named.range };
}

/** For APIs without a document of their own: the mode they need. */
function requirementHover(program: ProgramFile, request: HoverRequest): HoverContent | undefined {
  const { offset, targets, folders } = request;
  const use = collectUses(program).find(({ range }) => range.start <= offset && offset <= range.end);
  const requirement = use && modeRequirements.find(({ apis }) => apis.includes(use.row));
  if (use === undefined || requirement === undefined) return undefined;
  const { key, anyOf, subject, effect, sources } = requirement;
  const values = anyOf.map((value) => `\`${value}\``).join(' or ');
  const paragraphs = [
    `${subject} ${values} in ${key}: without it, ${effect}.`,
    ...anyOf.flatMap((value) => modeStates({ key, value }, targets, folders)),
    ...linkLine(sources),
  ];
  return { markdown: paragraphs.join('\n\n'), range: use.range };
}

/** A name in code: the expression that carries it, and what that is part of. */
interface NamedExpr {
  readonly name: string;
  readonly range: TextRange;
  readonly receiver: Expr | undefined;
  readonly parent: Expr | Stmt | undefined;
}

function nameAt(program: ProgramFile, offset: number): NamedExpr | undefined {
  let found: NamedExpr | undefined;
  walkProgram(program, {
    expr(expr, parent) {
      const named = namedExpr(expr, parent);
      if (named && named.range.start <= offset && offset <= named.range.end) found = named;
      return true;
    },
  });
  return found;
}

function namedExpr(expr: Expr, parent: Expr | Stmt | undefined): NamedExpr | undefined {
  switch (expr.kind) {
    case 'call':
      return { name: expr.constructs ?? expr.name, range: expr.nameRange, receiver: expr.receiver, parent };
    case 'member':
      return { name: expr.name, range: expr.nameRange, receiver: expr.base, parent };
    case 'name':
      return { name: expr.name, range: expr.range, receiver: undefined, parent };
    default:
      return undefined;
  }
}

function docOf(
  { name, receiver }: Pick<NamedExpr, 'name' | 'receiver'>,
  types: TypeInference,
): ApiDoc | undefined {
  return apiDocsNamed(name).find((doc) =>
    doc.symbols.some((symbol) => symbol.names.includes(name) && isOn(symbol, receiver, types)),
  );
}

/** `.playback` in `setCategory(.playback)` is explained by the call. */
function docOfCall({ receiver, parent }: NamedExpr, types: TypeInference): ApiDoc | undefined {
  if (receiver !== undefined || parent === undefined || parent.kind !== 'call') return undefined;
  return docOf({ name: parent.name, receiver: parent.receiver }, types);
}

function isOn({ on, evidence }: ApiSymbol, receiver: Expr | undefined, types: TypeInference): boolean {
  if (on === undefined) return true;
  if (receiver === undefined) return false;
  if (receiver.kind === 'name' && receiver.name === on) return true;
  const verdict = types.isInstance(receiver, on);
  return evidence === 'type' ? verdict === 'yes' : verdict !== 'no';
}
