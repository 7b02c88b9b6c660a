/** Summarises what the functions of one file do about background tasks. */
import { isPlainType } from '../catalog/inert-calls';
import { FileAnalysis } from './analysis';
import { paramDuties } from './duties/summaries';
import type { FileEffects, FunctionEffects, PropertyInfo, TypeInfo } from './effect-types';
import type { EffectsMemory, MemberSummary } from './effects-memory';
import type { FunctionDecl, ProgramFile, TypeAlias, TypeDecl, VariableDecl } from './ir';
import { propertyName } from './resolve';
import { returnedTask } from './returned-tasks';
import { type HandedOut, handedOutProperties } from './token-uses';
import { headOf, isSelf, mayBeOtherName } from './type-refs';
import { allTypes, walkBlock, walkFunction, walkVariable } from './walk';

export type { FileEffects } from './effect-types';

const fileLocal: ReadonlySet<string> = new Set(['private', 'fileprivate', 'static']);

function functionEffects(
  analysis: FileAnalysis,
  fn: FunctionDecl,
  type: string | undefined,
  name = analysis.resolver.language === 'objc' ? fn.fullName : fn.name,
): FunctionEffects {
  const params = fn.params.map(({ label, type: declared }) => ({
    label,
    isFunction: declared?.isFunction ?? false,
    ...(mayBeOtherName(declared) && { type: declared.name }),
  }));
  const effects = fn.body === undefined ? undefined : analysis.effects.ofFunction(fn);
  const returns = fn.returns !== undefined && isSelf(fn.returns) ? 'Self' : headOf(fn.returns);
  const said = returns === undefined || isPlainType(returns) ? {} : { returns };
  const answers = fn.body === undefined ? undefined : returnedTask(analysis, fn);
  const duties = paramDuties(analysis, fn);
  return { type, name, params, ...said, effects, duties, ...(answers && { answers }) };
}

const setterWord = 'setter=';

function propertyInfo(analysis: FileAnalysis, property: VariableDecl): PropertyInfo {
  const inferred = property.initial === undefined ? undefined : analysis.types.wayTo(property.initial);
  const setter = property.attributes.find((each) => each.startsWith(setterWord))?.slice(setterWord.length);
  return {
    name: propertyName(property.name, analysis.resolver.language),
    type: headOf(property.type) ?? property.type?.name ?? inferred,
    isOptional: property.type?.isOptional ?? false,
    isStatic: property.isStatic,
    ...(setter && { setter }),
  };
}

function typeInfo(
  type: TypeDecl,
  properties: readonly PropertyInfo[],
  handedOut: readonly string[],
): TypeInfo {
  return {
    name: type.name,
    isExtension: type.kind === 'extension',
    isProtocol: type.kind === 'protocol',
    ...((type.when.length > 0 || type.path !== type.name) && { mayBeOther: true }),
    inherits: type.inherits,
    properties,
    handedOut,
  };
}

function accessorEffects(analysis: FileAnalysis, property: VariableDecl, type: string): FunctionEffects[] {
  const name = propertyName(property.name, analysis.resolver.language);
  const accessors = property.accessors.map((accessor) =>
    functionEffects(analysis, accessor, type, `${name}.${accessor.name === 'get' ? 'get' : 'set'}`),
  );
  if (property.initial === undefined) return accessors;
  const effects = analysis.effects.ofInitialiser(property.initial);
  return effects.length === 0
    ? accessors
    : [...accessors, { type, name: `${name}.get`, params: [], effects }];
}

/** Summaries of members, remembered where there is a memory. */
class Summaries {
  readonly #analysis: FileAnalysis;
  readonly #memory: EffectsMemory | undefined;
  /** By type. */
  readonly #handedOut = new Map<string, Set<string>>();

  constructor(program: ProgramFile, memory: EffectsMemory | undefined) {
    this.#analysis = new FileAnalysis(program);
    this.#memory = memory;
    this.#note(handedOutProperties(this.#analysis, (visitor) => walkBlock(program.topLevel, visitor)));
  }

  /** Effects of a function of `type`. */
  function(fn: FunctionDecl, type: string | undefined): readonly FunctionEffects[] {
    return this.#of(fn, type, () => ({
      functions: [functionEffects(this.#analysis, fn, type)],
      handedOut: handedOutProperties(this.#analysis, (visitor) => walkFunction(fn, visitor)),
    })).functions;
  }

  /** Effects of the accessors and the initial value of a property of `type`, or of a global variable. */
  variable(variable: VariableDecl, type: string | undefined): MemberSummary {
    return this.#of(variable, type, () => ({
      handedOut: handedOutProperties(this.#analysis, (visitor) => walkVariable(variable, visitor)),
      functions: type === undefined ? [] : accessorEffects(this.#analysis, variable, type),
      info: propertyInfo(this.#analysis, variable),
    }));
  }

  /** Global variables for other files. */
  globals({ globals }: ProgramFile): readonly PropertyInfo[] {
    return globals.flatMap((variable) => {
      const { info } = this.variable(variable, undefined);
      const isShared = !variable.attributes.some((each) => fileLocal.has(each)) && !variable.isStatic;
      return info?.type === undefined || isPlainType(info.type) || !isShared ? [] : [info];
    });
  }

  /** Of all members that were asked about. */
  handedOut(type: string): readonly string[] {
    return [...(this.#handedOut.get(type) ?? [])].sort();
  }

  #of(member: FunctionDecl | VariableDecl, type: string | undefined, summarise: () => MemberSummary) {
    const found = this.#memory === undefined ? summarise() : this.#memory.of(member, type, summarise);
    this.#note(found.handedOut);
    return found;
  }

  #note(found: readonly HandedOut[]): void {
    for (const { type, property } of found)
      this.#handedOut.set(type, (this.#handedOut.get(type) ?? new Set()).add(property));
  }
}

/**
 * Depends on the file alone; joined with other files by `buildCodeIndex`. `memory` has begun this version of an open
 * document.
 */
export function summariseEffects(program: ProgramFile, memory?: EffectsMemory): FileEffects {
  const summaries = new Summaries(program, memory);
  const types = allTypes(program).map((type) => {
    const methods = type.methods.flatMap((method) => summaries.function(method, type.name));
    const properties = type.properties.map((property) => summaries.variable(property, type.name));
    return { type, properties, functions: [...methods, ...properties.flatMap(({ functions }) => functions)] };
  });
  const globals = summaries.globals(program);
  const functions = program.functions.flatMap((fn) => summaries.function(fn, undefined));
  return {
    isBroken: program.errors.length > 0,
    types: types.map(({ type, properties }) => {
      const infos = properties.flatMap(({ info }) => (info === undefined ? [] : [info]));
      return typeInfo(type, infos, summaries.handedOut(type.name));
    }),
    functions: [...types.flatMap((type) => type.functions), ...functions],
    ...shared('aliases', sharedAliases(program)),
    ...shared('globals', globals),
  };
}

/** Nothing where there are none. */
function shared<K extends string, T>(key: K, values: readonly T[]): Partial<Record<K, readonly T[]>> {
  const found: Partial<Record<K, readonly T[]>> = {};
  if (values.length > 0) found[key] = values;
  return found;
}

function sharedAliases({ aliases }: ProgramFile): readonly TypeAlias[] {
  return (aliases ?? []).filter(({ type, isFileLocal }) => isFileLocal !== true && !isPlainType(type));
}
