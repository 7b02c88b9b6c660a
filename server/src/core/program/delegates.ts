/** Delegate methods that a file implements, and what is known of a type's conformance. */

import type { DelegateMethod } from '../catalog/calls';
import type { FileAnalysis } from './analysis';
import type { CodeIndex } from './code-index';
import type { Block, FunctionDecl, TypeDecl } from './ir';
import { lastComponent } from './last-component';
import type { Verdict } from './types';

export interface DelegateImplementation {
  readonly fn: FunctionDecl;
  readonly body: Block;
  readonly type: TypeDecl;
}

/** Whether a type conforms to a protocol; `maybe` while its own declaration has not been seen. */
export function conforms(index: CodeIndex, type: string, protocol: string): Verdict {
  const declarations = [...index.family(type)].flatMap((each) => index.declarations(each));
  if (declarations.some(({ inherits }) => inherits.some((each) => lastComponent(each) === protocol)))
    return 'yes';
  return index.declarations(type).some(({ isExtension }) => !isExtension) ? 'no' : 'maybe';
}

/** Bodies of a delegate method in types that conform, or may do so in a declaration nobody has seen. */
export function implementations(
  analysis: FileAnalysis,
  index: CodeIndex,
  method: DelegateMethod,
): readonly DelegateImplementation[] {
  const { language } = analysis.resolver;
  const names = language === 'swift' ? method.swift : method.objc;
  return analysis.functionsNamed(names).flatMap(({ fn, type }): readonly DelegateImplementation[] => {
    if (fn?.kind !== 'method' || fn.body === undefined || type === undefined || fn.isStatic) return [];
    if (conforms(index, type.name, method.protocol) === 'no') return [];
    const isMeant = language === 'objc' || hasType(fn, method);
    return isMeant ? [{ fn, body: fn.body, type }] : [];
  });
}

function hasType({ params }: FunctionDecl, { param }: DelegateMethod): boolean {
  return param === undefined || param.types.includes(params[param.index]?.type?.name ?? '');
}
