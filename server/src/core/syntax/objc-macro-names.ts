/** Stands for `auto` in normalised text: a type name that nobody writes, since the grammar has `auto` without a type only. */
export const inferredType = '$var';

/** Words that say nothing about control flow, and that the grammar does not know everywhere. */
export const silentWords: ReadonlySet<string> = new Set([
  'NS_ASSUME_NONNULL_BEGIN',
  'NS_ASSUME_NONNULL_END',
  'CF_ASSUME_NONNULL_BEGIN',
  'CF_ASSUME_NONNULL_END',
  // Declare variables; written with and without a semicolon.
  '@weakify',
  '@strongify',
  '@unsafeify',
  '__unused',
  '__deprecated',
  '__deprecated_msg',
  '__deprecated_enum_msg',
  '__strict_weak',
  'cg_nullable',
  'cg_nonnull',
  'IBOutletCollection',
  'NS_NOESCAPE',
  'CF_NOESCAPE',
  'NS_VALID_UNTIL_END_OF_SCOPE',
  'NS_RELEASES_ARGUMENT',
  'CF_RELEASES_ARGUMENT',
  'CF_CONSUMED',
  'NS_CONSUMED',
]);

/** React Native: macros that declare a method. `skipsName`: their first argument is its name in JavaScript. */
export const methodMacros: ReadonlyMap<string, { readonly type: string; readonly skipsName: boolean }> =
  new Map([
    ['RCT_EXPORT_METHOD', { type: '- (void)', skipsName: false }],
    ['RCT_REMAP_METHOD', { type: '- (void)', skipsName: true }],
    ['RCT_EXPORT_BLOCKING_SYNCHRONOUS_METHOD', { type: '- (id)', skipsName: false }],
    ['RCT_REMAP_BLOCKING_SYNCHRONOUS_METHOD', { type: '- (id)', skipsName: true }],
  ]);

/** Capitals with an underscore, or two leading ones: by convention a macro, a constant or an enumerator. */
export function isMacroName(word: string): boolean {
  return /^(?:__)?[A-Z][A-Z\d]*_[A-Z\d_]*$|^__[A-Z\d_]+$/.test(word);
}

/** `NS_ENUM`, `NS_CLOSED_ENUM`, `CF_OPTIONS`, `NS_ERROR_ENUM`. */
export function isEnumMacro(word: string): boolean {
  return /^(?:[A-Z]{2,4}_)+(?:CLOSED_|ERROR_)?(?:ENUM|OPTIONS)$/.test(word);
}

/** Availability, naming for Swift, ownership: macros that describe a declaration. */
export function isAttributeMacro(word: string): boolean {
  return attribute.test(word);
}

const attribute = new RegExp(
  `(?:^|_)(?:${[
    'AVAILABLE(?:_[A-Z]+)*',
    'UNAVAILABLE(?:_[A-Z]+)*',
    'DEPRECATED(?:_[A-Z\\d]+)*',
    'PROHIBITED',
    'SWIFT_[A-Z_]+',
    'REFINED_FOR_SWIFT[A-Z_]*',
    'DESIGNATED_INITIALIZER',
    'REQUIRES_[A-Z_]+',
    'RETURNS_[A-Z_]+',
    'FORMAT_FUNCTION',
    'FORMAT_ARGUMENT',
    'WARN_UNUSED_RESULT',
    'SENDABLE',
    'UI_ACTOR',
    'ASYNC_NAME',
    '(?:STRING|TYPED|EXTENSIBLE)_ENUM',
    'APPEARANCE_SELECTOR',
    'ROOT_CLASS',
    'NOESCAPE',
    'NULLABLE',
    'NONNULL',
    'NORETURN',
    'UNUSED',
    'ATTRIBUTE',
    'EXPORT',
    'EXTERN',
    'VISIBILITY',
    'SUBCLASSING_RESTRICTED',
    'STARTING',
  ].join('|')})$`,
);
