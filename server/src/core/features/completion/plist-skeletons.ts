/** What stands at a key of an XML property list, to be filled in. */
import type { KeyDoc } from '../../catalog/docs';
import { lineIndent } from '../edits/plist-layout';

export interface LineLayout {
  /** Line end and indentation of the line that is written on. */
  readonly line: string;
  /** What one level adds. */
  readonly unit: string;
}

export interface Skeleton {
  readonly label: string;
  readonly plain: string;
  readonly snippet: string;
}

const INDENTED = /^([ \t]+)<(?:key|dict|string|array)/m;

export function layoutAt(text: string, offset: number): LineLayout {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const first = INDENTED.exec(text)?.[1] ?? '\t';
  return { line: lineEnd + lineIndent(text, offset), unit: first.startsWith('\t') ? '\t' : first };
}

/** `choice`: values to choose from for the only item of a list. */
export function skeleton(
  { value, values = [] }: KeyDoc,
  { line, unit }: LineLayout,
  choice: readonly string[],
): Skeleton {
  switch (value) {
    case 'strings': {
      const around = (item: string) => `<array>${line}${unit}<string>${item}</string>${line}</array>`;
      return { label: '<array>', plain: around(''), snippet: around(placeholder(choice)) };
    }
    case 'text':
      return {
        label: '<string>',
        plain: `<string>${values[0] ?? ''}</string>`,
        snippet: `<string>${placeholder(values)}</string>`,
      };
    case 'yes':
      return { label: '<true/>', plain: '<true/>', snippet: '<true/>' };
    case 'no':
      return { label: '<false/>', plain: '<false/>', snippet: '<false/>' };
  }
}

function placeholder(choice: readonly string[]): string {
  return choice.length === 0 ? '$1' : `\${1|${choice.join(',')}|}`;
}
