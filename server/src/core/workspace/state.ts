/** Everything a workspace knows. The steps of the analysis share one of these. */

import type { IsOnByDefault } from '../config/config-set';
import type { Host } from '../ports';
import type { PlistFile, ProjectFile } from '../project/types';
import type { Rule, Unit } from '../rules/context';
import { QuietMembers } from '../rules/quiet-members';
import { MARKER } from '../rules/suppressions';
import { SummaryChange } from './code-group';
import { CodeIndexes } from './code-indexes';
import { Configuration } from './configuration';
import { OpenDocuments } from './documents';
import { WorkspaceFiles } from './files';
import { FindingStore } from './finding-store';
import { type ParsedFiles, plistFiles, projectFiles } from './parsed-files';
import { Pending } from './pending';
import { type SourceChange, Sources } from './sources';
import { emptyStructure, type Structure } from './structure';
import { StructureResolver } from './structure-resolver';
import { TargetModels } from './target-models';

export class State {
  readonly host: Host;
  readonly configuration: Configuration;
  readonly documents = new OpenDocuments();
  readonly files: WorkspaceFiles;
  readonly plists: ParsedFiles<PlistFile>;
  readonly projects: ParsedFiles<ProjectFile>;
  readonly sources: Sources;
  readonly resolver: StructureResolver;
  readonly indexes: CodeIndexes;
  readonly models: TargetModels;
  readonly findings = new FindingStore();
  readonly #quiet = new Map<string, QuietMembers>();
  readonly pending = new Pending();
  readonly #commented = new Set<string>();
  /** The one that findings are made for; `emptyStructure` until the first is resolved. */
  structure: Structure = emptyStructure;

  constructor(host: Host, rules: readonly Rule[], isOnByDefault: IsOnByDefault) {
    this.host = host;
    this.files = new WorkspaceFiles(host, this.documents);
    this.configuration = new Configuration(this.files, rules, isOnByDefault);
    this.plists = plistFiles(this.files);
    this.projects = projectFiles(this.files);
    this.sources = new Sources(host, this.files, this.documents);
    this.resolver = new StructureResolver(this.files, this.plists, this.projects, (text) =>
      this.sources.parseManifest(text),
    );
    this.indexes = new CodeIndexes(this.sources, this.structure);
    this.models = new TargetModels(this.sources, (uri) => this.plists.get(uri));
  }

  /** Those that may have findings somewhere. */
  get rules(): readonly Rule[] {
    return this.configuration.activeRules;
  }

  /** What files are worth to each other is worked out anew: other files are known, or more about them. */
  invalidateCode(): void {
    this.indexes.invalidate();
    this.models.invalidate();
  }

  /** A file was analysed, is analysed anew, or is not any more. */
  adoptSummary(uri: string, { before, after }: SourceChange): void {
    if (before === undefined || after === undefined) {
      this.invalidateCode();
      return;
    }
    const change = new SummaryChange(before, after);
    this.indexes.adopt(uri, change);
    this.models.adopt(uri, change);
  }

  /** Files with comments that silence rules, whether or not there is anything to silence. */
  get commentedFiles(): ReadonlySet<string> {
    return this.#commented;
  }

  noteComments(uri: string, units: readonly Unit[]): void {
    if (units.some(({ text }) => text.includes(MARKER))) this.#commented.add(uri);
    else this.#commented.delete(uri);
  }

  /**
   * Whether rules look at a source: code of targets other than tests, and every open file of no target. Before the
   * targets are known, every source.
   */
  analyses(uri: string): boolean {
    if (this.structure === emptyStructure || this.structure.sources.has(uri)) return true;
    return this.documents.has(uri) && this.structure.sourceTargets(uri).length === 0;
  }

  /** What code rules need not look at again; `undefined` for files that are not open. */
  quietOf(uri: string): QuietMembers | undefined {
    if (!this.documents.has(uri)) return undefined;
    const known = this.#quiet.get(uri) ?? new QuietMembers();
    this.#quiet.set(uri, known);
    return known;
  }

  /** The editor let go of a document: what is kept to answer its next version quickly is of no use any more. */
  close(uri: string): void {
    this.sources.close(uri);
    this.#quiet.delete(uri);
  }

  /** Whether rules look at a property list, a project file, or a file of a tool that holds plist values. */
  checks(uri: string): boolean {
    const { structure } = this;
    if (structure === emptyStructure || this.documents.has(uri)) return true;
    return structure.plists.has(uri) || structure.projects.includes(uri) || structure.parts(uri).length > 0;
  }
}
