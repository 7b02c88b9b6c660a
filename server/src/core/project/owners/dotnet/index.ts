/**
 * Apps of .NET for iOS and .NET MAUI: Info.plist and entitlements are kept by hand, the .csproj names them.
 * Source: https://learn.microsoft.com/dotnet/ios/building-apps/build-properties
 */
import { basenameUri, dirnameUri, joinUri } from '../../../uri';
import { Spelling } from '../../spelling';
import type { OwnedValues, Platform, Problem, Target, TargetConfiguration, ValuePart } from '../../types';
import {
  configurationOf,
  markersAround,
  markersNamed,
  projectFolder,
  targetOf,
  withGaps,
} from '../owned-targets';
import type { OwnerContext, OwnerStep } from '../types';
import { type DotnetPlatform, ProjectFile, slashed } from './project-file';

const gap = '.NET: the app is written in C#';

const platformNames: Readonly<
  Record<DotnetPlatform, { readonly platform: Platform; readonly folder: string }>
> = {
  ios: { platform: 'iOS', folder: 'Platforms/iOS' },
  maccatalyst: { platform: 'macCatalyst', folder: 'Platforms/MacCatalyst' },
};

export const dotnetStep: OwnerStep = async (given, context) => {
  const markers = markersNamed(context.found, /\.csproj$/);
  const problems: Problem[] = [];
  // An Xcode project inside of one in C# is that of a library or an extension of it.
  const targets = given.map((target) => {
    const folder = projectFolder(target);
    const [around] = folder === undefined ? [] : markersAround(markers, folder);
    return around === undefined ? target : withGaps(target, [around.meaning]);
  });
  for (const { uri, folder } of markers) {
    const text = await context.files.text(uri);
    const file = text === undefined ? undefined : new ProjectFile(text, await buildProps(folder, context));
    for (const platform of file?.platforms ?? []) {
      if (file === undefined) continue;
      const app = new DotnetApp(uri, folder, file, platform, context);
      const target = await app.target();
      if (target !== undefined) targets.push(target);
      problems.push(...app.problems);
    }
    const { problem } = file?.xml ?? {};
    if (problem !== undefined && file?.platforms.length !== 0) problems.push({ uri, ...problem });
  }
  return { targets, problems };
};

/** Each project imports the nearest Directory.Build.props around it. */
async function buildProps(folder: string, { files }: OwnerContext): Promise<string> {
  for (let at = folder; files.isReadable(at); at = dirnameUri(at)) {
    const text = await files.text(joinUri(at, 'Directory.Build.props'));
    if (text !== undefined || at === dirnameUri(at)) return text ?? '';
  }
  return '';
}

class DotnetApp {
  readonly problems: Problem[] = [];
  readonly #uri: string;
  readonly #folder: string;
  readonly #file: ProjectFile;
  readonly #platform: DotnetPlatform;
  readonly #context: OwnerContext;
  readonly #spelling: Spelling;

  constructor(
    uri: string,
    folder: string,
    file: ProjectFile,
    platform: DotnetPlatform,
    context: OwnerContext,
  ) {
    this.#uri = uri;
    this.#folder = folder;
    this.#file = file;
    this.#platform = platform;
    this.#context = context;
    this.#spelling = new Spelling(context.files);
  }

  /** `undefined` for a library. */
  async target(): Promise<Target | undefined> {
    const isExtension = this.#file.isTrue('IsAppExtension', this.#platform);
    const outputs = this.#file.properties('OutputType', this.#platform);
    if (!isExtension && !outputs.some(({ value }) => value.toLowerCase() === 'exe')) return undefined;
    const { platform } = platformNames[this.#platform];
    const name = basenameUri(this.#uri).replace(/\.csproj$/, '');
    return targetOf({
      id: `${this.#uri}#${this.#platform}`,
      name: platform === 'iOS' ? name : `${name} (Mac Catalyst)`,
      product: isExtension ? 'app-extension' : 'app',
      platforms: [platform],
      owner: { kind: 'dotnet', uri: this.#uri, generates: [] },
      configurations: await this.#configurations(platform),
      gaps: [gap],
    });
  }

  async #configurations(platform: Platform): Promise<readonly TargetConfiguration[]> {
    const home = await this.#home();
    const infoPlistUri = await this.#infoPlist(home);
    const partial = await this.#partialManifests();
    const version = this.#file.property('SupportedOSPlatformVersion', this.#platform);
    const known = {
      infoPlistUri,
      infoPlistUnresolved: infoPlistUri === undefined,
      ...(partial === undefined ? {} : { ownedInfoPlist: partial }),
      bundleIdentifier: this.#file.property('ApplicationId', this.#platform),
      deploymentTargets: version !== undefined && /^[\d.]+$/.test(version) ? { [platform]: version } : {},
    };
    const entitlements = await this.#entitlements(home);
    return entitlements.map(({ name, uri }) =>
      configurationOf({ ...known, name, entitlementsUri: uri, entitlementsUnresolved: uri === undefined }),
    );
  }

  /** The folder of the platform in a project for several, else that of the project. */
  async #home(): Promise<string> {
    const folder = joinUri(this.#folder, platformNames[this.#platform].folder);
    return (await this.#context.files.list(folder)) === undefined ? this.#folder : folder;
  }

  /** The build looks for this spelling, on disks that do not tell letter case too. */
  async #infoPlist(home: string): Promise<string | undefined> {
    const named = this.#file.property('AppBundleManifest', this.#platform);
    const wanted = named === undefined ? joinUri(home, 'Info.plist') : joinUri(this.#folder, slashed(named));
    const actual = await this.#spelling.actual(wanted);
    if (actual === undefined || actual === wanted) return actual;
    const message = `${basenameUri(actual)} must be spelled ${basenameUri(wanted)}: the build of .NET does not find it`;
    this.problems.push({ uri: this.#uri, message });
    return undefined;
  }

  /** Property lists that are merged over Info.plist. */
  async #partialManifests(): Promise<OwnedValues | undefined> {
    const paths = this.#file.items('PartialAppManifest', this.#platform);
    if (paths.length === 0) return undefined;
    const parts: ValuePart[] = [];
    for (const path of paths) {
      const file = await this.#context.plist(joinUri(this.#folder, path));
      if (file !== undefined) parts.push({ owner: 'dotnet', file, path: [] });
    }
    return { effect: 'extends', parts, isComplete: parts.length === paths.length };
  }

  /** One for each file that CodesignEntitlements names, by the condition under which it does. */
  async #entitlements(
    home: string,
  ): Promise<readonly { readonly name: string; readonly uri: string | undefined }[]> {
    const named = this.#file.properties('CodesignEntitlements', this.#platform);
    if (named.length === 0) return [{ name: 'Default', uri: await this.#defaultEntitlements(home) }];
    const found = new Map<string, { readonly name: string; readonly uri: string | undefined }>();
    for (const { value, conditions } of named) {
      const isKnown = value !== '' && !value.includes('$(');
      const uri = isKnown ? await this.#spelling.actual(joinUri(this.#folder, slashed(value))) : undefined;
      if (!found.has(uri ?? '')) found.set(uri ?? '', { name: configurationName(conditions), uri });
    }
    return [...found.values()];
  }

  async #defaultEntitlements(home: string): Promise<string | undefined> {
    const isOff = this.#file.property('EnableDefaultCodesignEntitlements', this.#platform) === 'false';
    return isOff ? undefined : this.#spelling.actual(joinUri(home, 'Entitlements.plist'));
  }
}

/** `'$(Configuration)|$(Platform)' == 'Debug|iPhone'` is the configuration Debug. */
function configurationName(conditions: readonly string[]): string {
  const literals = conditions.flatMap((text) =>
    [...text.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? ''),
  );
  const names = literals
    .map((literal) => literal.split('|')[0] ?? '')
    .filter((name) => /^[A-Z]\w*$/.test(name));
  return names.at(-1) ?? 'Default';
}
