/** Writes the page of one rule. */
import type { EntryMeta, RuleExample, RuleMeta } from '../../server/src/core/rules/types';

const consequences: Readonly<Record<RuleMeta['consequence'], string>> = {
  crash: 'the app crashes or is killed',
  rejection: 'the upload or the review is refused',
  'silent-failure': 'something silently does not happen',
  battery: 'energy is wasted',
  misconception: 'the code does not do what it seems to do',
};

const languages: Readonly<Record<RuleMeta['languages'][number], string>> = {
  swift: 'Swift',
  objc: 'Objective-C',
  plist: 'Info.plist',
  entitlements: 'entitlements',
  pbxproj: 'Xcode projects',
};

const fences: Readonly<Record<string, string>> = {
  swift: 'swift',
  m: 'objc',
  mm: 'objc',
  h: 'objc',
  plist: 'xml',
  entitlements: 'xml',
};

export function rulePage(meta: RuleMeta): string {
  return `${[
    `# ${meta.title}`,
    `\`${meta.id}\``,
    meta.why,
    facts(meta),
    ...(meta.fix === undefined ? [] : ['## What to do', meta.fix]),
    ...(meta.entries.length === 0
      ? examplePair(meta.examples)
      : ['## Cases', ...meta.entries.flatMap((entry) => entrySection(meta, entry))]),
    '## Ignore it in one place',
    suppression(meta),
    '## Sources',
    meta.sources.map((source) => `- <${source}>`).join('\n'),
  ].join('\n\n')}\n`;
}

function facts(meta: RuleMeta): string {
  return [
    '| | |',
    '|---|---|',
    `| What happens | ${consequences[meta.consequence]} |`,
    `| Severity | ${meta.severity}${meta.isOptIn ? ', off by default' : ''} |`,
    `| Looks at | ${meta.languages.map((language) => languages[language]).join(', ')} |`,
  ].join('\n');
}

function entrySection(meta: RuleMeta, entry: EntryMeta): string[] {
  const differences = [
    entry.severity === undefined || entry.severity === meta.severity
      ? undefined
      : `Severity: ${entry.severity}.`,
    entry.consequence === undefined || entry.consequence === meta.consequence
      ? undefined
      : `What happens: ${consequences[entry.consequence]}.`,
    entry.minOS === undefined ? undefined : `Since ${entry.minOS}.`,
  ].filter((text) => text !== undefined);
  const own = meta.examples.filter((example) => example.entry === entry.key);
  return [
    `### ${entry.title}`,
    [`\`${meta.id}/${entry.key}\``, ...differences].join(' · '),
    ...(entry.why === undefined ? [] : [entry.why]),
    ...examplePair(own),
  ];
}

/** The first bad example in each language, then the good ones. A file that was shown already is not shown again. */
function examplePair(examples: readonly RuleExample[]): string[] {
  const shown = new Set<string>();
  return [...firstOfEach(examples, 'bad'), ...firstOfEach(examples, 'good')].flatMap((example) => {
    const fresh = Object.entries(example.files).filter(([, text]) => !shown.has(plain(text)));
    for (const [, text] of fresh) shown.add(plain(text));
    return fresh.length === 0 ? [] : [exampleText(example, fresh)];
  });
}

function firstOfEach(examples: readonly RuleExample[], kind: RuleExample['kind']): RuleExample[] {
  const languagesOf = ({ files }: RuleExample) => Object.keys(files).map(extensionOf).join(' ');
  const own = examples.filter((example) => example.kind === kind);
  return own.filter(
    (example, index) => own.findIndex((other) => languagesOf(other) === languagesOf(example)) === index,
  );
}

function exampleText({ kind, note }: RuleExample, files: readonly (readonly [string, string])[]): string {
  const label = kind === 'bad' ? 'Wrong' : 'Right';
  const blocks = files.map(
    ([path, text]) =>
      `\`${path}\`\n\n\`\`\`${fences[extensionOf(path)] ?? ''}\n${annotated(text, path)}\`\`\``,
  );
  return [`**${note === undefined ? label : `${label} (${note})`}**`, ...blocks].join('\n\n');
}

function plain(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}

/** Marks the lines that hold a finding with a comment. */
function annotated(text: string, path: string): string {
  const isXml = fences[extensionOf(path)] === 'xml';
  const mark = isXml ? '<!-- ← -->' : '// ←';
  return (isXml ? rootContent(text) : text).replace(/^.*⟦.*$/gm, (line) => `${plain(line)} ${mark}`);
}

/** What stands between the outermost `<dict>` tags: the rest is the same in all property lists. */
function rootContent(text: string): string {
  const body = /<dict>\n([\s\S]*)<\/dict>/.exec(text)?.[1];
  return body === undefined ? text : body.replace(/^\t/gm, '');
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function suppression({ id, languages: spoken }: RuleMeta): string {
  const code = spoken.includes('swift') || spoken.includes('objc');
  const comment = code
    ? `\`\`\`swift\n// background-modes:ignore ${id} -- why it is right here\n\`\`\``
    : `\`\`\`xml\n<!-- background-modes:ignore ${id} -->\n\`\`\``;
  return `A comment on the same line, or on the line above, silences the rule there; \`${id}/CASE\` silences one case.\n\n${comment}`;
}
