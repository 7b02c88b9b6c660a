/** The sources of the workspace: their texts, programs and summaries. */
import type { Host } from '../ports';
import { summariseUses } from '../program/api-uses';
import { summariseConstants, withMentions } from '../program/constants';
import { mayName, wordsOf } from '../program/constants/mention-names';
import { summariseEffects } from '../program/effects';
import type { ProgramFile } from '../program/ir';
import type { FileSummary } from '../program/summary';
import { knownNames } from '../program/text-names';
import { grammarOf } from '../project/source-kinds';
import { AskedNames } from './asked-names';
import type { OpenDocuments } from './documents';
import type { ReadResult, WorkspaceFiles } from './files';
import { mayMention, type Outline, outlineOf, sameOutline } from './outline';
import { namesKnownApi } from './prefilter';
import { ProgramCache } from './program-cache';
import { SecondarySources } from './secondary-sources';
import { SourceParser } from './source-parser';
import { SummaryMemory } from './summary-memory';
import { sameTraces, tracesAmong, tracesIn } from './traces';

/**
 * Longer sources are generated ones. The work is about linear: two million characters of nothing but background tasks
 * take some eight seconds, and while one file is analysed nothing else is answered.
 */
const maxSourceLength = 2_000_000;
const tooLarge: ReadResult = { kind: 'unreadable', reason: 'too large to be analysed' };

interface Source {
  /** Compared with what is read later: the same text is not analysed twice. */
  readonly text: string;
  readonly summary: FileSummary;
}

export interface SourceChange {
  /** `undefined` for files that nobody needs, and for those that are gone or cannot be analysed. */
  readonly before: FileSummary | undefined;
  readonly after: FileSummary | undefined;
  /** The file may declare other things than before, whether or not it is analysed. */
  readonly isOutlined?: boolean;
  /** The file holds other words of the trace table than before. */
  readonly isTraced?: boolean;
  /** The file could be read and cannot any more, or the other way round. */
  readonly isFound?: boolean;
}

export class Sources {
  /** Why a file is not analysed, in words for people. */
  readonly problems = new Map<string, string>();
  readonly #host: Host;
  readonly #files: WorkspaceFiles;
  readonly #documents: OpenDocuments;
  readonly #parser: SourceParser;
  /** Files that name a known API. All others are many, and their texts are not worth their memory. */
  readonly #sources = new Map<string, Source>();
  readonly #secondary = new SecondarySources();
  readonly #programs = new ProgramCache(12_000_000);
  /** Of files that name no known API, as they were summarised, while others are asked what they need. */
  readonly #passing = new ProgramCache(2_000_000);
  readonly #memories = new Map<string, SummaryMemory>();
  /** Of every file that has been read. */
  readonly #traces = new Map<string, readonly string[]>();
  readonly #names = new AskedNames();

  constructor(host: Host, files: WorkspaceFiles, documents: OpenDocuments) {
    this.#host = host;
    this.#files = files;
    this.#documents = documents;
    this.#parser = new SourceParser(host.wasm);
  }

  summary(uri: string): FileSummary | undefined {
    return this.#sources.get(uri)?.summary ?? this.#secondary.summary(uri);
  }

  /** What a file that names no known API may declare. */
  outline(uri: string): Outline | undefined {
    return this.#secondary.outline(uri);
  }

  /** Words of the trace table in any source; `undefined` for what has not been read. */
  traces(uri: string): readonly string[] | undefined {
    return this.#traces.get(uri);
  }

  /** Text of a file that names a known API. */
  text(uri: string): string | undefined {
    return this.#sources.get(uri)?.text;
  }

  /** Names of what values depend on; see `mention-names.ts`. */
  get wanted(): ReadonlySet<string> {
    return this.#names.wanted;
  }

  want(names: ReadonlySet<string>): void {
    this.#names.want(names);
  }

  /** Analysed files that may name functions which were not wanted at that time: they have to be applied again. */
  outdated(): readonly string[] {
    return this.uris().filter((uri) => this.summary(uri) !== undefined && !this.#isAsked(uri));
  }

  /** Whether it is known where the file names a function, if it does. */
  knowsCalls(uri: string, name: string): boolean {
    if (grammarOf(uri) === undefined) return true;
    if (this.#mayMention(uri, name) === false) return true;
    return this.summary(uri) !== undefined && this.#names.hasAsked(uri, name);
  }

  /** `undefined` for files that have not been read. */
  #mayMention(uri: string, name: string): boolean | undefined {
    const outline = this.outline(uri);
    const language = grammarOf(uri) ?? 'swift';
    if (outline !== undefined) return mayMention(outline, wordsOf(name, language));
    const text = this.text(uri);
    return text === undefined ? undefined : mayName(text, name, language);
  }

  #isAsked(uri: string): boolean {
    return this.#names.isAsked(uri, (name) => this.#mayMention(uri, name) === true);
  }

  uris(): readonly string[] {
    return [...this.#sources.keys(), ...this.#secondary.uris()];
  }

  /** The first half of an update: all that takes waiting. */
  async read(uri: string): Promise<ReadResult> {
    const language = grammarOf(uri);
    const result = await this.#files.read(uri);
    const isWanted = this.#documents.has(uri) || this.#secondary.isNeeded(uri);
    const isParsed = result.kind === 'text' && (isWanted || namesKnownApi(result.text));
    if (isParsed && language !== undefined) await this.#parser.load(language);
    return result;
  }

  /** Text of any source, with its language loaded so that `program` can be asked for. */
  async ready(uri: string): Promise<string | undefined> {
    const language = grammarOf(uri);
    if (language !== undefined) await this.#parser.load(language);
    return this.#files.text(uri);
  }

  /**
   * The second half: analyses what was read, or the open document if there is one by now. `same` when there is nothing
   * new, or nothing to be done until the file is read again.
   */
  apply(uri: string, read: ReadResult): SourceChange | 'same' {
    const open = this.#documents.get(uri);
    const found: ReadResult = open === undefined ? read : { kind: 'text', text: open.text };
    const result = isTooLong(found) ? tooLarge : found;
    if (result.kind === 'text' && this.text(uri) === result.text && this.#isAsked(uri)) return 'same';
    if (result.kind === 'unreadable') this.problems.set(uri, `This file is ${result.reason}`);
    else this.problems.delete(uri);
    const before = {
      summary: this.summary(uri),
      outline: this.outline(uri),
      traces: this.traces(uri),
      isFound: this.#isFound(uri),
    };
    if (result.kind !== 'text') this.remove(uri);
    else if (namesKnownApi(result.text)) this.#applyPrimary(uri, result.text);
    else this.#applySecondary(uri, result.text);
    if (result.kind === 'text') this.#traces.set(uri, this.#tracesIn(uri, result.text));
    const isOutlined = !this.#isOutlinedAs(uri, before.outline);
    const isTraced = !sameTraces(before.traces, this.traces(uri));
    const isFound = before.isFound !== this.#isFound(uri);
    return { before: before.summary, after: this.summary(uri), isOutlined, isTraced, isFound };
  }

  #tracesIn(uri: string, text: string): readonly string[] {
    const isOpen = this.#documents.has(uri) && this.#sources.has(uri);
    const program = isOpen ? this.program(uri, text) : undefined;
    const names = program && knownNames(program);
    return names === undefined ? tracesIn(text) : tracesAmong(names);
  }

  #isFound(uri: string): boolean {
    return this.#sources.has(uri) || this.outline(uri) !== undefined;
  }

  #isOutlinedAs(uri: string, before: Outline | undefined): boolean {
    const outline = this.outline(uri);
    if (before === undefined || outline === undefined) return before === outline;
    const language = grammarOf(uri) ?? 'swift';
    return sameOutline(
      before,
      outline,
      [...this.wanted].map((name) => wordsOf(name, language)),
    );
  }

  /** Analysed files say where they name what has come to be wanted since; nothing else of them is looked at. */
  askAgain(uri: string, read: ReadResult): SourceChange | 'same' {
    const before = this.summary(uri);
    if (before === undefined || read.kind !== 'text' || this.#documents.has(uri))
      return this.apply(uri, read);
    const { text } = read;
    const program = this.#summarisedAs(uri, text);
    if (program === undefined) return this.apply(uri, read);
    const wanted = this.#names.ask(uri, text, program.language);
    const after = this.#guarded(uri, () => ({
      ...before,
      constants: withMentions(before.constants, program, wanted, text),
    }));
    if (after === undefined) return this.apply(uri, read);
    const outline = this.outline(uri);
    if (outline === undefined) this.#sources.set(uri, { text, summary: after });
    else this.#secondary.set(uri, outline, after);
    return { before, after };
  }

  /** The program of a closed file if it is still at hand, and if the summary is that of the text. */
  #summarisedAs(uri: string, text: string): ProgramFile | undefined {
    if (!this.#sources.has(uri)) return this.#passing.get(uri, text);
    return this.text(uri) === text ? this.#programs.get(uri, text) : undefined;
  }

  #applyPrimary(uri: string, text: string): void {
    this.#secondary.delete(uri);
    const summary = this.#summarise(uri, text);
    if (summary === undefined) this.remove(uri);
    else this.#sources.set(uri, { text, summary });
  }

  #applySecondary(uri: string, text: string): void {
    this.#sources.delete(uri);
    this.#programs.delete(uri);
    const language = grammarOf(uri);
    if (language === undefined) return;
    const outline = outlineOf(text, language);
    this.#secondary.set(uri, outline, undefined);
    if (this.#secondary.isNeeded(uri)) this.#secondary.set(uri, outline, this.#summarise(uri, text));
  }

  isNeeded(uri: string): boolean {
    return this.#secondary.isNeeded(uri);
  }

  needed(): readonly string[] {
    return this.#secondary.needed();
  }

  /** It is known what all files need. */
  endAsking(): void {
    this.#passing.clear();
  }

  /** Others need what a file declares that names no known API: from the next time it is read it is analysed. */
  need(uri: string): void {
    this.#secondary.need(uri);
  }

  /** Nobody needs the file any more. */
  release(uri: string): SourceChange {
    return { before: this.#secondary.release(uri), after: undefined };
  }

  remove(uri: string): void {
    this.#sources.delete(uri);
    this.#secondary.delete(uri);
    this.#programs.delete(uri);
    this.#traces.delete(uri);
    this.#passing.delete(uri);
    this.#names.forget(uri);
  }

  #summarise(uri: string, text: string): FileSummary | undefined {
    const program = this.program(uri, text);
    if (program === undefined) return undefined;
    const memory = this.#memoryOf(uri);
    memory?.begin(program, text);
    const isSecondary = this.outline(uri) !== undefined;
    if (isSecondary && memory === undefined) this.#passing.set(uri, text, program);
    const wanted = this.#names.ask(uri, text, program.language);
    return this.#guarded(uri, () => ({
      ...summariseUses(program, memory?.uses),
      effects: summariseEffects(program, memory?.effects),
      constants: summariseConstants(program, wanted, text),
    }));
  }

  /** Open documents change with every keystroke: what has not changed is remembered for them. */
  #memoryOf(uri: string): SummaryMemory | undefined {
    if (!this.#documents.has(uri)) return undefined;
    const memory = this.#memories.get(uri) ?? new SummaryMemory();
    this.#memories.set(uri, memory);
    return memory;
  }

  /** The program of a text after `read`; `undefined` when the language is unknown or not loaded. */
  program(uri: string, text: string): ProgramFile | undefined {
    const language = grammarOf(uri);
    if (language === undefined || !this.#parser.isLoaded(language)) return undefined;
    if (text.length > maxSourceLength) return undefined;
    return this.#guarded(uri, () => {
      if (this.#documents.has(uri)) return this.#parser.parseOpen(uri, language, text);
      const known = this.#programs.get(uri, text);
      if (known !== undefined) return known;
      const program = this.#parser.parseClosed(language, text);
      // No rule looks at secondary sources: their programs are not asked for again.
      if (this.outline(uri) === undefined) this.#programs.set(uri, text, program);
      return program;
    });
  }

  /** A Swift text that is no source of the workspace's apps, such as Package.swift. Nothing of it is kept. */
  async parseManifest(text: string): Promise<ProgramFile> {
    await this.#parser.load('swift');
    return this.#parser.parseClosed('swift', text);
  }

  /** The editor let go of a document. */
  close(uri: string): void {
    this.#parser.close(uri);
    this.#memories.delete(uri);
  }

  dispose(): void {
    this.#parser.dispose();
  }

  /** One file that cannot be digested must not end the analysis of all others. */
  #guarded<T>(uri: string, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.#parser.close(uri);
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#host.logger.log('error', `Analysing ${uri} failed: ${reason}`);
      return undefined;
    }
  }
}

/** Long files without anything to look for are left out anyway, and nobody needs to hear of them. */
function isTooLong(result: ReadResult): boolean {
  return result.kind === 'text' && result.text.length > maxSourceLength && namesKnownApi(result.text);
}
