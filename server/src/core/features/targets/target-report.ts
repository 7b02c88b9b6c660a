/** Describes a target: which property lists it ends up with, what says so, and what is not known of it. */
import type { OwnedValues, Provenance, TargetConfiguration } from '../../project/types';
import type { TextRange } from '../../text';
import { dirnameUri } from '../../uri';
import type { TargetModel } from '../../workspace-types';
import { displayPath, lineNumber } from '../places';
import type {
  PlistState,
  ReportedConfiguration,
  ReportedModes,
  ReportedPart,
  ReportedPlace,
  ReportedPlist,
  TargetReport,
} from './types';

export interface ReportContext {
  /** Workspace folders, for paths. */
  readonly folders: readonly string[];
  /** Text of a document or file; places in files without one have no line. */
  read(uri: string): Promise<string | undefined>;
}

const infoPlistSettings = ['INFOPLIST_FILE', 'GENERATE_INFOPLIST_FILE'];
const entitlementsSettings = ['CODE_SIGN_ENTITLEMENTS'];

export async function targetReport(model: TargetModel, context: ReportContext): Promise<TargetReport> {
  const uris = new Set([
    ...model.infoPlist.modes('UIBackgroundModes').values.map(({ uri }) => uri),
    ...model.infoPlist.modes('WKBackgroundModes').values.map(({ uri }) => uri),
    ...settingFiles(model.target.configurations),
  ]);
  const texts = new Map<string, string | undefined>();
  for (const uri of uris) texts.set(uri, await context.read(uri));
  return describe(model, context.folders, texts);
}

/** Where the settings that a report names are set. */
function settingFiles(configurations: readonly TargetConfiguration[]): readonly string[] {
  return configurations.flatMap((configuration) =>
    [...infoPlistSettings, ...entitlementsSettings].flatMap(
      (name) => configuration.setting(name)?.from?.uri ?? [],
    ),
  );
}

type Texts = ReadonlyMap<string, string | undefined>;

function describe(model: TargetModel, folders: readonly string[], texts: Texts): TargetReport {
  const { target } = model;
  const reporter = new Reporter(model, folders, texts);
  const deploymentTargets = target.configurations[0]?.deploymentTargets;
  return {
    id: target.id,
    name: target.name,
    product: target.product,
    platforms: (target.platforms ?? []).map((platform) => ({
      platform,
      deploymentTarget: deploymentTargets?.[platform] ?? null,
    })),
    project: target.projectUri === undefined ? null : reporter.path(dirnameUri(target.projectUri)),
    owners: (target.owners ?? []).map(({ kind, uri, generates }) => ({
      kind,
      file: reporter.path(uri),
      generates,
    })),
    configurations: target.configurations.map((configuration) => reporter.configuration(configuration)),
    modes: [reporter.modes('UIBackgroundModes'), reporter.modes('WKBackgroundModes')],
    sources: target.sources.length,
    linkedSources: target.linkedSources?.length ?? 0,
    dependencies: target.dependencies.map(({ kind, name }) => ({ kind, name })),
    isComplete: target.isComplete,
    gaps: target.gaps,
  };
}

class Reporter {
  readonly #model: TargetModel;
  readonly #folders: readonly string[];
  readonly #texts: Texts;

  constructor(model: TargetModel, folders: readonly string[], texts: Texts) {
    this.#model = model;
    this.#folders = folders;
    this.#texts = texts;
  }

  path(uri: string): string {
    return displayPath(uri, this.#folders);
  }

  configuration(configuration: TargetConfiguration): ReportedConfiguration {
    const { name, bundleIdentifier, infoPlistUri, entitlementsUri } = configuration;
    return {
      name,
      bundleIdentifier: bundleIdentifier ?? null,
      infoPlist: {
        state: this.#infoPlistState(configuration),
        place: infoPlistUri === undefined ? null : { path: this.path(infoPlistUri), line: null },
        because: this.#because(configuration, infoPlistSettings),
        parts: this.#parts(configuration.ownedInfoPlist),
      },
      entitlements: {
        state: this.#entitlementsState(configuration),
        place: entitlementsUri === undefined ? null : { path: this.path(entitlementsUri), line: null },
        because: this.#because(configuration, entitlementsSettings),
        parts: this.#parts(configuration.ownedEntitlements),
      },
    };
  }

  #infoPlistState(configuration: TargetConfiguration): PlistState {
    const { infoPlistUri, infoPlistUnresolved, generatesInfoPlist, ownedInfoPlist } = configuration;
    if (ownedInfoPlist?.effect === 'replaces') return 'tool';
    if (infoPlistUnresolved) return 'unresolved';
    if (infoPlistUri === undefined) return generatesInfoPlist ? 'generated' : 'none';
    if (!this.#model.infoPlist.files.some(({ uri }) => uri === infoPlistUri)) return 'missing';
    return generatesInfoPlist ? 'file-and-generated' : 'file';
  }

  #entitlementsState(configuration: TargetConfiguration): PlistState {
    const { entitlementsUri, entitlementsUnresolved, ownedEntitlements } = configuration;
    if (ownedEntitlements?.effect === 'replaces') return 'tool';
    if (entitlementsUnresolved) return 'unresolved';
    if (entitlementsUri === undefined) return 'none';
    return this.#model.entitlements.some(({ uri }) => uri === entitlementsUri) ? 'file' : 'missing';
  }

  /** The first of the settings that is set. */
  #because(configuration: TargetConfiguration, names: readonly string[]): ReportedPlist['because'] {
    for (const setting of names) {
      const resolved = configuration.setting(setting);
      if (resolved === undefined || resolved.value === '') continue;
      const { value, from } = resolved;
      return { setting, value: value ?? null, place: from === undefined ? null : this.#place(from) };
    }
    return null;
  }

  #parts(owned: OwnedValues | undefined): readonly ReportedPart[] {
    return (owned?.parts ?? []).map(({ owner, file, isImplied }) => {
      const { uri, text, document } = file;
      const line = document.root === undefined ? null : lineNumber(text, document.root.range);
      return { owner, place: { path: this.path(uri), line }, isImplied: isImplied === true };
    });
  }

  modes(key: ReportedModes['key']): ReportedModes {
    const { values, isUnknown } = this.#model.infoPlist.modes(key);
    return {
      key,
      values: values.map(({ value, uri, range }) => ({ value, place: this.#place({ uri, range }) })),
      isComplete: !isUnknown,
    };
  }

  #place({ uri, range }: Provenance): ReportedPlace {
    return { path: this.path(uri), line: this.#line(uri, range) };
  }

  #line(uri: string, range: TextRange): number | null {
    const text = this.#texts.get(uri);
    return text === undefined ? null : lineNumber(text, range);
  }
}
