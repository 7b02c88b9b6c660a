/**
 * What a Podfile says about where its pods come from. It is a Ruby program: only the statements that nearly all of
 * them consist of are known here, and any other one means that nobody knows.
 * Source: https://guides.cocoapods.org/syntax/podfile.html
 */

const text = `(?:'[^'#]*'|"[^"#]*")`;
const symbol = String.raw`:\w+`;
const value = String.raw`(?:${text}|${symbol}|true|false|\[(?:\s*(?:${text}|${symbol})\s*,?)*\])`;
/** Everything but `path` and `podspec`, which name a pod of the workspace. */
const key =
  '(?:git|branch|tag|commit|submodules|http|source|configurations?|subspecs|modular_headers|inhibit_warnings)';
const option = String.raw`(?::${key}\s*=>\s*|${key}:\s*)${value}`;

const pod = new RegExp(String.raw`^pod\s+${text}(?:\s*,\s*(?:${text}|${option}))*$`);
const opening = new RegExp(String.raw`^(?:(?:abstract_)?target\s+${text}\s+do|def\s+\w+)$`);
/** The installer runs what is in these when all pods are known. */
const hook = /^(?:pre_install|post_install|pre_integrate|post_integrate)\b.*\bdo\b(?:\s*\|[^|]*\|)?$/;
const settings =
  /^(?:platform|source|workspace|project|install!|inherit!|plugin|use_frameworks!|use_modular_headers!|inhibit_all_warnings!|supports_swift_versions)(?:\s(?!.*\bpod\b).*)?$/;

/** Whether every pod is certainly fetched from elsewhere, so that none of it is code of the workspace. */
export function fetchesAllPods(podfile: string): boolean {
  const methods = new Set<string>();
  let hookIndent: number | undefined;
  for (const line of statements(podfile)) {
    const statement = line.trim();
    const indent = line.length - line.trimStart().length;
    if (hookIndent !== undefined) {
      if (statement === 'end' && indent <= hookIndent) hookIndent = undefined;
      continue;
    }
    if (hook.test(statement)) hookIndent = indent;
    const method = /^def\s+(\w+)$/.exec(statement)?.[1];
    if (method !== undefined) methods.add(method);
    const isKnown =
      hookIndent !== undefined ||
      statement === 'end' ||
      methods.has(statement) ||
      [pod, opening, settings].some((form) => form.test(statement));
    if (!isKnown) return false;
  }
  return hookIndent === undefined;
}

/** Lines without comments; one that ends in a comma goes on. */
function statements(podfile: string): readonly string[] {
  const lines = podfile.split(/\r\n|\r|\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd());
  const joined: string[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    if (previous?.endsWith(',')) joined[joined.length - 1] = `${previous} ${line.trim()}`;
    else if (line.trim() !== '') joined.push(line);
  }
  return joined;
}
