/** Which APIs of the catalogue a file uses, and where. */
import type { ApiRow, ValuePattern } from '../catalog/requirement-types';
import type { TextRange } from '../text';
import {
  assignments,
  calls,
  constants,
  constructions,
  implementations,
  mentions,
  type PatternOf,
  setters,
} from './api-index';
import { ReceiverTypes } from './api-receivers';
import { conditionsOf } from './condition-regions';
import { summariseConstants } from './constants';
import { ConstantIndex } from './constants/constant-index';
import { Reducer } from './constants/reduce';
import { type FileConstants, unknownExpr } from './constants/types';
import { ownerOf } from './constants/uses';
import type { AssignExpr, CallExpr, Expr, FunctionDecl, ProgramFile, TypeDecl } from './ir';
import { withLaunch } from './launch-details';
import { factsOf } from './member-facts';
import { type Member, membersOf, walkMember } from './members';
import { resolveUses } from './open-uses';
import { unwrap } from './resolve';
import type { ApiUse, FileUses, OpenReceiver, OpenUse } from './summary';
import type { Found, MemberUses, UsesMemory } from './uses-memory';
import { matchValue } from './value-patterns';
import { allTypes } from './walk';

/**
 * In document order; one use for each detail. What other files declare is looked up by `resolveUses`. `memory` has begun
 * this version of an open document.
 */
export function summariseUses(program: ProgramFile, memory?: UsesMemory): FileUses {
  const collector = new UseCollector(program);
  for (const type of allTypes(program)) collector.type(type);
  for (const member of membersOf(program)) if (factsOf(member).mayUse) collector.member(member, memory);
  return collector.result();
}

/** The uses of a file that is looked at alone. */
export function collectUses(program: ProgramFile): readonly ApiUse[] {
  const constants = (): FileConstants | undefined => summariseConstants(program);
  return resolveUses(summariseUses(program), '', ConstantIndex.ofFile('', constants));
}

class UseCollector {
  readonly #program: ProgramFile;
  #uses: Found<ApiUse>[] = [];
  #open: Found<OpenUse>[] = [];
  readonly #receivers: ReceiverTypes;
  readonly #reducer: Reducer;

  constructor(program: ProgramFile) {
    this.#program = program;
    this.#receivers = new ReceiverTypes(program);
    this.#reducer = new Reducer(program);
  }

  result(): FileUses {
    if (this.#uses.length + this.#open.length === 0) return { uses: [], openUses: [] };
    const conditions = conditionsOf(this.#program);
    const placed = <Use extends Found<ApiUse> | Found<OpenUse>>(found: readonly Use[]) =>
      found
        .map((use) => ({ ...use, when: conditions(use.range.start) }))
        .sort((a, b) => a.range.start - b.range.start);
    const uses = withLaunch(placed(this.#uses), this.#program, (use, detail) => ({ ...use, detail }));
    const openUses = withLaunch(placed(this.#open), this.#program, (use, detail) => ({
      ...use,
      otherwise: [detail],
    }));
    return { uses, openUses };
  }

  type({ kind, name, inherits, nameRange, properties, methods }: TypeDecl): void {
    for (const parent of inherits) this.#mention(parent, nameRange);
    for (const property of properties) this.#mention(property.type?.name, property.nameRange);
    if (kind !== 'protocol') for (const method of methods) this.method(method, name);
  }

  method(method: FunctionDecl, type: string): void {
    const mentioned = mentions(method.name);
    const implemented = implementations(method.fullName);
    // To ask for the body of a moved method moves all of it.
    if (mentioned.length + implemented.length === 0 || method.body === undefined) return;
    for (const { row } of mentioned) this.#add(row, method.nameRange);
    for (const { row, use } of implemented) {
      if (use.isAsync !== undefined && use.isAsync !== method.isAsync) continue;
      if (use.of !== undefined && (!this.#conforms(type, use.of) || method.body.statements.length === 0))
        continue;
      const label = method.params.find((param) => param.label === use.at);
      const detail = onlyCallsSuper(method) ? 'forwarded' : undefined;
      this.#add(row, label?.labelRange ?? method.nameRange, detail);
    }
  }

  /** As far as this file says. */
  #conforms(type: string, protocol: string): boolean {
    return allTypes(this.#program).some(({ name, inherits }) => name === type && inherits.includes(protocol));
  }

  member(member: Member, memory: UsesMemory | undefined): void {
    const { uses, open } =
      member.kind === 'block' || memory === undefined
        ? this.#usesIn(member).value
        : this.#remembered(member, memory);
    this.#uses.push(...uses);
    this.#open.push(...open);
  }

  #remembered(member: Exclude<Member, { kind: 'block' }>, memory: UsesMemory): MemberUses {
    let found: MemberUses = { uses: [], open: [] };
    const known = memory.of(member.node, member.type?.path, () => {
      const { value, isOwn } = this.#usesIn(member);
      found = value;
      return isOwn ? value : undefined;
    });
    return known ?? found;
  }

  /** `isOwn`: they follow from the member alone and from what the file declares. */
  #usesIn(member: Member): { readonly value: MemberUses; readonly isOwn: boolean } {
    const [uses, open] = [this.#uses, this.#open];
    try {
      return this.#reducer.observed(() => {
        this.#uses = [];
        this.#open = [];
        walkMember(member, {
          expr: (expr) => {
            this.#expression(expr);
            return true;
          },
        });
        return { uses: this.#uses, open: this.#open };
      });
    } finally {
      this.#uses = uses;
      this.#open = open;
    }
  }

  #expression(expr: Expr): void {
    if (expr.kind === 'name') {
      for (const { row } of constants(expr.name)) this.#add(row, expr.range);
      this.#mention(expr.name, expr.range);
    } else if (expr.kind === 'member') {
      this.#mention(expr.name, expr.base === undefined ? expr.range : expr.nameRange);
    } else if (expr.kind === 'literal') {
      this.#mention(expr.value, expr.range);
    } else if (expr.kind === 'call') {
      this.#mention(expr.constructs ?? expr.name, expr.nameRange);
      if (expr.constructs !== undefined) this.#construction(expr.constructs, expr);
      this.#call(expr);
    } else if (expr.kind === 'assign' && expr.op === '=') {
      this.#assignment(expr);
    }
  }

  #mention(name: string | undefined, range: TextRange): void {
    if (name !== undefined) for (const { row } of mentions(name)) this.#add(row, range);
  }

  #construction(type: string, { nameRange, args: [first] }: CallExpr): void {
    if (this.#receivers.declares(type)) return;
    for (const { row, use } of constructions(type)) {
      if (use.argument === undefined) this.#add(row, nameRange, detailOf(use, first?.label));
      else this.#addFitting(row, nameRange, first?.value, use.argument);
    }
  }

  #call(call: CallExpr): void {
    const value = call.args[0]?.value;
    for (const { row, use } of calls(call.name)) {
      const of = this.#isCallOf(call, use);
      if (of === false) continue;
      const start = use.atReceiver ? call.receiver?.range.start : undefined;
      const range = { start: start ?? call.nameRange.start, end: call.nameRange.end };
      if (use.argument === undefined) this.#addOf(of, row, range, detailOf(use, call.args[0]?.label));
      else this.#addFitting(row, range, value, use.argument, of);
    }
    if (this.#program.language !== 'objc' || call.receiver === undefined || call.args.length !== 1) return;
    for (const { row, use } of setters(call.name)) {
      const of = this.#receivers.belongs(call.receiver, use);
      if (of !== false) this.#addFitting(row, call.nameRange, value, use.value, of);
    }
  }

  #isCallOf(call: CallExpr, use: PatternOf<'call'>): boolean | OpenReceiver {
    if (!hasSpelling(call, use)) return false;
    if (call.receiver === undefined) return use.on === undefined || this.#receivers.isOwnMember(call, use);
    const isUnmistakable = call.args.some(({ label }) => label !== undefined && use.labels?.includes(label));
    return this.#receivers.belongs(call.receiver, isUnmistakable ? { ...use, evidence: 'name' } : use);
  }

  #assignment({ target, value }: AssignExpr): void {
    if (target.kind !== 'member' && target.kind !== 'name') return;
    for (const { row, use } of assignments(target.name)) {
      const base = target.kind === 'member' ? target.base : undefined;
      const of =
        base === undefined
          ? use.on === undefined || this.#receivers.isOwnMember(target, use)
          : this.#receivers.belongs(base, use);
      const range = target.kind === 'member' ? target.nameRange : target.range;
      if (of !== false) this.#addFitting(row, range, value, use.value, of);
    }
  }

  /** `of`: whose member it is; `true`: the API's. */
  #addFitting(
    row: ApiRow,
    range: TextRange,
    value: Expr | undefined,
    pattern: ValuePattern | undefined,
    of: true | OpenReceiver = true,
  ): void {
    if (!this.#isImported(row)) return;
    const { details, open } = matchValue(value, pattern, this.#reducer);
    if (open === undefined || value === undefined || pattern === undefined) {
      for (const detail of details) this.#addOf(of, row, range, detail);
      return;
    }
    const owner = ownerOf(value, this.#reducer);
    const receiver = of === true ? {} : { receiver: of };
    this.#open.push({ row: row.id, range, pattern, value: open, owner, otherwise: details, ...receiver });
  }

  #addOf(of: true | OpenReceiver, row: ApiRow, range: TextRange, detail: string | undefined): void {
    if (of === true) this.#add(row, range, detail);
    else if (this.#isImported(row)) {
      const nothing = { value: unknownExpr, owner: '' };
      this.#open.push({ row: row.id, range, ...nothing, otherwise: [detail], receiver: of });
    }
  }

  #add(row: ApiRow, range: TextRange, detail?: string): void {
    if (this.#isImported(row)) this.#uses.push({ row: row.id, range, detail });
  }

  #isImported({ module }: ApiRow): boolean {
    if (module === undefined) return true;
    return this.#program.imports.some((each) => each.module.split('/')[0] === module);
  }
}

/** A method that is there for its superclass alone. */
function onlyCallsSuper({ name, fullName, body }: FunctionDecl): boolean {
  const [stmt, second] = body?.statements ?? [];
  if (second !== undefined || (stmt?.kind !== 'expr' && stmt?.kind !== 'return')) return false;
  const value = stmt.kind === 'expr' ? stmt.expr : stmt.value;
  const call = value === undefined ? undefined : unwrap(value);
  if (call?.kind !== 'call' || call.receiver?.kind !== 'name' || call.receiver.name !== 'super') return false;
  return call.selector === undefined ? call.name === name : call.selector === fullName;
}

/** The base name and first label in Swift; the selector, or its beginning where the pattern ends in a colon. */
function hasSpelling(call: CallExpr, { swift, objc }: PatternOf<'call'>): boolean {
  if (call.selector === undefined) {
    return call.name === swift?.name && (swift.label === undefined || call.args[0]?.label === swift.label);
  }
  if (objc === undefined) return false;
  return objc.endsWith(':') ? call.selector.startsWith(objc) : call.selector === objc;
}

function detailOf(
  { details }: PatternOf<'construct'> | PatternOf<'call'>,
  label: string | undefined,
): string | undefined {
  return details !== undefined && label !== undefined && Object.hasOwn(details, label)
    ? details[label]
    : undefined;
}
