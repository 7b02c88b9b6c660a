import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../server/src/core/workspace';
import type { Workspace } from '../../../server/src/core/workspace-types';
import { type MemoryHost, memoryHost } from '../../support/memory-fs';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist } from '../../support/plist-text';
import { probeRules } from '../../support/probe-rules';

const root = 'file:///ws';

const project = (plist: string) =>
  pbxproj({
    targets: [
      {
        name: 'App',
        folders: ['App'],
        settings: { INFOPLIST_FILE: plist },
        xcconfig: 'App.xcconfig',
        links: ['Kit'],
        packages: ['Pack'],
      },
      { name: 'Kit', type: 'framework', folders: ['Kit'], sources: ['App/B.swift'] },
    ],
    folders: [{ path: 'App' }, { path: 'Kit' }],
  });

const manifest = (target: string) =>
  `let package = Package(name: "Pack", products: [.library(name: "Pack", targets: ["${target}"])], targets: [.target(name: "${target}")])`;

/** Texts that each file may have. */
const contents: Readonly<Record<string, readonly string[]>> = {
  'App.xcodeproj/project.pbxproj': [project('App/Info.plist'), project('Other.plist'), '{ broken'],
  'App.xcconfig': ['', 'INFOPLIST_FILE[config=Debug] = Other.plist'],
  'App/Info.plist': [infoPlist([]), infoPlist(['audio']), '<plist><dict>'],
  'Other.plist': [infoPlist(['fetch'])],
  'App/A.swift': [
    'func one() { CXProvider(configuration: c) }',
    '\nfunc one() { CXProvider(configuration: c) }',
    'func one() {}',
  ],
  'App/B.swift': ['// beginBackgroundTask\nfunc one() {}', '// beginBackgroundTask\n\nfunc two() {'],
  'Kit/C.m': ['// beginBackgroundTask\nvoid one(void) {}', '// beginBackgroundTask\nvoid two(void) {}'],
  'Pack/Package.swift': [manifest('One'), manifest('Two'), 'let package = Package('],
  'Pack/Sources/One/E.swift': ['func two() { CXProvider(configuration: c) }', 'func two() {}'],
  'Pack/Sources/Two/F.swift': ['// beginBackgroundTask\nfunc one() { CXProvider(configuration: c) }'],
  'Loose/D.swift': ['func one() { CXProvider(configuration: c) }'],
  'Loose/Info.plist': [infoPlist([])],
};

type Step =
  /** On disk; no text: deleted. */
  | { readonly kind: 'write'; readonly path: string; readonly text: string | undefined }
  /** In the editor: opened, changed or (no text) closed. */
  | { readonly kind: 'type'; readonly path: string; readonly text: string | undefined }
  | { readonly kind: 'look' };

const edit = fc
  .constantFrom(...Object.keys(contents), 'App/A.swift', 'App/B.swift', 'App/Info.plist')
  .chain((path) =>
    fc.record({
      kind: fc.constantFrom('write' as const, 'type' as const),
      path: fc.constant(path),
      text: fc.option(fc.constantFrom(...(contents[path] ?? [])), { nil: undefined, freq: 3 }),
    }),
  );
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: edit },
  { weight: 1, arbitrary: fc.constant({ kind: 'look' as const }) },
);

class Run {
  readonly host: MemoryHost;
  readonly open = new Map<string, string>();
  #workspace: Workspace;

  constructor() {
    const first = Object.entries(contents).map(([name, texts]) => [name, texts[0] ?? ''] as const);
    this.host = memoryHost(Object.fromEntries(first));
    this.#workspace = this.#create();
  }

  #create(): Workspace {
    const workspace = createWorkspace(this.host, probeRules);
    workspace.setFolders([root]);
    return workspace;
  }

  async apply(action: Step): Promise<void> {
    if (action.kind === 'look') await this.#workspace.update();
    else if (action.kind === 'write') this.#write(this.host.uri(action.path), action.text);
    else this.#type(this.host.uri(action.path), action.text);
  }

  #write(uri: string, text: string | undefined): void {
    const existed = this.host.contents.has(uri);
    if (text === undefined) this.host.contents.delete(uri);
    else this.host.contents.set(uri, text);
    const type = text === undefined ? 'deleted' : existed ? 'changed' : 'created';
    this.#workspace.didChangeFiles([{ uri, type }]);
  }

  #type(uri: string, text: string | undefined): void {
    const isOpen = this.open.has(uri);
    if (text === undefined) {
      if (isOpen) this.#workspace.didClose(uri);
      this.open.delete(uri);
      return;
    }
    this.open.set(uri, text);
    if (isOpen) this.#workspace.didChange(uri, 2, text, undefined);
    else this.#workspace.didOpen(uri, 1, text);
  }

  /** Findings of the workspace that went through all steps, and of one that starts now. */
  async compare(): Promise<void> {
    const fresh = this.#create();
    for (const [uri, text] of this.open) fresh.didOpen(uri, 1, text);
    await fresh.load();
    expect(await this.#workspace.allFindings()).toEqual(await fresh.allFindings());
    fresh.dispose();
  }

  async load(): Promise<void> {
    await this.#workspace.load();
  }

  /** After an update nothing may differ from what the answered URIs and the earlier findings say. */
  async checkUpdates(action: Step): Promise<void> {
    await this.#workspace.update();
    const before = await this.#byFile();
    await this.apply(action);
    const changed = new Set(await this.#workspace.update());
    const after = await this.#byFile();
    for (const uri of new Set([...before.keys(), ...after.keys()])) {
      if (!changed.has(uri)) expect(after.get(uri)).toEqual(before.get(uri));
    }
  }

  async #byFile(): Promise<ReadonlyMap<string, string>> {
    const files = new Map<string, string>();
    for (const finding of await this.#workspace.allFindings()) {
      files.set(finding.uri, `${files.get(finding.uri) ?? ''}${JSON.stringify(finding)}`);
    }
    return files;
  }

  dispose(): void {
    this.#workspace.dispose();
  }
}

describe('the incremental workspace', () => {
  it('finds after any changes what a fresh one finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
        const run = new Run();
        await run.load();
        for (const action of steps) await run.apply(action);
        await run.compare();
        run.dispose();
      }),
      { numRuns: 80 },
    );
  });

  it('names every file whose findings changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const run = new Run();
        await run.load();
        for (const action of steps) await run.checkUpdates(action);
        run.dispose();
      }),
      { numRuns: 40 },
    );
  });
});
