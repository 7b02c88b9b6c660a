/** Supertypes that bring no methods of the app with them. */
import { isSdkType } from './inert-calls';

/** What every delegate of an app conforms to, in a text that is looked at for it. */
export const appDelegate = 'UIApplicationDelegate';

/** Protocols of the standard library and the SDK without a prefix. */
const closed = new Set([
  'AnyObject',
  'CustomStringConvertible',
  'Equatable',
  'Hashable',
  'Identifiable',
  'ObservableObject',
  'Sendable',
  '@unchecked Sendable',
]);

/** Whether what stands where a superclass may stand can bring methods that have not been read. */
export function isOpenSuperclass(name: string): boolean {
  return !isSdkType(name) && !closed.has(name);
}
