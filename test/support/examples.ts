/** Examples of rules as tests: where their findings are, and how they can be written differently. */
import { allRules, ruleById } from '../../server/src/core/rules';
import type { RuleExample } from '../../server/src/core/rules/types';
import type { Checked, Files } from './check-files';

export interface NamedExample {
  readonly name: string;
  readonly rule: string;
  readonly example: RuleExample;
}

export const namedExamples: readonly NamedExample[] = allRules.flatMap(({ meta }) =>
  meta.examples.map((example, index) => ({
    name: [meta.id, example.entry, `#${index}`, example.kind, example.note].filter(Boolean).join(' '),
    rule: meta.id,
    example,
  })),
);

export const badExamples = namedExamples.filter(({ example }) => example.kind === 'bad');

/** `path:offset` of every marked place, in order. */
export function markedPlaces(files: Files): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) =>
    [...text.matchAll(/⟦/g)].map(({ index }, before) => `${path}:${index - 2 * before}`),
  );
}

export function withoutMarks(files: Files): Files {
  return mapFiles(files, (text) => text.replace(/[⟦⟧]/g, ''));
}

/** `path:offset` of every finding of the rule, in order. */
export function placesOf(rule: string, { findings, path }: Checked): readonly string[] {
  const places = findings.filter((finding) => finding.rule === rule);
  return [...new Set(places.map(({ uri, range }) => `${path(uri)}:${range.start}`))];
}

/** Changes every file; `undefined` leaves the example out. */
export type Variant = (files: Files, rule: string) => Files | undefined;

/** Must not change what is found. */
export const neutralVariants: Readonly<Record<string, Variant>> = {
  'as written': (files) => files,
  'with CRLF line ends': (files) => mapFiles(files, (text) => text.replace(/\n/g, '\r\n')),
  'with emoji before': (files) =>
    mapFiles(files, (text, kind) => {
      if (kind === 'code') return `// 🎧👩‍👩‍👧 é\n${text}`;
      return text.replace('<plist version="1.0">', '<plist version="1.0"><!-- 🎧👩‍👩‍👧 é -->');
    }),
  'with other indentation': (files) =>
    mapFiles(files, (text, kind) =>
      kind === 'code'
        ? text.replace(/^( {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2))
        : text.replace(/^\t+/gm, (tabs) => '   '.repeat(tabs.length)),
    ),
};

/** Must not change what is found in Swift. */
export const swiftVariants: Readonly<Record<string, Variant>> = {
  'for the platform of the target': (files) =>
    mapSwift(files, (text) => `#if os(${platformOf(files)})\n${text}#endif\n`),
  'in an extension': (files) => mapSwift(files, (text) => nested(text, 'extension Outer')),
  'in an actor': (files) => mapSwift(files, (text) => nested(text, 'actor Outer')),
};

/** Must make the findings vanish. */
export const silencingVariants: Readonly<Record<string, Variant>> = {
  'in comments': (files) =>
    mapMarked(files, (text, kind) => (kind === 'plist' ? emptied(text) : text.replace(/^/gm, '// '))),
  'in a string': (files) =>
    mapMarked(files, (text, kind, path) => {
      if (kind === 'project') return projectWithNote(text);
      if (kind === 'plist') return emptied(text, `<key>Note</key><string>${escapeXml(text)}</string>`);
      if (path.endsWith('.swift')) return `let text = #"""\n${text}\n"""#\n`;
      return `NSString *text = @"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}";\n`;
    }),
  // Project files have no comments of their own: Xcode writes them without.
  suppressed: (files, rule) =>
    Object.entries(files).some(([path, text]) => isProject(path) && text.includes('⟦'))
      ? undefined
      : mapFiles(files, (text, kind) => (kind === 'project' ? text : suppressed(text, kind, rule))),
};

/** Must make the findings vanish in Swift, for rules that know the target. */
export const swiftSilencingVariants: Readonly<Record<string, Variant>> = {
  'for another platform': (files, rule) =>
    ruleById(rule)?.meta.scope === 'target'
      ? mapSwift(files, (text) => `#if os(Linux)\n${text}#endif\n`)
      : undefined,
};

type FileKind = 'code' | 'plist' | 'project';
type Change = (text: string, kind: FileKind, path: string) => string;

function mapFiles(files: Files, change: Change): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      if (/\.(swift|m|mm|h)$/.test(path)) return [path, change(text, 'code', path)];
      if (isProject(path)) return [path, change(text, 'project', path)];
      return [path, /\.(plist|entitlements)$/.test(path) ? change(text, 'plist', path) : text];
    }),
  );
}

/** Changes the files that hold a finding, and takes their marks away. */
function mapMarked(files: Files, change: Change): Files {
  return mapFiles(files, (text, kind, path) =>
    text.includes('⟦') ? change(text.replace(/[⟦⟧]/g, ''), kind, path) : text,
  );
}

/** `undefined` when no Swift file holds a finding. */
function mapSwift(files: Files, change: (text: string) => string): Files | undefined {
  const isMarked = Object.entries(files).some(
    ([path, text]) => path.endsWith('.swift') && text.includes('⟦'),
  );
  if (!isMarked) return undefined;
  return mapFiles(files, (text, _kind, path) => (path.endsWith('.swift') ? change(text) : text));
}

function platformOf(files: Files): string {
  return Object.values(files).some((text) => text.includes('<key>WKApplication</key>')) ? 'watchOS' : 'iOS';
}

/** Imports stay at the top. */
function nested(text: string, declaration: string): string {
  const lines = text.split('\n');
  const start = lines.findLastIndex((line) => line.startsWith('import ')) + 1;
  return [...lines.slice(0, start), `${declaration} {`, ...lines.slice(start), '}', ''].join('\n');
}

function isProject(path: string): boolean {
  return path.endsWith('/project.pbxproj');
}

/** A project file that holds another one in a string. */
function projectWithNote(text: string): string {
  return `// !$*UTF8*$!\n{\n\tobjects = {\n\t};\n\tnote = "${text.replace(/["\\]/g, '\\$&')}";\n}\n`;
}

/** A property list with nothing but `content` in its root. */
function emptied(text: string, content = ''): string {
  const body = /<dict>([\s\S]*)<\/dict>/.exec(text)?.[1] ?? '';
  const comment = `<!-- ${body.replace(/-{2,}/g, '-')} -->`;
  return text.replace(body, () => content || comment);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A suppression above each line that holds a finding. */
function suppressed(text: string, kind: FileKind, rule: string): string {
  const comment =
    kind === 'code'
      ? `// background-modes:ignore ${rule} -- tested`
      : `<!-- background-modes:ignore ${rule} -->`;
  return text.replace(/^.*⟦.*$/gm, (line) => `${comment}\n${line}`);
}
