/**
 * Supertypes of the SDK that do not call a type's methods with identifiers or categories. What a class of the SDK calls
 * has to be marked as an override.
 */
const harmless: ReadonlySet<string> = new Set([
  'AnyObject',
  'App',
  'CaseIterable',
  'Codable',
  'Comparable',
  'Decodable',
  'Encodable',
  'Equatable',
  'Error',
  'Hashable',
  'Identifiable',
  'Int',
  'NSObject',
  'ObservableObject',
  'Scene',
  'Sendable',
  'String',
  'UIResponder',
  'UIView',
  'UIViewController',
  'View',
]);

/** Protocol → how the names of its methods begin. */
const prefixes: Readonly<Record<string, RegExp>> = {
  UIApplicationDelegate: /^(?:application|window)/,
  UISceneDelegate: /^(?:scene|stateRestoration)/,
  UIWindowSceneDelegate: /^(?:scene|stateRestoration|window)/,
};

/** Whether a supertype certainly does not ask for a method of that base name. */
export function isHarmlessSupertype(type: string, method: string): boolean {
  return harmless.has(type) || (Object.hasOwn(prefixes, type) && prefixes[type]?.test(method) === false);
}
