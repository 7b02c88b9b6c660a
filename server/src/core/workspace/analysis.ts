/** The steps that bring findings up to date. Each leaves a consistent state; what is left to be done stays pending. */
import type { CancellationToken, Progress } from '../ports';
import { adoptStructure } from './adopt';
import { documentKind } from './file-kinds';
import type { ReadResult } from './files';
import { NeededSources } from './needed-sources';
import { runCode, runCodeAlone, runProject, runTarget, runUnit } from './rule-runs';
import { Serial } from './serial';
import { Slices } from './slices';
import type { SourceChange } from './sources';
import type { State } from './state';
import { plistsOf } from './structure';
import { effectsChange, needsChanged, usesChanged } from './summary-changes';

export interface SettleOptions {
  readonly token?: CancellationToken | undefined;
  readonly progress?: Progress | undefined;
  /** Code rules run for this file alone; those of others stay pending. */
  readonly only?: string | undefined;
}

/** Files that are read at the same time. */
const readAhead = 16;
/** Between two reports of progress, in milliseconds. */
const progressInterval = 200;

export class Analysis {
  readonly #state: State;
  readonly #structureJobs = new Serial();
  readonly #needed: NeededSources;

  constructor(state: State) {
    this.#state = state;
    this.#needed = new NeededSources(state, (uri, change) => this.#changed(uri, change));
  }

  /** Does everything that is pending, until nothing is or the token says stop. */
  async settle({ token, progress, only }: SettleOptions): Promise<void> {
    const { host, pending } = this.#state;
    const slices = new Slices(host.yield, token);
    do {
      await this.structure();
      await this.#sources(slices, progress);
      if (!slices.isCancelled) await this.#needed.settle(slices);
      await drain(pending.units, slices, (uri) => {
        runUnit(this.#state, uri);
        pending.code.add(uri);
      });
      await drain(pending.projects, slices, (id) => runProject(this.#state, id));
      await drain(pending.targets, slices, (id) => runTarget(this.#state, id));
      if (only === undefined) await drain(pending.code, slices, (uri) => runCode(this.#state, uri));
      else if (pending.code.delete(only)) runCode(this.#state, only);
    } while (!slices.isCancelled && this.#hasWork(only));
  }

  #hasWork(only: string | undefined): boolean {
    const { pending, resolver } = this.#state;
    const code = only === undefined ? pending.code.size > 0 : pending.code.has(only);
    const { sources, needs, documents, units, projects, targets } = pending;
    const others = [sources, needs, documents, units, projects, targets];
    return code || resolver.isStale || pending.isConfigStale || others.some((set) => set.size > 0);
  }

  /** Resolves targets and reads their property lists. */
  structure(): Promise<void> {
    return this.#structureJobs.run(async () => {
      const { resolver, pending } = this.#state;
      while (resolver.isStale) {
        adoptStructure(this.#state, await resolver.resolve());
        this.#needed.reset();
      }
      if (pending.isConfigStale) await this.#configure();
      const uris = [...pending.documents];
      pending.documents.clear();
      await Promise.all(uris.map((uri) => this.#load(uri)));
      for (const uri of uris) this.#checkDocument(uri);
    });
  }

  /** Reads what people have decided about the rules; when that makes other rules run, they all run again. */
  async #configure(): Promise<void> {
    const { configuration, structure, pending, findings, sources } = this.#state;
    pending.isConfigStale = false;
    await configuration.load(structure.configs);
    // Even with the same rules, severities may differ.
    for (const uri of findings.files()) findings.touch(uri);
    if (configuration.activeRules === pending.rules) return;
    pending.rules = configuration.activeRules;
    for (const uri of [...structure.plists, ...structure.projects]) pending.documents.add(uri);
    for (const uri of sources.uris()) pending.units.add(uri);
    for (const { id } of structure.targets) pending.judge(id);
  }

  /** Analyses one file with what is known so far. */
  async file(uri: string): Promise<void> {
    const { pending, sources } = this.#state;
    if (documentKind(uri) === 'source') {
      pending.sources.delete(uri);
      const read = await sources.read(uri);
      this.#applySource(uri, read);
      if (pending.units.delete(uri)) runUnit(this.#state, uri);
      runCodeAlone(this.#state, uri);
      pending.code.add(uri);
    } else {
      await this.#load(uri);
      runUnit(this.#state, uri);
    }
  }

  async #load(uri: string): Promise<void> {
    const { plists, projects, structure } = this.#state;
    const kind = documentKind(uri);
    if (kind === 'plist') await plists.load(uri);
    if (kind !== 'pbxproj') return;
    // The resolution of a project has read its file already.
    if (projects.get(uri) === undefined || !structure.projects.includes(uri)) await projects.load(uri);
  }

  /** Targets are compared with those beside them: all of a project look at a property list of one. */
  #checkDocument(uri: string): void {
    const { structure, findings, pending, models } = this.#state;
    findings.touch(uri);
    models.plistChanged();
    if (this.#state.checks(uri)) runUnit(this.#state, uri);
    else findings.set(`unit ${uri}`, []);
    for (const user of structure.plistTargets(uri)) {
      // Fixes of an entitlements file may edit the Info.plist beside it, and the other way round.
      for (const other of plistsOf(user)) if (other !== uri) runUnit(this.#state, other);
      for (const target of structure.targets) {
        if (target === user || target.projectUri === user.projectUri) pending.judge(target.id);
      }
    }
  }

  async #sources(slices: Slices, progress: Progress | undefined): Promise<void> {
    const { pending } = this.#state;
    const total = pending.sources.size;
    let done = 0;
    let reported = Date.now();
    while (pending.sources.size > 0) {
      const batch = [...pending.sources].slice(0, readAhead);
      for (const uri of batch) pending.sources.delete(uri);
      const reads = await Promise.all(batch.map((uri) => this.#read(uri)));
      for (const [index, uri] of batch.entries()) {
        const read = reads[index];
        if (slices.isCancelled) pending.sources.add(uri);
        else if (read !== undefined) this.#applySource(uri, read);
        await slices.next();
      }
      if (slices.isCancelled) return;
      done += batch.length;
      if (progress !== undefined && Date.now() - reported >= progressInterval) {
        progress.report(Math.min(done, total), total);
        reported = Date.now();
      }
    }
    if (total > 0) progress?.report(total, total);
  }

  async #read(uri: string): Promise<ReadResult> {
    return this.#state.analyses(uri) ? this.#state.sources.read(uri) : { kind: 'missing' };
  }

  #applySource(uri: string, read: ReadResult): void {
    const { sources, findings, pending, indexes } = this.#state;
    if (!this.#state.analyses(uri)) {
      sources.remove(uri);
      this.#state.invalidateCode();
      findings.set(`unit ${uri}`, []);
      findings.set(`code ${uri}`, []);
      return;
    }
    const change = sources.apply(uri, read);
    if (change === 'same') return;
    this.#changed(uri, change);
    if (change.isTraced === true) this.#judgeTargets(uri);
    if (change.isFound === true) this.#state.invalidateCode();
    if (change.isFound === true && sources.wanted.size > 0) this.#judgeAll(uri);
    if (needsChanged(change)) for (const group of indexes.groupsOf(uri)) pending.needs.add(group);
  }

  #changed(uri: string, change: SourceChange): void {
    if (change.before === undefined && change.after === undefined) return;
    const { findings, pending } = this.#state;
    findings.touch(uri);
    runUnit(this.#state, uri);
    pending.code.add(uri);
    this.#spread(uri, change);
  }

  /** Target rules have to run for all targets that a source ends up in. */
  #judgeTargets(uri: string): void {
    const { structure, pending } = this.#state;
    const targets = [...structure.sourceTargets(uri), ...structure.linkingTargets(uri)];
    for (const target of targets) pending.targets.add(target.id);
  }

  /** Whether all calls of a function are known depends on every file that is compiled with it. */
  #judgeAll(uri: string): void {
    const { indexes, pending } = this.#state;
    this.#judgeTargets(uri);
    for (const other of indexes.companions(uri))
      if (documentKind(other) === 'source') pending.code.add(other);
  }

  /** What a changed summary means to targets and other files. */
  #spread(uri: string, change: SourceChange): void {
    const { indexes, findings, pending } = this.#state;
    if (usesChanged(change)) this.#judgeTargets(uri);
    this.#state.adoptSummary(uri, change);
    const effects = effectsChange(change);
    if (effects === 'none') return;
    const others = effects === 'meaning' ? indexes.companions(uri) : findings.relatedTo(uri);
    for (const other of others) if (documentKind(other) === 'source') pending.code.add(other);
  }
}

/** Works on the elements of a set, one after another, until it is empty or the work is cancelled. */
async function drain<T>(set: Set<T>, slices: Slices, run: (element: T) => void): Promise<void> {
  for (const element of set) {
    if (slices.isCancelled) return;
    set.delete(element);
    run(element);
    await slices.next();
  }
}
