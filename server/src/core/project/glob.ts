/** Globs as generators write them: `*`, `?`, `[a-z]`, `[!a]`, `{one,two}`, and `**` for any number of folders. */

const maxAlternatives = 64;

export interface GlobOptions {
  /** A pattern that matches a folder stands for all files in it. */
  readonly coversFolders: boolean;
}

/** A test of paths without leading slash. Time grows with the product of both lengths, whatever the pattern. */
export function globMatcher(pattern: string, options: GlobOptions): (path: string) => boolean {
  const alternatives = braces(pattern).map((each) => segmentsOf(each));
  return (path) => {
    const segments = segmentsOf(path);
    return alternatives.some((alternative) => matches(alternative, segments, options));
  };
}

/** The folders in front of the first segment that is not plain text. */
export function globRoot(pattern: string): string {
  const segments = pattern.split('/');
  const first = segments.findIndex((segment) => /[*?[{]/.test(segment));
  return (first < 0 ? segments : segments.slice(0, first)).join('/');
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '' && segment !== '.');
}

/** Follows all ways through the pattern at once. */
function matches(pattern: readonly string[], path: readonly string[], options: GlobOptions): boolean {
  let states = withSkipped([0], pattern);
  for (const [index, segment] of path.entries()) {
    const next: number[] = [];
    for (const state of states) {
      const expected = pattern[state];
      if (expected === '**') next.push(state);
      else if (expected !== undefined && segmentMatches(expected, segment)) next.push(state + 1);
    }
    states = withSkipped(next, pattern);
    const isWhole = index === path.length - 1;
    if (states.has(pattern.length) && (isWhole || options.coversFolders)) return true;
  }
  return false;
}

/** `**` may stand for no folder at all. */
function withSkipped(states: readonly number[], pattern: readonly string[]): ReadonlySet<number> {
  const all = new Set(states);
  for (const state of all) if (pattern[state] === '**') all.add(state + 1);
  return all;
}

/** One step back at each star is enough: what an earlier star took need never be given back. */
function segmentMatches(pattern: string, text: string): boolean {
  const pieces = piecesOf(pattern);
  let at = 0;
  let position = 0;
  let star = -1;
  let afterStar = 0;
  while (position < text.length) {
    const piece = pieces[at];
    if (piece === '*') {
      star = at++;
      afterStar = position;
    } else if (piece?.(text[position] ?? '') === true) {
      at++;
      position++;
    } else if (star >= 0) {
      at = star + 1;
      position = ++afterStar;
    } else return false;
  }
  while (pieces[at] === '*') at++;
  return at === pieces.length;
}

type Piece = '*' | ((char: string) => boolean);

function piecesOf(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? '';
    const end = char === '[' ? pattern.indexOf(']', i + 2) : -1;
    if (char === '*') pieces.push('*');
    else if (char === '?') pieces.push(() => true);
    else if (end > 0) {
      pieces.push(characterClass(pattern.slice(i + 1, end)));
      i = end;
    } else pieces.push((other) => other === char);
  }
  return pieces;
}

function characterClass(inside: string): (char: string) => boolean {
  const isNegated = inside.startsWith('!') || inside.startsWith('^');
  const members = isNegated ? inside.slice(1) : inside;
  return (char) => isMember(members, char) !== isNegated;
}

function isMember(members: string, char: string): boolean {
  for (let i = 0; i < members.length; i++) {
    const low = members[i] ?? '';
    const high = members[i + 1] === '-' ? members[i + 2] : undefined;
    if (high === undefined ? low === char : low <= char && char <= high) return true;
    if (high !== undefined) i += 2;
  }
  return false;
}

/** Every reading of `{one,two}`; braces inside of braces are read too. */
function braces(pattern: string): readonly string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0 && done.length < maxAlternatives) {
    const next = open.shift() ?? '';
    const group = /\{([^{}]*)\}/.exec(next);
    if (group === null) done.push(next);
    else {
      const [whole, inside = ''] = group;
      const [before, after] = [next.slice(0, group.index), next.slice(group.index + whole.length)];
      open.push(
        ...inside
          .split(',')
          .slice(0, maxAlternatives)
          .map((each) => before + each + after),
      );
    }
    if (open.length > maxAlternatives * 2) break;
  }
  return done;
}
