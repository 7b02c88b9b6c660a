/** Build setting expressions: `$(NAME)`, `${NAME}`, `$NAME`, nested names and modifiers such as `:c99extidentifier`. */

/** Value of a variable: `undefined` when it cannot be known. */
export type VariableLookup = (name: string) => string | undefined;

/** Expands every variable of `text`; `undefined` as soon as one of them stays unknown. `$$` is a dollar sign. */
export function expandSettings(text: string, lookup: VariableLookup): string | undefined {
  let result = '';
  let position = 0;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', position)) {
    result += text.slice(position, at);
    const variable = variableAt(text, at);
    const value = variable === undefined ? '$' : evaluate(variable.inner, lookup);
    if (value === undefined) return undefined;
    result += value;
    position = variable?.end ?? at + (text[at + 1] === '$' ? 2 : 1);
  }
  return result + text.slice(position);
}

const bareName = /[A-Za-z_]\w*/y;

interface Variable {
  /** Name and modifiers; `undefined` when the bracket is not closed. */
  readonly inner: string | undefined;
  readonly end: number;
}

/** The variable whose dollar sign stands at `at`. */
function variableAt(text: string, at: number): Variable | undefined {
  const next = text[at + 1];
  if (next === '(' || next === '{') {
    const end = closing(text, at + 1);
    if (end === undefined) return { inner: undefined, end: text.length };
    return { inner: text.slice(at + 2, end), end: end + 1 };
  }
  bareName.lastIndex = at + 1;
  const inner = bareName.exec(text)?.[0];
  return inner === undefined ? undefined : { inner, end: at + 1 + inner.length };
}

/** Index of the bracket that closes the one at `open`; brackets of the other kind inside are balanced too. */
function closing(text: string, open: number): number | undefined {
  const stack: string[] = [];
  for (let i = open; i < text.length; i++) {
    const char = text[i];
    if (char === '(') stack.push(')');
    else if (char === '{') stack.push('}');
    else if (char === stack.at(-1)) {
      stack.pop();
      if (stack.length === 0) return i;
    }
  }
  return undefined;
}

function evaluate(inner: string | undefined, lookup: VariableLookup): string | undefined {
  const expanded = inner === undefined ? undefined : expandSettings(inner, lookup);
  if (expanded === undefined) return undefined;
  const [name = '', ...modifiers] = expanded.split(/(?<!:default=.*):/s);
  let value = lookup(name);
  for (const modifier of modifiers) value = modify(value, modifier);
  return value;
}

const modifierTable: Readonly<Record<string, (value: string) => string>> = {
  lower: (value) => value.toLowerCase(),
  upper: (value) => value.toUpperCase(),
  rfc1034identifier: (value) => value.replace(/[^A-Za-z0-9.-]/gu, '-'),
  identifier: (value) => value.replace(/[^A-Za-z0-9_]/gu, '_').replace(/^[0-9]/, '_'),
  c99extidentifier: (value) => value.replace(/[^\p{L}\p{N}_]/gu, '_').replace(/^\p{N}/u, '_'),
  quote: (value) => value.replace(/[\s'"\\]/g, '\\$&'),
  standardizepath: (value) => value,
  dir: (value) => (value.includes('/') ? value.slice(0, value.lastIndexOf('/') + 1) : './'),
  file: (value) => value.slice(value.lastIndexOf('/') + 1),
  base: (value) => value.slice(value.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, ''),
  suffix: (value) => /(?<=[^/])\.[^./]*$/.exec(value)?.[0] ?? '',
};

/** Applies one modifier. `default=` is the only one that makes something of an unknown value. */
function modify(value: string | undefined, modifier: string): string | undefined {
  if (modifier.startsWith('default=')) return value || modifier.slice('default='.length);
  const apply = Object.hasOwn(modifierTable, modifier) ? modifierTable[modifier] : undefined;
  return value === undefined ? undefined : apply?.(value);
}
