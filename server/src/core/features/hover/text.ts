/** Parts of the texts of hovers and completions that only the catalogue knows. */
import { type Doc, spelledName } from '../../catalog/docs';
import { ruleById } from '../../rules';
import { type Block, type Inline, type Line, link, list, paragraph, strong } from '../content';

/** Address of the page that explains a rule; `undefined` when none is installed. */
export type RulePage = (rule: string) => string | undefined;

const maxMistakes = 4;

/** `title · detail · since iOS 13.0` */
export function heading(title: string, doc: Pick<Doc, 'since'> | undefined, detail?: string): Block {
  const since = Object.entries(doc?.since ?? {}).map(([platform, version]) => `${platform} ${version}`);
  const rest = detail === undefined ? '' : `: ${detail}`;
  return paragraph(strong(title), rest, since.length === 0 ? '' : ` · since ${since.join(', ')}`);
}

/** What iOS promises, and what it does not. */
export function promisesAndLimits(doc: Doc): readonly Block[] {
  return [...list('iOS promises', doc.promises.map(line)), ...list('Keep in mind', doc.limits.map(line))];
}

/** Titles of the rules that find them, with links to their pages. */
export function mistakes(rules: readonly string[], page: RulePage): readonly Block[] {
  return list(
    'Common mistakes',
    [...new Set(rules)].slice(0, maxMistakes).flatMap((id) => ruleLine(id, page) ?? []),
  );
}

function ruleLine(id: string, page: RulePage): Line[] | undefined {
  const rule = ruleById(id);
  return rule && [[linked(rule.meta.title, page(id))]];
}

export function linked(text: string, uri: string | undefined): Inline {
  return uri === undefined ? { kind: 'name', text } : link(text, uri);
}

/** Links in one line. */
export function linkLine(urls: readonly string[]): readonly Block[] {
  if (urls.length === 0) return [];
  const links = urls.map((url) => link(linkName(url, urls), url));
  return [paragraph(...links.flatMap((each, i) => (i === 0 ? [each] : [' · ', each])))];
}

/** The words in the address of an article, or the symbol that a page is about; others are told apart by their frameworks. */
function linkName(url: string, among: readonly string[]): string {
  const article = articleName(url);
  if (article !== undefined) return article;
  const symbol = spelledName(url.slice(url.lastIndexOf('/') + 1));
  if (symbol !== undefined) return symbol;
  const framework = /\/documentation\/(\w+)/.exec(url)?.[1];
  const isAlone = among.filter((each) => articleName(each) === undefined).length === 1;
  return isAlone || framework === undefined ? 'Reference' : `Reference (${framework})`;
}

function articleName(url: string): string | undefined {
  const page =
    /[^/]*$/
      .exec(url)?.[0]
      .replace(/[#(].*$/, '')
      .replace(/-swift\.(struct|enum)$|\.html$/, '') ?? '';
  if (!/^[^.]*[-_][^.]*$/.test(page)) return undefined;
  const words = page.replaceAll('-s-', '’s ').replace(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function line(text: string): Line {
  return [text];
}
