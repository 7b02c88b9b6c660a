/** YAML texts as trees of the `yaml` library, within bounds: its composer is recursive and aliases multiply. */
import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  type Node,
  Parser,
} from 'yaml';

const maxLength = 1_000_000;
/** Of the reader's tokens, about two for each level of the document. */
const maxTokenDepth = 400;

export interface YamlDocument {
  readonly document: Document.Parsed;
  /** What each alias stands for; unknown names are missing. */
  readonly aliases: ReadonlyMap<Alias, Node>;
  /** Where a second document begins. */
  readonly next: number | undefined;
}

/** `undefined`: there is nothing in it; `too-large`: it was not read. Offsets count from the start of `text`. */
export function composeYaml(text: string): YamlDocument | 'too-large' | undefined {
  if (text.length > maxLength) return 'too-large';
  const tokens = [...new Parser().parse(text)];
  if (isTooDeep(tokens)) return 'too-large';
  // Every scalar is read as text: what it means depends on who reads the file.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  const found: Document.Parsed[] = [];
  for (const document of composer.compose(tokens, false)) {
    if (found.push(document) === 2) break;
  }
  const [document, second] = found;
  if (document === undefined) return undefined;
  return { document, aliases: aliasesOf(document.contents), next: second?.range[0] };
}

function isTooDeep(tokens: readonly CST.Token[]): boolean {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  const add = (token: CST.Token | null | undefined, depth: number) => {
    if (token != null) open.push({ token, depth });
  };
  for (const token of tokens) add(token, 0);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxTokenDepth) return true;
    if (token.type === 'document') add(token.value, depth + 1);
    if (!('items' in token)) continue;
    for (const item of token.items) {
      add(item.key, depth + 1);
      add(item.value, depth + 1);
    }
  }
  return false;
}

/** In the order of the text: a name means the last node before that has it. */
function aliasesOf(root: Node | null): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const aliases = new Map<Alias, Node>();
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (isPair(node)) open.push(node.value, node.key);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) aliases.set(node, target);
    }
    if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isCollection(node)) for (const item of node.items.toReversed()) open.push(item);
  }
  return aliases;
}
