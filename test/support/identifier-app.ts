/** A workspace in memory in which places are named by the text that stands there. */
import { rename } from '../../server/src/core/features/rename/rename';
import { applyEdits } from '../../server/src/core/text';
import { relativeUri } from '../../server/src/core/uri';
import { createWorkspace } from '../../server/src/core/workspace';
import type { Workspace } from '../../server/src/core/workspace-types';
import { type MemoryHost, memoryHost } from './memory-fs';

/** Path → content. */
export type Files = Readonly<Record<string, string>>;

export interface IdentifierApp {
  readonly workspace: Workspace;
  readonly host: MemoryHost;
  /** The offset of the only `⟦` in a file is in the first; marks are taken out of all files. */
  readonly cursor: { readonly uri: string; readonly offset: number };
  /** `Info.plist: com.example.refresh` for each place, in the given order. */
  show(
    places: readonly { readonly uri: string; readonly range: { start: number; end: number } }[],
  ): readonly string[];
}

const folder = 'file:///ws';

/** `⟦` in one of the files marks the cursor. */
export async function identifierApp(marked: Files): Promise<IdentifierApp> {
  const files = Object.fromEntries(
    Object.entries(marked).map(([path, text]) => [path, text.replace('⟦', '')]),
  );
  const host = memoryHost(files);
  const workspace = createWorkspace(host, []);
  workspace.setFolders([folder]);
  await workspace.load();
  const [path, text] = Object.entries(marked).find(([, each]) => each.includes('⟦')) ?? ['', ''];
  return {
    workspace,
    host,
    cursor: { uri: host.uri(path), offset: text.indexOf('⟦') },
    show: (places) =>
      places.map(({ uri, range }) => {
        const name = relativeUri(folder, uri);
        return `${name}: ${files[name]?.slice(range.start, range.end)}`;
      }),
  };
}

/** The files after a rename at the mark. Throws what the rename throws. */
export async function renamed(marked: Files, newName: string): Promise<Files | undefined> {
  const { workspace, cursor, host } = await identifierApp(marked);
  const answer = await rename(workspace, cursor.uri, cursor.offset, newName);
  workspace.dispose();
  if (answer === undefined) return undefined;
  const edits = new Map(answer.files.map((file) => [file.uri, file.edits]));
  return Object.fromEntries(
    Object.entries(marked).map(([path, text]) => [
      path,
      applyEdits(text.replace('⟦', ''), edits.get(host.uri(path)) ?? []),
    ]),
  );
}

/** An Info.plist of an app. */
export function infoPlist(...identifiers: readonly string[]): string {
  return permittedPlist(...identifiers.map((identifier) => `<string>${identifier}</string>`));
}

/** `items`: as they are written. */
export function permittedPlist(...items: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0">',
    '<dict>',
    '\t<key>CFBundlePackageType</key>',
    '\t<string>APPL</string>',
    '\t<key>LSRequiresIPhoneOS</key>',
    '\t<true/>',
    '\t<key>BGTaskSchedulerPermittedIdentifiers</key>',
    '\t<array>',
    ...items.map((item) => `\t\t${item}`),
    '\t</array>',
    '\t<key>UIBackgroundModes</key>',
    '\t<array>',
    '\t\t<string>fetch</string>',
    '\t\t<string>location</string>',
    '\t</array>',
    '\t<key>NSLocationAlwaysAndWhenInUseUsageDescription</key>',
    '\t<string>Tracks</string>',
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}
