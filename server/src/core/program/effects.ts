/** Summarises what the functions of one file do about background tasks. */
import { FileAnalysis } from './analysis';
import { paramDuties } from './duties/summaries';
import type { FileEffects, FunctionEffects, PropertyInfo, TypeInfo } from './effect-types';
import type { FunctionDecl, ProgramFile, TypeDecl, VariableDecl } from './ir';
import { propertyName } from './resolve';
import { handedOutProperties } from './token-uses';
import { allTypes } from './walk';

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

function memberEffects(analysis: FileAnalysis, type: TypeDecl): FunctionEffects[] {
  return [
    ...type.methods.map((method) => functionEffects(analysis, method, type.name)),
    ...type.properties.flatMap((property) => accessorEffects(analysis, property, type.name)),
  ];
}

/** Depends on the file alone; joined with other files by `buildCodeIndex`. */
export function summariseEffects(program: ProgramFile): FileEffects {
  const analysis = new FileAnalysis(program);
  const types = allTypes(program);
  const handedOut = handedOutProperties(analysis);
  return {
    isBroken: program.errors.length > 0,
    types: types.map((type) => typeInfo(analysis, type, handedOut.get(type.name) ?? [])),
    functions: [
      ...types.flatMap((type) => memberEffects(analysis, type)),
      ...program.functions.map((fn) => functionEffects(analysis, fn, undefined)),
    ],
  };
}
