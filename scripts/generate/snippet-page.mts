/** Writes docs/snippets.md: every snippet with its code. */

export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

export interface SnippetFile {
  /** `Objective-C and Objective-C++` */
  readonly title: string;
  /** Of a fenced code block. */
  readonly language: string;
  /** By title. */
  readonly snippets: Readonly<Record<string, Snippet>>;
}

const introduction = `<!-- Written by npm run generate from the files in snippets. -->

# Snippets

Type \`bg-\` in a Swift, Objective-C or Objective-C++ file, in a property list or in an entitlements file, choose a snippet,
and go through its placeholders with Tab. *Insert Snippet* in the command palette lists them as well.

Every snippet with every choice is tested: it parses, and in a target that declares what it needs, no rule finds anything in it.
`;

export function snippetPage(files: readonly SnippetFile[]): string {
  return [introduction, ...files.map(section)].join('\n');
}

function section({ title, language, snippets }: SnippetFile): string {
  const rows = Object.entries(snippets).map(
    ([name, { prefix, description }]) =>
      `| [\`${prefix}\`](#${anchor(title, prefix)}) | ${name} | ${description} |`,
  );
  const codes = Object.values(snippets).map(
    ({ prefix, body }) =>
      `<a id="${anchor(title, prefix)}"></a>\n**${prefix}**\n\n\`\`\`${language}\n${codeOf(body)}\n\`\`\`\n`,
  );
  return [
    `## ${title}\n`,
    `| prefix | | for |\n|---|---|---|\n${rows.join('\n')}\n`,
    `<details><summary>The code</summary>\n`,
    ...codes,
    '</details>\n',
  ].join('\n');
}

function anchor(title: string, prefix: string): string {
  return `${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${prefix}`;
}

/** The body as it is inserted, with the first of each choice and the defaults of all other placeholders. */
function codeOf(body: readonly string[]): string {
  return body
    .join('\n')
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
    .replaceAll(/\\([$}\\])/g, '$1')
    .replaceAll('\t', '    ');
}
