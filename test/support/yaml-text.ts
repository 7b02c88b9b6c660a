/** YAML texts of generated values in many layouts, with comments. */
import fc from 'fast-check';

export type YamlValue = string | boolean | readonly YamlValue[] | { readonly [key: string]: YamlValue };

export interface YamlStyle {
  readonly lineEnd: string;
  readonly unit: number;
  readonly areDashesIndented: boolean;
  readonly quote: 'plain' | 'single' | 'double';
  readonly isFlow: boolean;
  readonly hasComments: boolean;
  readonly endsWithLine: boolean;
  readonly bom: string;
}

export const yamlStyles: fc.Arbitrary<YamlStyle> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  unit: fc.constantFrom(2, 4),
  areDashesIndented: fc.boolean(),
  quote: fc.constantFrom('plain' as const, 'single' as const, 'double' as const),
  isFlow: fc.boolean(),
  hasComments: fc.boolean(),
  endsWithLine: fc.boolean(),
  bom: fc.constantFrom('', '\ufeff'),
});

/** A whole text, without comments for values inside of brackets. */
export function yamlText(root: { readonly [key: string]: YamlValue }, style: YamlStyle): string {
  const lines = mapLines(root, style);
  return style.bom + lines.join(style.lineEnd) + (style.endsWithLine ? style.lineEnd : '');
}

function mapLines(map: { readonly [key: string]: YamlValue }, style: YamlStyle): string[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const comment = style.hasComments ? [`# about ${key}`] : [];
    return [...comment, ...entryLines(key, value, style)];
  });
}

function entryLines(key: string, value: YamlValue, style: YamlStyle): string[] {
  const note = style.hasComments ? ' # note' : '';
  const unit = ' '.repeat(style.unit);
  if (isList(value)) {
    if (value.length === 0 || style.isFlow) return [`${key}: ${flow(value, style)}${note}`];
    const indent = style.areDashesIndented ? unit : '';
    return [
      `${key}:${note}`,
      ...value.flatMap((item, index) => [
        ...(style.hasComments && index === 1 ? [`${indent}# between`] : []),
        `${indent}- ${flow(item, style)}${note}`,
      ]),
    ];
  }
  if (typeof value === 'object' && Object.keys(value).length > 0) {
    return [`${key}:${note}`, ...mapLines(value, style).map((line) => unit + line)];
  }
  return [`${key}: ${flow(value, style)}${note}`];
}

function flow(value: YamlValue, style: YamlStyle): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return scalar(value, style);
  if (isList(value)) return `[${value.map((item) => flow(item, style)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, each]) => `${key}: ${flow(each, style)}`);
  return `{${entries.join(', ')}}`;
}

function scalar(value: string, style: YamlStyle): string {
  const isPlain =
    style.quote === 'plain' && /^[a-z][a-z-]*$/i.test(value) && !/^(?:y|n|no|on|yes)$/.test(value);
  if (isPlain) return value;
  return style.quote === 'single' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
