/** The code of mechanisms: snippets, with their placeholders as editors understand them. */
import objectiveC from '../../../../../snippets/objective-c.json';
import swift from '../../../../../snippets/swift.json';
import type { Mechanism } from '../../catalog/mechanisms';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

export interface MechanismCode {
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  /** In the syntax of snippets; missing where the language has none. */
  readonly swift?: string;
  readonly objc?: string;
}

const swiftSnippets: Readonly<Record<string, Snippet>> = swift;
const objcSnippets: Readonly<Record<string, Snippet>> = objectiveC;

/** The one to begin with first; snippets for property lists are left out. */
export function codeOf({ snippets = [], together = 1 }: Mechanism): readonly MechanismCode[] {
  const first = singleCodes(snippets.slice(0, together));
  return [...joined(first), ...singleCodes(snippets.slice(together))];
}

/** One piece of code of several. */
function joined(codes: readonly MechanismCode[]): readonly MechanismCode[] {
  const [first] = codes;
  if (first === undefined) return [];
  const [swift, objc] = [codes.map((code) => code.swift), codes.map((code) => code.objc)];
  return [
    {
      prefix: first.prefix,
      title: codes.map(({ title }) => title).join(' + '),
      description: codes.map(({ description }) => description).join('. '),
      ...(swift.every((body) => body !== undefined) && { swift: joinBodies(swift) }),
      ...(objc.every((body) => body !== undefined) && { objc: joinBodies(objc) }),
    },
  ];
}

/** Each body keeps placeholders of its own. */
function joinBodies(bodies: readonly string[]): string {
  let used = 0;
  const renumbered = bodies.map((body) => {
    const numbers = [...body.matchAll(numbered)].map(([, , digits]) => Number(digits));
    const before = used;
    used += Math.max(0, ...numbers);
    // The last place of the cursor can be one only.
    return body.replace(numbered, (_, open: string, digits: string) =>
      Number(digits) === 0 ? `${open}0` : `${open}${Number(digits) + before}`,
    );
  });
  return renumbered.join('\n\n');
}

function singleCodes(snippets: readonly string[]): readonly MechanismCode[] {
  return snippets.flatMap((prefix) => {
    const inSwift = named(swiftSnippets, prefix);
    const inObjc = named(objcSnippets, prefix);
    const [title, { description }] = inSwift ?? inObjc ?? [undefined, { description: '' }];
    if (title === undefined) return [];
    return [
      {
        prefix,
        title,
        description,
        ...(inSwift && { swift: inSwift[1].body.join('\n') }),
        ...(inObjc && { objc: inObjc[1].body.join('\n') }),
      },
    ];
  });
}

function named(
  snippets: Readonly<Record<string, Snippet>>,
  prefix: string,
): readonly [string, Snippet] | undefined {
  return Object.entries(snippets).find(([, snippet]) => snippet.prefix === prefix);
}

/** Where a placeholder begins: what stands before its number, and the number. */
const numbered = /((?<!\\)\$\{?)(\d+)/g;

const placeholder = /\\([\\$}])|\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{?\d+\}?/g;

/** The code as it stands when every placeholder keeps its text; four blanks for each tab. */
export function filledIn(body: string): string {
  const text = body.replace(
    placeholder,
    (_, escaped?: string, choice?: string, text?: string) =>
      escaped ?? choice ?? text?.replace(/\\([\\$}])/g, '$1') ?? '',
  );
  return text.replaceAll('\t', '    ');
}
