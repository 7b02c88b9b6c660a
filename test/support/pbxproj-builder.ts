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
  /** Names of synchronized folders that the target owns. */
  readonly folders?: readonly string[];
  /** Path of an xcconfig file. */
  readonly xcconfig?: string;
  /** Names of targets of the project whose products it links. */
  readonly links?: readonly string[];
  readonly packages?: readonly string[];
  /** Other linked files, by path. */
  readonly frameworks?: readonly string[];
}

export interface FolderSpec {
  readonly path: string;
  /** Target name → paths below the folder whose membership is inverted. */
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
  /** Target name → paths that go into its sources phase, or (`resources`) into its resources phase. */
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
  readonly configurations?: readonly string[];
  /** More objects: id → text of the dictionary. */
  readonly objects?: Readonly<Record<string, string>>;
  /** Ids of further children of the main group. */
  readonly children?: readonly string[];
}

type Value = string | readonly string[] | { readonly [key: string]: Value };

/** Ids are readable (`target:App`): the format does not ask for hexadecimal ones. */
export function pbxproj(spec: ProjectSpec): string {
  const objects = new Map<string, Value>();
  const configurations = spec.configurations ?? ['Debug', 'Release'];
  const fileRefs = new Set<string>();
  const file = (path: string): string => {
    const id = `file:${path}`;
    fileRefs.add(id);
    objects.set(id, { isa: 'PBXFileReference', path, sourceTree: '<group>' });
    return id;
  };
  const configurationList = (
    owner: string,
    settings: (configuration: string) => Settings,
    xcconfig: string | undefined,
  ): string => {
    const ids = configurations.map((name) => {
      const id = `configuration:${owner}:${name}`;
      const base = xcconfig === undefined ? {} : { baseConfigurationReference: file(xcconfig) };
      objects.set(id, { isa: 'XCBuildConfiguration', name, buildSettings: settings(name), ...base });
      return id;
    });
    objects.set(`list:${owner}`, { isa: 'XCConfigurationList', buildConfigurations: ids });
    return `list:${owner}`;
  };
  const buildFile = (target: string, id: string): string => {
    objects.set(`build:${target}:${id}`, { isa: 'PBXBuildFile', fileRef: id });
    return `build:${target}:${id}`;
  };

  for (const target of spec.targets) {
    const { name } = target;
    const productRef = `product:${name}`;
    objects.set(productRef, {
      isa: 'PBXFileReference',
      path: `${name}.framework`,
      sourceTree: 'BUILT_PRODUCTS_DIR',
    });
    objects.set(`sources:${name}`, {
      isa: 'PBXSourcesBuildPhase',
      files: (target.sources ?? []).map((path) => buildFile(name, file(path))),
    });
    objects.set(`resources:${name}`, { isa: 'PBXResourcesBuildPhase', files: [] });
    objects.set(`frameworks:${name}`, {
      isa: 'PBXFrameworksBuildPhase',
      files: [
        ...(target.links ?? []).map((other) => buildFile(name, `product:${other}`)),
        ...(target.frameworks ?? []).map((path) => buildFile(name, file(path))),
      ],
    });
    const packages = (target.packages ?? []).map((product) => {
      objects.set(`package:${product}`, { isa: 'XCSwiftPackageProductDependency', productName: product });
      return `package:${product}`;
    });
    const settings = (configuration: string) => ({
      ...target.settings,
      ...target.perConfiguration?.[configuration],
    });
    objects.set(`target:${name}`, {
      isa: 'PBXNativeTarget',
      name,
      productType: `com.apple.product-type.${target.type ?? 'application'}`,
      productReference: productRef,
      buildConfigurationList: configurationList(name, settings, target.xcconfig),
      buildPhases: [`sources:${name}`, `resources:${name}`, `frameworks:${name}`],
      fileSystemSynchronizedGroups: (target.folders ?? []).map((path) => `folder:${path}`),
      packageProductDependencies: packages,
    });
  }
  for (const folder of spec.folders ?? []) {
    const inverted = Object.entries(folder.exceptions ?? {}).map(([target, paths]) => {
      const id = `exception:${folder.path}:${target}`;
      objects.set(id, {
        isa: 'PBXFileSystemSynchronizedBuildFileExceptionSet',
        membershipExceptions: paths,
        target: `target:${target}`,
      });
      return id;
    });
    const phases = (folder.phases ?? []).map(({ target, phase, paths }, index) => {
      const id = `phase-exception:${folder.path}:${index}`;
      objects.set(id, {
        isa: 'PBXFileSystemSynchronizedGroupBuildPhaseMembershipExceptionSet',
        membershipExceptions: paths,
        buildPhase: `${phase}:${target}`,
      });
      return id;
    });
    objects.set(`folder:${folder.path}`, {
      isa: 'PBXFileSystemSynchronizedRootGroup',
      path: folder.path,
      sourceTree: '<group>',
      exceptions: [...inverted, ...phases],
      explicitFolders: folder.explicitFolders ?? [],
    });
  }
  const projectSettings = { SDKROOT: 'iphoneos', ...spec.settings };
  objects.set('project', {
    isa: 'PBXProject',
    buildConfigurationList: configurationList('project', () => projectSettings, spec.xcconfig),
    mainGroup: 'main',
    targets: spec.targets.map((target) => `target:${target.name}`),
  });
  const folders = (spec.folders ?? []).map((folder) => `folder:${folder.path}`);
  objects.set('main', {
    isa: 'PBXGroup',
    children: [...fileRefs, ...folders, ...(spec.children ?? [])],
    sourceTree: '<group>',
  });
  return render(objects, spec.objects ?? {});
}

function render(objects: ReadonlyMap<string, Value>, raw: Readonly<Record<string, string>>): string {
  const entries = [...objects].map(([id, value]) => `\t\t${quote(id)} = ${write(value)};`);
  const extra = Object.entries(raw).map(([id, text]) => `\t\t${quote(id)} = ${text};`);
  return `// !$*UTF8*$!
{
\tarchiveVersion = 1;
\tobjectVersion = 77;
\tobjects = {
${[...entries, ...extra].join('\n')}
\t};
\trootObject = project;
}
`;
}

function write(value: Value): string {
  if (typeof value === 'string') return quote(value);
  if (isList(value)) return `(${value.map((item) => `${quote(item)}, `).join('')})`;
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${quote(key)} = ${write(item)}; `)
    .join('')}}`;
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

function quote(text: string): string {
  return /^[A-Za-z0-9_./]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
