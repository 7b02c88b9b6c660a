/** What a .csproj says about an app for Apple's platforms. */
import { elementsNamed, parseXmlElements, type XmlElement, type XmlFile } from '../../../syntax/xml-elements';

/** An assignment of a property. */
export interface Property {
  readonly value: string;
  /** All that stand around it, as written. */
  readonly conditions: readonly string[];
}

export type DotnetPlatform = 'ios' | 'maccatalyst';

export class ProjectFile {
  /** The project itself. */
  readonly xml: XmlFile;
  /** That of the project after what it imports. */
  readonly #roots: readonly XmlElement[];
  readonly #groups: readonly XmlElement[];

  /** `imported` is the text of the Directory.Build.props that counts for the project. */
  constructor(text: string, imported: string) {
    this.xml = parseXmlElements(text);
    this.#roots = [...parseXmlElements(imported).roots, ...this.xml.roots];
    this.#groups = elementsNamed(this.#roots, 'PropertyGroup');
  }

  /** Every assignment of a property that may count for the platform, in the order of the file. */
  properties(name: string, platform: DotnetPlatform): readonly Property[] {
    return this.#groups.flatMap((group) =>
      group.children.flatMap((element) => {
        const conditions = [group, element].flatMap(
          ({ attributes }) => attributes.get('Condition')?.value ?? [],
        );
        const counts = element.name === name && conditions.every((text) => mayHold(text, platform));
        return counts ? [{ value: element.text, conditions }] : [];
      }),
    );
  }

  /** The last value; `undefined` when there is none. */
  property(name: string, platform: DotnetPlatform): string | undefined {
    return this.properties(name, platform).at(-1)?.value;
  }

  isTrue(name: string, platform: DotnetPlatform): boolean {
    return this.properties(name, platform).some(({ value }) => value.toLowerCase() === 'true');
  }

  /** Paths that items of the kind include for the platform, with slashes. */
  items(name: string, platform: DotnetPlatform): readonly string[] {
    return elementsNamed(this.#roots, 'ItemGroup').flatMap((group) =>
      group.children.flatMap((item) => {
        const conditions = [group, item].flatMap(
          ({ attributes }) => attributes.get('Condition')?.value ?? [],
        );
        const path = item.name === name ? item.attributes.get('Include')?.value : undefined;
        return path !== undefined && conditions.every((text) => mayHold(text, platform))
          ? [slashed(path)]
          : [];
      }),
    );
  }

  /** What it builds for; empty for projects of other platforms. */
  get platforms(): readonly DotnetPlatform[] {
    const names = ['TargetFramework', 'TargetFrameworks', 'TargetFrameworkIdentifier'];
    const texts = this.#groups
      .flatMap(({ children }) => children)
      .flatMap(({ name, text }) => (names.includes(name) ? text.toLowerCase().split(';') : []))
      .map((text) => text.trim());
    const all: readonly DotnetPlatform[] = ['ios', 'maccatalyst'];
    return all.filter(
      (platform) =>
        texts.some((text) => text.startsWith('net') && text.includes(`-${platform}`)) ||
        (platform === 'ios' && this.#isXamarin),
    );
  }

  /** Projects of before .NET 6 import the build of Xamarin.iOS. */
  get #isXamarin(): boolean {
    return elementsNamed(this.xml.roots, 'Import').some(({ attributes }) =>
      attributes.get('Project')?.value.includes('Xamarin.iOS.CSharp.targets'),
    );
  }
}

export function slashed(path: string): string {
  return path.trim().replaceAll('\\', '/');
}

const platformWords: readonly string[] = [
  'ios',
  'maccatalyst',
  'android',
  'windows',
  'tizen',
  'macos',
  'tvos',
];

/** False for a condition that asks for other platforms. Others are taken to hold. */
function mayHold(condition: string, platform: DotnetPlatform): boolean {
  const text = condition.toLowerCase();
  if (text.includes('!=')) return true;
  const named = platformWords.filter((word) => new RegExp(`(^|[^a-z])${word}($|[^a-z])`).test(text));
  return named.length === 0 || named.includes(platform);
}
