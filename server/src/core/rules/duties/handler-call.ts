/** The statement that calls a completion handler. */
import type { FileAnalysis } from '../../program/analysis';
import type { DutySite } from '../../program/duties/sites';

export function handlerCall(
  name: string,
  { token }: DutySite,
  { resolver }: FileAnalysis,
  argument: { readonly swift: string; readonly objc: string } = { swift: '', objc: '' },
): string {
  if (resolver.language === 'objc') return `${name}(${argument.objc});`;
  const type = token.kind === 'param' ? token.fn.params[token.index]?.type : undefined;
  return `${name}${type?.isOptional ? '?' : ''}(${argument.swift})`;
}
