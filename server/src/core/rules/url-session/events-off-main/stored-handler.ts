/** Calls of a completion handler that was kept for the end of the session's events. */
import type { CallExpr } from '../../../program/ir';
import { propertyName, unwrap } from '../../../program/resolve';
import type { Declaration } from '../../../program/scopes';
import { valueSourcesOf } from '../../../program/value-sources';
import type { TaskContext } from '../../background-task/context';

/** Whether a call certainly runs a closure from a property, and not one that hops to the main thread itself. */
export function isStoredHandlerCall(call: CallExpr, context: TaskContext): boolean {
  if (call.args.length > 0 || call.selector !== undefined || call.constructs !== undefined) return false;
  const { resolver } = context.analysis;
  const declaration = call.receiver === undefined ? resolver.scopes.declaration(call) : undefined;
  if (declaration !== undefined) return isFromProperty(declaration, context);
  if (call.name === '') return false;
  const isOwn = call.receiver === undefined || resolver.isSelf(call.receiver);
  const type = resolver.typeAround(call);
  if (!isOwn || type === undefined || hops(type, call.name, context)) return false;
  const property = resolver.property(type, propertyName(call.name, resolver.language));
  if (property?.type !== undefined) {
    return (
      !property.type.text.includes('MainActor') && (property.type.isFunction || isWritten(call, context))
    );
  }
  return isWritten(call, context);
}

/** Whether the spelling of a call leaves only a closure: `done?()` in Swift, `self.done()` and `_done()` in Objective-C. */
function isWritten(call: CallExpr, { analysis, code }: TaskContext): boolean {
  if (analysis.resolver.language === 'objc') return call.receiver !== undefined || call.name.startsWith('_');
  return code.unit.text.charAt(call.nameRange.end) === '?';
}

/** `if let done = self.done { done() }`, `void (^done)(void) = self.done;` */
function isFromProperty(declaration: Declaration, context: TaskContext): boolean {
  const { resolver } = context.analysis;
  const root = resolver.root(declaration);
  if (root.kind === 'param' || root.fn !== undefined || root.value === undefined) return false;
  const value = unwrap(root.value);
  if (value.kind !== 'name' && value.kind !== 'member') return false;
  return resolver.place(value).kind === 'property' && !hops(resolver.typeAround(value), value.name, context);
}

/** What is kept is a closure of this file, which may go to the main thread itself. */
function hops(type: string | undefined, name: string, { analysis }: TaskContext): boolean {
  return (valueSourcesOf(analysis).ofProperty(type, name) ?? []).some(({ kind }) => kind === 'closure');
}
