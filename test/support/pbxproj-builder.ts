/** Writes small project.pbxproj files for tests. */

type Settings = Readonly<Record<string, string>>;

export interface TargetSpec {
  readonly name: string;
  /** Without `com.apple.product-type.`; an app by default. */
  readonly type?: string;
  /** For every configuration. */
  readonly settings?: Settings;
  /** For one configuration, over `settings`. */
  readonly perConfiguration?: Readonly<Record<string, Settings>>;
  /** Paths below the project's folder, compiled by a sources phase. */
  readonly sources?: readonly string[];
  /** Paths of synchronized folders that the target owns. */
  readonly folders?: readonly string[];
  /** Path of an xcconfig file. */
  readonly xcconfig?: string;
  /** Names of targets of the project whose products it links. */
  readonly links?: readonly string[];
  /** Names of targets of the project that have to be built first. */
  readonly dependsOn?: readonly string[];
  /** Product of another project → path of its .xcodeproj. */
  readonly remoteLinks?: Readonly<Record<string, string>>;
  readonly packages?: readonly string[];
  /** What it builds; a framework by default. */
  readonly product?: string;
  /** Other linked files, by path. */
  readonly frameworks?: readonly string[];
}

export interface FolderSpec {
  readonly path: string;
  /** Target name → paths below the folder whose membership is inverted. */
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
  /** Target name → path below the folder → platforms that it is limited to. */
  readonly filters?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Paths that go into a build phase of a target. */
  readonly phases?: readonly {
    readonly target: string;
    readonly phase: 'sources' | 'resources';
    readonly paths: readonly string[];
  }[];
  readonly explicitFolders?: readonly string[];
}

export interface ProjectSpec {
  readonly targets: readonly TargetSpec[];
  readonly folders?: readonly FolderSpec[];
  readonly settings?: Settings;
  readonly xcconfig?: string;
  /** More objects: id → text of the dictionary. They replace built ones of the same id. */
  readonly objects?: Readonly<Record<string, string>>;
  /** Ids of further children of the main group. */
  readonly children?: readonly string[];
}

/**
 * A project with the configurations Debug and Release. Ids are readable (`target:App`, `sources:App`, `file:A.swift`):
 * the format does not ask for hexadecimal ones.
 */
export function pbxproj(spec: ProjectSpec): string {
  const builder = new ProjectBuilder();
  for (const target of spec.targets) builder.target(target);
  for (const folder of spec.folders ?? []) builder.folder(folder);
  builder.project(spec);
  return builder.text(spec.objects ?? {});
}

type Value = string | readonly string[] | { readonly [key: string]: Value };

class ProjectBuilder {
  readonly #objects = new Map<string, Value>();

  #add(id: string, isa: string, properties: { readonly [key: string]: Value }): string {
    this.#objects.set(id, { isa, ...properties });
    return id;
  }

  target(spec: TargetSpec): void {
    const { name } = spec;
    const product = { path: spec.product ?? `${name}.framework`, sourceTree: 'BUILT_PRODUCTS_DIR' };
    const settings = (configuration: string) => ({
      ...spec.settings,
      ...spec.perConfiguration?.[configuration],
    });
    this.#add(`target:${name}`, 'PBXNativeTarget', {
      name,
      productType: `com.apple.product-type.${spec.type ?? 'application'}`,
      productReference: this.#add(`product:${name}`, 'PBXFileReference', product),
      buildConfigurationList: this.#configurations(name, settings, spec.xcconfig),
      buildPhases: this.#phases(spec),
      dependencies: (spec.dependsOn ?? []).map((other) =>
        this.#add(`dependency:${name}:${other}`, 'PBXTargetDependency', { target: `target:${other}` }),
      ),
      fileSystemSynchronizedGroups: (spec.folders ?? []).map((path) => `folder:${path}`),
      packageProductDependencies: (spec.packages ?? []).map((productName) =>
        this.#add(`package:${productName}`, 'XCSwiftPackageProductDependency', { productName }),
      ),
    });
  }

  #phases(spec: TargetSpec): readonly string[] {
    const { name, sources = [], links = [], frameworks = [], remoteLinks = {} } = spec;
    const build = (fileRef: string) => this.#add(`build:${name}:${fileRef}`, 'PBXBuildFile', { fileRef });
    const linked = [
      ...links.map((other) => `product:${other}`),
      ...frameworks.map((path) => this.#file(path)),
      ...Object.entries(remoteLinks).map(([product, project]) => this.#remote(product, project)),
    ];
    const compiled = sources.map((path) => this.#file(path));
    return [
      this.#add(`sources:${name}`, 'PBXSourcesBuildPhase', { files: compiled.map(build) }),
      this.#add(`resources:${name}`, 'PBXResourcesBuildPhase', { files: [] }),
      this.#add(`frameworks:${name}`, 'PBXFrameworksBuildPhase', { files: linked.map(build) }),
    ];
  }

  /** Stands for a product of another project; the ids there are those of this builder. */
  #remote(product: string, project: string): string {
    const proxy = this.#add(`proxy:${product}`, 'PBXContainerItemProxy', {
      containerPortal: this.#file(project),
      proxyType: '2',
      remoteGlobalIDString: `product:${product.replace(/\.\w+$/, '')}`,
      remoteInfo: product,
    });
    return this.#add(`remote:${product}`, 'PBXReferenceProxy', {
      path: product,
      remoteRef: proxy,
      sourceTree: 'BUILT_PRODUCTS_DIR',
    });
  }

  #file(path: string): string {
    return this.#add(`file:${path}`, 'PBXFileReference', { path, sourceTree: '<group>' });
  }

  #configurations(
    owner: string,
    settings: (configuration: string) => Settings,
    xcconfig: string | undefined,
  ): string {
    const base = xcconfig === undefined ? {} : { baseConfigurationReference: this.#file(xcconfig) };
    const buildConfigurations = ['Debug', 'Release'].map((name) =>
      this.#add(`configuration:${owner}:${name}`, 'XCBuildConfiguration', {
        name,
        buildSettings: settings(name),
        ...base,
      }),
    );
    return this.#add(`list:${owner}`, 'XCConfigurationList', { buildConfigurations });
  }

  folder({ path, exceptions = {}, filters = {}, phases = [], explicitFolders = [] }: FolderSpec): void {
    const named = new Set([...Object.keys(exceptions), ...Object.keys(filters)]);
    const inverted = [...named].map((target) =>
      this.#add(`exception:${path}:${target}`, 'PBXFileSystemSynchronizedBuildFileExceptionSet', {
        membershipExceptions: exceptions[target] ?? [],
        platformFiltersByRelativePath: filters[target] ?? {},
        target: `target:${target}`,
      }),
    );
    const placed = phases.map(({ target, phase, paths: membershipExceptions }) =>
      this.#add(
        `exception:${path}:${phase}:${target}`,
        'PBXFileSystemSynchronizedGroupBuildPhaseMembershipExceptionSet',
        { membershipExceptions, buildPhase: `${phase}:${target}` },
      ),
    );
    this.#add(`folder:${path}`, 'PBXFileSystemSynchronizedRootGroup', {
      path,
      sourceTree: '<group>',
      exceptions: [...inverted, ...placed],
      explicitFolders,
    });
  }

  /** Comes last: the main group holds every file and folder that was named before. */
  project({ targets, settings, xcconfig, children = [] }: ProjectSpec): void {
    const projectSettings = { SDKROOT: 'iphoneos', ...settings };
    this.#add('project', 'PBXProject', {
      buildConfigurationList: this.#configurations('project', () => projectSettings, xcconfig),
      mainGroup: 'main',
      targets: targets.map((target) => `target:${target.name}`),
    });
    const named = [...this.#objects.keys()].filter((id) => /^(file|folder):/.test(id));
    this.#add('main', 'PBXGroup', { children: [...named, ...children], sourceTree: '<group>' });
  }

  text(raw: Readonly<Record<string, string>>): string {
    const built = [...this.#objects]
      .filter(([id]) => !Object.hasOwn(raw, id))
      .map(([id, value]) => `\t\t${quote(id)} = ${write(value)};`);
    const extra = Object.entries(raw).map(([id, text]) => `\t\t${quote(id)} = ${text};`);
    return `// !$*UTF8*$!
{
\tarchiveVersion = 1;
\tobjectVersion = 77;
\tobjects = {
${[...built, ...extra].join('\n')}
\t};
\trootObject = project;
}
`;
  }
}

function write(value: Value): string {
  if (typeof value === 'string') return quote(value);
  if (isList(value)) return `(${value.map((item) => `${quote(item)}, `).join('')})`;
  const entries = Object.entries(value).map(([key, item]) => `${quote(key)} = ${write(item)}; `);
  return `{ ${entries.join('')}}`;
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

function quote(text: string): string {
  return /^[A-Za-z0-9_./]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
