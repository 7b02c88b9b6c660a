/** VS Code snippet bodies as a person gets them who presses Tab through all placeholders. */

export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Every text that the body can become: the defaults, with each alternative of each choice once. */
export function expandSnippet(snippet: Snippet): string[] {
  const body = snippet.body.join('\n');
  const choices = [...body.matchAll(/\$\{\d+\|([^|]*)\|\}/g)].map((match) => (match[1] ?? '').split(','));
  const rounds = Math.max(1, ...choices.map((options) => options.length));
  return Array.from({ length: rounds }, (_, round) => expand(body, round));
}

function expand(body: string, round: number): string {
  return body
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_, options: string) => {
      const list = options.split(',');
      return list[Math.min(round, list.length - 1)] ?? '';
    })
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

/** The snippet with this prefix. Throws when there is none. */
export function snippetNamed(snippets: Readonly<Record<string, Snippet>>, prefix: string): Snippet {
  const found = Object.values(snippets).find((snippet) => snippet.prefix === prefix);
  if (found === undefined) throw new Error(`There is no snippet ${prefix}`);
  return found;
}
