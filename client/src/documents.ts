/** Which documents the language server hears of. */
import { workspace } from 'vscode';

interface ByLanguage {
  scheme: string;
  language: string;
}

interface ByPattern {
  scheme: string;
  pattern: string;
}

const languages = ['swift', 'objective-c', 'objective-cpp', 'plist', 'pbxproj', 'xcconfig'];

/** The same files under the language id of another extension, and headers, which VS Code takes for C or C++. */
const patterns = ['**/*.{plist,entitlements}', '**/*.pbxproj', '**/*.h'];

/** Files in which tools other than Xcode keep what becomes an Info.plist. */
const toolPatterns = [
  '**/project.{yml,yaml,json}',
  '**/app.{json,config.json,config.js,config.ts}',
  '**/config.xml',
  '**/{BUILD,BUILD.bazel}',
  '**/*.csproj',
  '**/background-modes.json',
];

/** Of the disk, and of the folders that are open: those of a virtual workspace have a scheme of their own. */
const schemes = new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);

/** Code, property lists and projects: where one is open there is something to check. */
export const codeSelector: readonly { readonly language: string }[] = languages.map((language) => ({
  language,
}));

export const documentSelector: (ByLanguage | ByPattern)[] = [...schemes].flatMap((scheme) => [
  ...languages.map((language) => ({ scheme, language })),
  ...[...patterns, ...toolPatterns].map((pattern) => ({ scheme, pattern })),
]);
