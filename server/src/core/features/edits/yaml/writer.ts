/** Texts of new values in YAML. */
import { Scalar } from 'yaml';
import { isNewArray, type NewValue } from '../plist-writer';

export interface YamlLayout {
  readonly lineEnd: string;
  /** What one level of nesting adds to the indentation. */
  readonly unit: string;
  /** What stands in front of a dash, beyond the indentation of the key above it. */
  readonly dashIndent: string;
}

/** Words that readers of YAML 1.1 or 1.2 take for something else than text. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const PLAIN = /^[A-Za-z_][\w.-]*(?: [\w.-]+)*$/;

/** `style`: that of a string beside it. */
export function scalarText(value: string, style?: string): string {
  if (style === Scalar.QUOTE_SINGLE && /^[ -~]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const isPlain = style !== Scalar.QUOTE_SINGLE && style !== Scalar.QUOTE_DOUBLE;
  return isPlain && PLAIN.test(value) && !RESERVED.test(value) ? value : JSON.stringify(value);
}

/** On one line, in brackets. */
export function flowText(value: NewValue): string {
  if (typeof value === 'string') return scalarText(value);
  if (typeof value === 'boolean') return String(value);
  if (isNewArray(value)) return `[${value.map((item) => scalarText(item)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, each]) => `${scalarText(key)}: ${flowText(each)}`);
  return `{${entries.join(', ')}}`;
}

/** The lines of an entry, without the indentation of the first. */
export function entryLines(
  key: string,
  value: NewValue,
  layout: YamlLayout,
  hasFlowArrays: boolean,
): readonly string[] {
  const name = `${scalarText(key)}:`;
  const isScalar = typeof value === 'string' || typeof value === 'boolean';
  if (isScalar || isEmpty(value) || (isNewArray(value) && hasFlowArrays))
    return [`${name} ${flowText(value)}`];
  return [name, ...nestedLines(value, layout, hasFlowArrays)];
}

/** The lines below a key, indented from that key on. */
export function nestedLines(
  value: Exclude<NewValue, string | boolean>,
  layout: YamlLayout,
  hasFlowArrays: boolean,
): readonly string[] {
  if (isNewArray(value)) return value.map((item) => `${layout.dashIndent}- ${scalarText(item)}`);
  return Object.entries(value)
    .flatMap(([key, each]) => entryLines(key, each, layout, hasFlowArrays))
    .map((line) => layout.unit + line);
}

function isEmpty(value: Exclude<NewValue, string | boolean>): boolean {
  return isNewArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

const FIRST_INDENT = /^( +)[^\s#-]/m;
const DASH_BELOW_KEY = /^( *)[^\s#-][^\r\n]*:[ \t]*(?:#[^\r\n]*)?\r?\n(?=\1- )/m;
const DASH_INDENTED = /^( *)[^\s#-][^\r\n]*:[ \t]*(?:#[^\r\n]*)?\r?\n\1 +- /m;

export function yamlLayout(text: string): YamlLayout {
  const unit = FIRST_INDENT.exec(text)?.[1] ?? '  ';
  const isAligned = DASH_BELOW_KEY.test(text) && !DASH_INDENTED.test(text);
  return {
    lineEnd: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    unit,
    dashIndent: isAligned ? '' : unit,
  };
}
