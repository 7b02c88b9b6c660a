/** Summarises what the functions of one file do about background tasks. */
import { FileAnalysis } from './analysis';
import { paramDuties } from './duties/summaries';
import type { FileEffects, FunctionEffects, PropertyInfo, TypeInfo } from './effect-types';
import type { EffectsMemory, FunctionSummary } from './effects-memory';
import type { FunctionDecl, ProgramFile, TypeDecl, VariableDecl } from './ir';
import { propertyName } from './resolve';
import { type HandedOut, handedOutProperties } from './token-uses';
import { allTypes, walkBlock, walkFunction, walkVariable } from './walk';

export type { FileEffects } from './effect-types';

function functionEffects(
  analysis: FileAnalysis,
  fn: FunctionDecl,
  type: string | undefined,
  name = analysis.resolver.language === 'objc' ? fn.fullName : fn.name,
): FunctionEffects {
  const params = fn.params.map((param) => ({
    label: param.label,
    isFunction: param.type?.isFunction ?? false,
  }));
  const effects = fn.body === undefined ? undefined : analysis.effects.ofFunction(fn);
  return { type, name, params, effects, duties: paramDuties(analysis, fn) };
}

function propertyInfo(analysis: FileAnalysis, property: VariableDecl): PropertyInfo {
  const inferred = property.initial === undefined ? undefined : analysis.types.typeOf(property.initial);
  return {
    name: propertyName(property.name, analysis.resolver.language),
    type: property.type?.name ?? inferred,
    isOptional: property.type?.isOptional ?? false,
    isStatic: property.isStatic,
  };
}

function typeInfo(analysis: FileAnalysis, type: TypeDecl, handedOut: readonly string[]): TypeInfo {
  return {
    name: type.name,
    isExtension: type.kind === 'extension',
    isProtocol: type.kind === 'protocol',
    inherits: type.inherits,
    properties: type.properties.map((property) => propertyInfo(analysis, property)),
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

/** Everything that is not a function: what its initial values and accessors hand out. */
function variablesHandOut(analysis: FileAnalysis, types: readonly TypeDecl[]): readonly HandedOut[] {
  const { program } = analysis;
  return handedOutProperties(analysis, (visitor) => {
    for (const { properties } of types) for (const property of properties) walkVariable(property, visitor);
    for (const variable of program.globals) walkVariable(variable, visitor);
    walkBlock(program.topLevel, visitor);
  });
}

/**
 * Depends on the file alone; joined with other files by `buildCodeIndex`. `memory` has begun this version of an open
 * document.
 */
export function summariseEffects(program: ProgramFile, memory?: EffectsMemory): FileEffects {
  const analysis = new FileAnalysis(program);
  const types = allTypes(program);
  const handedOut = new Map<string, Set<string>>();
  const note = (found: readonly HandedOut[]): void => {
    for (const { type, property } of found)
      handedOut.set(type, (handedOut.get(type) ?? new Set()).add(property));
  };
  const summary = (fn: FunctionDecl, type: string | undefined): FunctionEffects => {
    const summarise = (): FunctionSummary => ({
      effects: functionEffects(analysis, fn, type),
      handedOut: handedOutProperties(analysis, (visitor) => walkFunction(fn, visitor)),
    });
    const found = memory === undefined ? summarise() : memory.of(fn, type, summarise);
    note(found.handedOut);
    return found.effects;
  };
  note(variablesHandOut(analysis, types));
  const functions = [
    ...types.flatMap((type) => [
      ...type.methods.map((method) => summary(method, type.name)),
      ...type.properties.flatMap((property) => accessorEffects(analysis, property, type.name)),
    ]),
    ...program.functions.map((fn) => summary(fn, undefined)),
  ];
  const sorted = (type: TypeDecl): readonly string[] => [...(handedOut.get(type.name) ?? [])].sort();
  return {
    isBroken: program.errors.length > 0,
    types: types.map((type) => typeInfo(analysis, type, sorted(type))),
    functions,
  };
}
