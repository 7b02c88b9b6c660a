/** The description of a target as lines for people. */
import type { ReportedConfiguration, ReportedPlace, ReportedPlist, TargetReport } from './types';

const labelWidth = 14;

/** Ends without a line end. */
export function targetText(report: TargetReport): string {
  return [title(report), ...rows(report).flatMap(([label, lines]) => labelled(label, lines))].join('\n');
}

type Row = readonly [label: string, lines: readonly string[]];

function title({ name, product, platforms, project, owners }: TargetReport): string {
  const systems = platforms.map(({ platform, deploymentTarget }) =>
    deploymentTarget === null ? platform : `${platform} ${deploymentTarget}`,
  );
  const kind = [product, ...systems].join(', ');
  const home = project ?? owners[0]?.file;
  return home === undefined ? `${name} (${kind}), found without a project` : `${name} (${kind}) in ${home}`;
}

function rows(report: TargetReport): readonly Row[] {
  const { configurations, owners, modes, dependencies, gaps } = report;
  const declared = modes.filter(
    ({ values, isComplete }, index) => index === 0 || values.length > 0 || !isComplete,
  );
  return [
    ['Tools', owners.map(ownerLine)],
    ['Info.plist', plistLines(configurations, ({ infoPlist }) => infoPlist)],
    ['Entitlements', plistLines(configurations, ({ entitlements }) => entitlements)],
    ['Bundle id', bundleLines(configurations)],
    ...declared.map(({ key, values, isComplete }): Row => {
      const lines = values.map(({ value, place }) => `${value}  ${shown(place)}`);
      const rest = isComplete ? [] : ['and perhaps others, which cannot be read'];
      return [key, lines.length + rest.length === 0 ? ['none'] : [...lines, ...rest]];
    }),
    ['Sources', [sourceLine(report)]],
    ['Links', dependencies.map(({ kind, name }) => `${name} (${kind})`)],
    ['Not known', gaps],
  ];
}

function labelled(label: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  // A long label stands on a line of its own, so that all values begin in one column.
  const isLong = label.length >= labelWidth;
  const first = isLong ? [`  ${label}`] : [];
  return [
    ...first,
    ...lines.map((line, index) => `  ${(isLong || index > 0 ? '' : label).padEnd(labelWidth)}${line}`),
  ];
}

function ownerLine({ kind, file, generates }: TargetReport['owners'][number]): string {
  const what = generates.length === 0 ? '' : `, which writes ${generates.join(', ')}: edits there are lost`;
  return `${kind} (${file})${what}`;
}

/** Configurations with the same answer share its lines. */
function plistLines(
  configurations: readonly ReportedConfiguration[],
  plistOf: (configuration: ReportedConfiguration) => ReportedPlist,
): readonly string[] {
  const groups = new Map<string, ReportedConfiguration[]>();
  for (const configuration of configurations) {
    const key = answerText(plistOf(configuration)).join('\n');
    groups.set(key, [...(groups.get(key) ?? []), configuration]);
  }
  return [...groups.values()].flatMap((group) => {
    const plists = group.map(plistOf);
    const [head = '', ...parts] = plists[0] === undefined ? [] : answerText(plists[0]);
    const whose = groups.size === 1 ? '' : `  (${group.map(({ name }) => name).join(', ')})`;
    return [`${head}${whose}`, ...reasons(plists).map(indent), ...parts.map(indent)];
  });
}

/** What is there, without the reason. */
function answerText({ state, place, parts }: ReportedPlist): readonly string[] {
  const path = place?.path ?? 'no file';
  const heads: Readonly<Record<ReportedPlist['state'], string>> = {
    file: path,
    'file-and-generated': `${path}, and keys from build settings`,
    generated: 'generated from build settings, without a file',
    tool: place === null ? 'written by a tool' : `${path}, written by a tool`,
    missing: `${path}, which does not exist or cannot be read`,
    unresolved: 'cannot be told',
    none: 'none',
  };
  const sources = parts.map(({ owner, place: at, isImplied }) =>
    isImplied ? `an option of ${owner} adds values  ${shown(at)}` : `values in ${shown(at)} (${owner})`,
  );
  return [heads[state], ...sources];
}

/** Each setting once, with all places that set it. */
function reasons(plists: readonly ReportedPlist[]): readonly string[] {
  const places = new Map<string, ReportedPlace[]>();
  for (const { because } of plists) {
    if (because === null) continue;
    const text = settingText(because);
    const known = places.get(text) ?? [];
    if (because.place !== null) known.push(because.place);
    places.set(text, known);
  }
  return [...places].map(([text, at]) => [`because of ${text}`, placesText(at)].join('  ').trimEnd());
}

function settingText({ setting, value }: NonNullable<ReportedPlist['because']>): string {
  return value === null ? `${setting}, in which a variable stays unknown` : `${setting} = ${value}`;
}

function bundleLines(configurations: readonly ReportedConfiguration[]): readonly string[] {
  const ids = configurations.flatMap(({ bundleIdentifier }) => bundleIdentifier ?? []);
  return [...new Set(ids)];
}

function sourceLine({ sources, linkedSources }: TargetReport): string {
  const files = sources === 1 ? '1 file' : `${sources} files`;
  return linkedSources === 0 ? files : `${files}, and ${linkedSources} of linked frameworks and packages`;
}

/** `project.pbxproj:216, 233`: each file once. */
function placesText(places: readonly ReportedPlace[]): string {
  const lines = new Map<string, string[]>();
  for (const place of places) {
    const known = lines.get(place.path);
    if (known === undefined) lines.set(place.path, [shown(place)]);
    else if (place.line !== null && !known.includes(String(place.line)) && known[0] !== shown(place)) {
      known.push(String(place.line));
    }
  }
  return [...lines.values()].map((known) => known.join(', ')).join(', ');
}

/** `App/Info.plist:42`, which terminals and editors make a link of. */
function shown({ path, line }: ReportedPlace): string {
  return line === null ? path : `${path}:${line}`;
}

function indent(line: string): string {
  return `  ${line}`;
}
