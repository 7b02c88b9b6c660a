/** The workspace behind the language server, the command line and the tests. */

import type { RuleSettings } from './config/types';
import type { CancellationToken, Host, Progress } from './ports';
import { allRules, isRecommended } from './rules';
import type { Rule, Unit } from './rules/context';
import type { Finding } from './rules/types';
import { normaliseUri } from './uri';
import { Analysis, type SettleOptions } from './workspace/analysis';
import { documentKind } from './workspace/file-kinds';
import { targetContext, targetsOf } from './workspace/rule-runs';
import { Serial } from './workspace/serial';
import { shownFindings, shownTargetFindings } from './workspace/shown-findings';
import { State } from './workspace/state';
import { knownText, programUnit, shownUnit } from './workspace/units';
import type { TargetModel, Workspace } from './workspace-types';

/** `rules`: only these, and all of them unless settings say otherwise. Without it: all rules that are on by default. */
export function createWorkspace(host: Host, rules?: readonly Rule[]): Workspace {
  const state = new State(host, rules ?? allRules, rules === undefined ? isRecommended : () => true);
  return new IncrementalWorkspace(state);
}

type FileChange = Parameters<Workspace['didChangeFiles']>[0][number];

class IncrementalWorkspace implements Workspace {
  readonly #state: State;
  readonly #analysis: Analysis;
  readonly #jobs = new Serial();
  /** The first load, or a load of other folders, is not over: single files are answered without waiting for it. */
  #isLoading = true;
  /** Calls of `load` that have not returned. */
  #loads = 0;

  constructor(state: State) {
    this.#state = state;
    this.#analysis = new Analysis(this.#state);
  }

  setFolders(uris: readonly string[]): void {
    const { files, resolver } = this.#state;
    files.setRoots([...new Set(uris.map(normaliseUri))]);
    resolver.reset();
    this.#isLoading = true;
  }

  setSettings(settings: RuleSettings): void {
    this.#state.configuration.setEditor(settings);
    this.#state.pending.isConfigStale = true;
  }

  async load(options: { progress?: Progress; token?: CancellationToken } = {}): Promise<void> {
    this.#loads++;
    try {
      await this.#settle(options);
    } finally {
      this.#loads--;
    }
  }

  #settle(options: SettleOptions): Promise<void> {
    return this.#jobs.run(async () => {
      await this.#analysis.settle(options);
      if (options.token?.isCancellationRequested !== true) this.#isLoading = false;
    });
  }

  didOpen(uri: string, version: number, text: string): void {
    this.#setText(normaliseUri(uri), version, text);
  }

  didChange(uri: string, version: number, text: string): void {
    this.#setText(normaliseUri(uri), version, text);
  }

  didClose(uri: string): void {
    const name = normaliseUri(uri);
    this.#state.documents.delete(name);
    this.#state.close(name);
    this.#textChanged(name);
  }

  #setText(uri: string, version: number, text: string): void {
    this.#state.documents.set(uri, version, text);
    this.#textChanged(uri);
  }

  didChangeFiles(changes: readonly FileChange[]): void {
    for (const { uri, type } of changes) {
      const name = normaliseUri(uri);
      if (type !== 'changed') this.#state.resolver.existenceChanged(name);
      this.#textChanged(name);
    }
  }

  #textChanged(uri: string): void {
    const { resolver, pending } = this.#state;
    resolver.textChanged(uri);
    const kind = documentKind(uri);
    if (kind === 'config') pending.isConfigStale = true;
    else if (kind === 'source') pending.sources.add(uri);
    else if (kind !== 'other') pending.documents.add(uri);
  }

  text(uri: string): string | undefined {
    return knownText(this.#state, normaliseUri(uri));
  }

  read(uri: string): Promise<string | undefined> {
    return this.#state.files.text(normaliseUri(uri));
  }

  isFile(uri: string): Promise<boolean> {
    return this.#state.files.isFile(normaliseUri(uri));
  }

  version(uri: string): number | undefined {
    return this.#state.documents.get(normaliseUri(uri))?.version;
  }

  isOpen(uri: string): boolean {
    return this.#state.documents.has(normaliseUri(uri));
  }

  async unit(uri: string): Promise<Unit | undefined> {
    const name = normaliseUri(uri);
    const { sources, plists, projects, models } = this.#state;
    switch (documentKind(name)) {
      case 'source': {
        const text = await sources.ready(name);
        return text === undefined ? undefined : programUnit(this.#state, name, text);
      }
      case 'plist':
        await plists.load(name);
        models.plistChanged();
        break;
      case 'pbxproj':
        await projects.load(name);
        break;
      case 'config':
      case 'other':
        await this.#analysis.structure();
    }
    return shownUnit(this.#state, name);
  }

  async findings(uri: string, token?: CancellationToken): Promise<readonly Finding[]> {
    const name = normaliseUri(uri);
    if (this.#isLoading) await this.#analysis.file(name);
    else await this.#settle({ token, only: name });
    return this.#visible(name);
  }

  async allFindings(token?: CancellationToken): Promise<readonly Finding[]> {
    await this.#settle({ token });
    const { findings, commentedFiles } = this.#state;
    const files = [...new Set([...findings.files(), ...commentedFiles])].sort();
    return files.flatMap((uri) => this.#visible(uri));
  }

  async targetFindings(id: string, token?: CancellationToken): Promise<readonly Finding[]> {
    await this.#settle({ token });
    return shownTargetFindings(this.#state, id);
  }

  async update(token?: CancellationToken): Promise<readonly string[]> {
    if (this.#isLoading && this.#loads > 0) await this.#openFiles();
    else await this.#settle({ token });
    return this.#state.findings.takeChanged();
  }

  /** During a load: what the person is looking at comes first. */
  async #openFiles(): Promise<void> {
    const { documents, pending } = this.#state;
    for (const uri of documents.uris()) {
      if (pending.sources.has(uri) || pending.documents.has(uri)) await this.#analysis.file(uri);
    }
  }

  async targets(): Promise<readonly TargetModel[]> {
    await this.#analysis.structure();
    return this.#state.structure.targets.map((target) => this.#state.models.of(target));
  }

  async targetContext(id: string): ReturnType<Workspace['targetContext']> {
    await this.#settle({});
    const target = this.#state.structure.targets.find((other) => other.id === id);
    return target && targetContext(this.#state, target);
  }

  async targetsOf(uri: string): Promise<readonly TargetModel[]> {
    await this.#analysis.structure();
    const name = normaliseUri(uri);
    const kind = documentKind(name);
    // What else is asked about is the file of a tool that holds plist values, or belongs to no target.
    const unitKind = kind === 'source' ? 'program' : kind === 'pbxproj' ? 'pbxproj' : 'plist';
    const targets = targetsOf(this.#state, { kind: unitKind, uri: name });
    return targets.map((target) => this.#state.models.of(target));
  }

  get problems(): Workspace['problems'] {
    const { structure, sources, configuration } = this.#state;
    return [
      ...structure.problems,
      ...configuration.problems(),
      ...[...sources.problems].map(([uri, message]) => ({ uri, message })),
    ];
  }

  dispose(): void {
    this.#state.sources.dispose();
  }

  #visible(uri: string): readonly Finding[] {
    return shownFindings(this.#state, uri, !this.#isLoading);
  }
}
