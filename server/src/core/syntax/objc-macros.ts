import type { TextRange } from '../text';
import {
  inferredType,
  isAttributeMacro,
  isEnumMacro,
  isMacroName,
  methodMacros,
  silentWords,
} from './objc-macro-names';
import type { ObjcToken } from './objc-scanner';

/** Text to write over a range of the same length; `undefined` blanks it. */
export interface Overwrite extends TextRange {
  readonly by: string | undefined;
}

type Scope = 'function' | 'linkage' | 'list';

/**
 * Finds macros that a parser without a preprocessor trips over, and what to write in their place. Inside of function
 * bodies nearly everything is left alone: there a macro may be a call.
 */
export function overwriteMacros(text: string, tokens: readonly ObjcToken[]): readonly Overwrite[] {
  return new MacroPass(text, tokens).run();
}

class MacroPass {
  readonly #text: string;
  readonly #tokens: readonly ObjcToken[];
  readonly #result: Overwrite[] = [];
  readonly #scopes: Scope[] = [];
  /** Where the current declaration begins, blanked macros not counted. */
  #lead = 0;
  #functions = 0;
  /** Index of the last token of the last macro that was blanked. */
  #blanked = -1;
  /** Of `(` and `[`. */
  #nesting = 0;
  #at = 0;

  constructor(text: string, tokens: readonly ObjcToken[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  run(): readonly Overwrite[] {
    for (this.#at = 0; this.#at < this.#tokens.length; this.#at++) {
      const token = this.#tokens[this.#at];
      if (token?.kind === 'punctuation') this.#punctuation(token);
      else if (token?.kind === 'at') this.#keyword(token);
      else if (token?.kind === 'word') this.#word(token);
    }
    return this.#result;
  }

  /** `@interface` begins a declaration, `@end`, `@optional` and `@private` are whole ones (also as `@optional;`). */
  #keyword(token: ObjcToken): void {
    if (silentWords.has(token.text)) this.#blankMacro();
    if (this.#functions > 0) return;
    const begins = /^@(?:interface|implementation|protocol|property|class|synthesize|dynamic|import)$/.test(
      token.text,
    );
    this.#lead = begins ? this.#at : this.#at + 1;
    const next = this.#tokens[this.#at + 1];
    if (!begins && next?.text === ';') this.#blank(next.start, next.end);
  }

  #punctuation(token: ObjcToken): void {
    switch (token.text) {
      case '{':
        this.#open(this.#scopeOfBrace());
        break;
      case '}':
        this.#close(token);
        break;
      case ';':
        this.#lead = this.#at + 1;
        break;
      case '(':
      case '[':
        this.#nesting++;
        break;
      case ')':
      case ']':
        this.#nesting = Math.max(0, this.#nesting - 1);
        break;
      case '-':
      case '+':
        if (this.#nesting === 0 && this.#scopes.length === 0 && this.#isLineStart(this.#at))
          this.#lead = this.#at;
        break;
    }
  }

  #open(scope: Scope): void {
    this.#scopes.push(scope);
    if (scope === 'function') this.#functions++;
    this.#lead = this.#at + 1;
    this.#nesting = 0;
  }

  #close(token: ObjcToken): void {
    const scope = this.#scopes.pop();
    if (scope === 'function') this.#functions--;
    if (scope === 'linkage') this.#blank(token.start, token.end);
    this.#lead = this.#at + 1;
    this.#nesting = 0;
  }

  /** A brace after a signature opens a function, any other one a list of enumerators, members or values. */
  #scopeOfBrace(): Scope {
    if (this.#functions > 0) return 'function';
    const lead = this.#tokens.slice(this.#lead, this.#at);
    const first = lead[0]?.text;
    if (first === '-' || first === '+') return 'function';
    if (lead.some(({ text }) => text === '^')) return 'function';
    if (lead.some(({ text }) => text === 'enum' || isEnumMacro(text) || text === '=')) return 'list';
    const isAggregate = lead.some(
      ({ text }) => text === 'struct' || text === 'union' || text === '@interface',
    );
    if (isAggregate && lead.at(-1)?.text !== ')') return 'list';
    return lead.some(({ text }) => text === '(') ? 'function' : 'list';
  }

  #word(token: ObjcToken): void {
    if (token.text === '__attribute__' || token.text === '__attribute' || silentWords.has(token.text)) {
      this.#blankMacro();
    } else if (token.text === 'extern') {
      this.#linkage(token);
    } else if (token.text === 'auto') {
      this.#inferred(token);
    } else if (token.text === 'comment' && this.#next() === ':') {
      this.#argumentLabel(token);
    } else if (isMacroName(token.text)) {
      if (this.#functions === 0) this.#macro(token);
      else if (this.#isInAvailability(token)) this.#blankMacro();
    }
  }

  /** `extern "C"` alone and with braces. */
  #linkage(token: ObjcToken): void {
    const language = this.#tokens[this.#at + 1];
    if (language?.kind !== 'string' || this.#text[language.start] !== '"') return;
    if (this.#tokens[this.#at + 2]?.text !== '{') {
      this.#blank(language.start, language.end);
      return;
    }
    this.#blank(token.start, (this.#tokens[this.#at + 2]?.start ?? language.end) + 1);
    this.#at += 2;
    this.#open('linkage');
  }

  /** `auto name = value;` of C++ and C23. */
  #inferred(token: ObjcToken): void {
    const next = this.#next();
    const isPointer = next === '*' || next === '&';
    if (isPointer || this.#tokens[this.#at + 2]?.text === '=')
      this.#write(token.start, token.end, inferredType);
  }

  /** `NSLocalizedString(@"key", comment: "")`: a label that Objective-C does not have, swallowed by the macro. */
  #argumentLabel(token: ObjcToken): void {
    const colon = this.#tokens[this.#at + 1];
    if (this.#tokens[this.#at - 1]?.text !== ',' || this.#tokens[this.#at - 3]?.text !== '(') return;
    if (/^NSLocalizedString/.test(this.#tokens[this.#at - 4]?.text ?? '')) {
      this.#blank(token.start, colon?.end ?? token.end);
    }
  }

  /** `@available(iOS 11.0 OTHER_AVAILABLE, *)`. */
  #isInAvailability(token: ObjcToken): boolean {
    return isAttributeMacro(token.text) && this.#tokens[this.#at - 1]?.kind === 'number';
  }

  #macro(token: ObjcToken): void {
    const prefix = methodMacros.get(token.text);
    if (prefix !== undefined && this.#next() === '(') this.#methodMacro(token, prefix);
    else if (isEnumMacro(token.text) && this.#next() === '(') this.#enumMacro(token);
    else if (this.#isAnnotation(token)) this.#blankMacro();
  }

  /** `RCT_EXPORT_METHOD(log:(NSString *)text) {` becomes `- (void)         log:(NSString *)text  {`. */
  #methodMacro(token: ObjcToken, prefix: { readonly type: string; readonly skipsName: boolean }): void {
    const close = this.#closing(this.#at + 1);
    const open = this.#tokens[this.#at + 1];
    const end = this.#tokens[close];
    if (open === undefined || end === undefined) return;
    this.#write(token.start, token.end, prefix.type);
    const comma = prefix.skipsName
      ? this.#tokens.slice(0, close).findIndex((t, i) => i > this.#at && t.text === ',')
      : -1;
    this.#blank(open.start, this.#tokens[comma]?.end ?? open.end);
    this.#blank(end.start, end.end);
    this.#at = close;
  }

  /** `typedef NS_ENUM(NSInteger, Mode) {` becomes `        enum               Mode  {`. */
  #enumMacro(token: ObjcToken): void {
    const close = this.#closing(this.#at + 1);
    const end = this.#tokens[close];
    const name = this.#tokens[close - 1];
    if (end === undefined || name === undefined) return;
    const isNamed = name.kind === 'word' && this.#tokens[close - 2]?.text === ',';
    const before = this.#tokens[this.#at - 1];
    if (before?.text === 'typedef') this.#blank(before.start, before.end);
    this.#write(token.start, token.end, 'enum');
    this.#blank(token.end, isNamed ? name.start : end.end);
    if (isNamed) this.#blank(end.start, end.end);
    this.#at = close;
  }

  #isAnnotation(token: ObjcToken): boolean {
    const last = this.#next() === '(' ? this.#closing(this.#at + 1) : this.#at;
    const before = this.#tokens[this.#at - 1];
    const after = this.#tokens[last + 1];
    const isFirst = this.#lead === this.#at;
    if (isFirst || /^(?:extern|static|inline)$/.test(before?.text ?? '')) {
      if (this.#scopes.includes('list')) return false;
      return isFirst && this.#isLineStart(last + 1) ? after?.text !== '{' : this.#leadsDeclaration(last);
    }
    if (this.#scopes.at(-1) === 'list' && (before?.text === ',' || before?.text === '{')) return false;
    const isName = /^(?:\*|const)$/.test(before?.text ?? '') && /^[;=[,]$/.test(after?.text ?? '');
    if (isAttributeMacro(token.text)) return !isName;
    return this.#trailsMember(before, after);
  }

  /** `FOO_API int f(void);`, `FOO_EXPORT @interface X`: followed by a whole declaration. */
  #leadsDeclaration(last: number): boolean {
    const next = this.#tokens[last + 1];
    const second = this.#tokens[last + 2];
    if (next === undefined || last !== this.#at) return false;
    if (next.kind === 'at' || /^(?:typedef|extern|static|struct|enum|const)$/.test(next.text)) return true;
    return next.kind === 'word' && (second?.kind === 'word' || second?.text === '*' || second?.text === '<');
  }

  /** `- (void)stop FOO_LATER;`, `@property int x FOO_LATER;` */
  #trailsMember(before: ObjcToken | undefined, after: ObjcToken | undefined): boolean {
    const first = this.#tokens[this.#lead]?.text ?? '';
    if (first !== '-' && first !== '+' && first !== '@property') return false;
    const followsName = before?.kind === 'word' || this.#blanked === this.#at - 1;
    return followsName && this.#nesting === 0 && (after?.text === ';' || isMacroName(after?.text ?? ''));
  }

  #blankMacro(): void {
    const token = this.#tokens[this.#at];
    if (token === undefined) return;
    const wasFirst = this.#lead === this.#at;
    const last = this.#next() === '(' ? this.#closing(this.#at + 1) : this.#at;
    this.#blank(token.start, this.#tokens[last]?.end ?? token.end);
    this.#at = last;
    this.#blanked = last;
    if (wasFirst) this.#lead = last + 1;
  }

  /** Index of the bracket that closes the one at `index`; `index` itself when there is none. */
  #closing(index: number): number {
    let depth = 0;
    for (let i = index; i < this.#tokens.length; i++) {
      const sign = this.#tokens[i]?.text;
      if (sign === '(') depth++;
      else if (sign === ')' && --depth === 0) return i;
      else if (sign === ';' || sign === '{' || sign === '}') break;
    }
    return index;
  }

  #next(): string | undefined {
    return this.#tokens[this.#at + 1]?.text;
  }

  /** Whether the token at `index` is the first on its line; so is the end of the text. */
  #isLineStart(index: number): boolean {
    const before = this.#tokens[index - 1];
    const token = this.#tokens[index];
    if (before === undefined || token === undefined) return true;
    return /[\r\n]/.test(this.#text.slice(before.end, token.start));
  }

  #blank(start: number, end: number): void {
    this.#result.push({ start, end, by: undefined });
  }

  #write(start: number, end: number, by: string): void {
    this.#result.push({ start, end, by });
  }
}
