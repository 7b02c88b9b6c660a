/** Which files hold code, and which folders never do. */
import type { GrammarName } from '../ports';
import { dirnameUri, extensionUri } from '../uri';

const grammars: Readonly<Record<string, GrammarName>> = {
  '.swift': 'swift',
  '.m': 'objc',
  '.mm': 'objc',
  '.h': 'objc',
};

/** `undefined` for files that are no source. */
export function grammarOf(uri: string): GrammarName | undefined {
  const extension = extensionUri(uri);
  return Object.hasOwn(grammars, extension) ? grammars[extension] : undefined;
}

export function isSource(uri: string): boolean {
  return grammarOf(uri) !== undefined;
}

/** An Objective-C file that has a header of its own. */
export function isImplementation(uri: string): boolean {
  const extension = extensionUri(uri);
  return extension === '.m' || extension === '.mm';
}

/** Folders that hold dependencies, build products or other generated things. */
const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'Pods',
  'Carthage',
  'DerivedData',
  'SourcePackages',
  'build',
  'Build',
  'dist',
]);

/** Folders that Xcode treats as one file. */
const wrapperExtensions: ReadonlySet<string> = new Set([
  '.xcodeproj',
  '.xcworkspace',
  '.xcassets',
  '.xcdatamodeld',
  '.xcframework',
  '.framework',
  '.bundle',
  '.docc',
  '.playground',
  '.app',
  '.lproj',
]);

export function isWrapper(name: string): boolean {
  return wrapperExtensions.has(extensionUri(name));
}

/** A folder that no search enters. Hidden folders (.git, .build, .symlinks, …) are among them. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name);
}

/** Whether some folder around the file is named like one of tests: Tests, AppTests, UITest. */
export function isInTestFolder(uri: string): boolean {
  return /\/[^/]*Tests?(\/|$)/i.test(dirnameUri(uri));
}
