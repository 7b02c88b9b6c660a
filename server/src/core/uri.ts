/** URI strings: the names of documents. All answers are normalised, so that they may be compared and used as keys. */
import { URI, Utils } from 'vscode-uri';

/**
 * One spelling for each document: percent-encoding, drive letters and `.`/`..` segments are made uniform, a slash at
 * the end is dropped. What is no URI at all is answered as it is.
 */
export function normaliseUri(uri: string): string {
  try {
    return clean(URI.parse(uri, true));
  } catch {
    return uri;
  }
}

/** `path` below (or, with `..`, beside) the folder `base`; an absolute path replaces the path of `base`. */
export function joinUri(base: string, path: string): string {
  const uri = URI.parse(base);
  return clean(path.startsWith('/') ? uri.with({ path }) : Utils.joinPath(uri, path));
}

/** The folder of a file or folder; the root is its own folder. */
export function dirnameUri(uri: string): string {
  const root = uri.indexOf('/', uri.indexOf('://') + 3);
  const slash = uri.lastIndexOf('/');
  return slash > root ? uri.slice(0, slash) : uri.slice(0, root + 1);
}

/** Decoded last segment. */
export function basenameUri(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Extension in lower case with its dot (`.swift`); '' without one. */
export function extensionUri(uri: string): string {
  const name = basenameUri(uri);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** Whether the normalised `uri` is `folder` or lies below it. */
export function isInside(folder: string, uri: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Decoded path of `uri` seen from `folder`, with `..` where needed; '' for the folder itself. */
export function relativeUri(folder: string, uri: string): string {
  const from = folder.split('/');
  const to = uri.split('/');
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  const up = from.slice(common).map(() => '..');
  return [...up, ...to.slice(common).map(decode)].join('/');
}

function clean(uri: URI): string {
  const path =
    uri.path.includes('/.') || uri.path.includes('//') ? Utils.resolvePath(uri, '.').path : uri.path;
  const bare = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return (bare === uri.path ? uri : uri.with({ path: bare })).toString();
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
