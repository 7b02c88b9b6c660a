/** Pages that explain a goal or a mechanism, in Markdown. */
import { modeDoc } from '../../catalog/docs';
import { type Goal, type Mechanism, mechanismsOf } from '../../catalog/mechanisms';
import { capabilityOf, type NeededCapability } from './capability';
import { codeOf, filledIn } from './code';

/** Answers the address of a rule's page, if it has one. */
export type RuleLink = (rule: string) => string | undefined;

export function goalPage(goal: Goal, link: RuleLink): string {
  const all = mechanismsOf(goal);
  return page([
    `# ${goal.title}`,
    goal.whyNot === undefined ? '' : `**You cannot.** ${goal.whyNot}`,
    goal.advice ?? '',
    section(
      goal.whyNot === undefined ? 'What iOS offers' : 'What comes nearest',
      all.map(({ title, what, limit }) => `- **${title}**: ${what} Limit: ${limit}.`),
    ),
    section('Rules', ruleList(goal.rules ?? [], link)),
    section(
      'Read more',
      (goal.links ?? []).map((url) => `- <${url}>`),
    ),
  ]);
}

export function mechanismPage(mechanism: Mechanism, link: RuleLink): string {
  const { title, api, since, what, cost, links, rules } = mechanism;
  return page([
    `# ${title}`,
    what,
    `\`${api}\`, ${since}`,
    section('What iOS promises', bullets(promisesOf(mechanism))),
    section('What it does not', bullets(limitsOf(mechanism))),
    section('What it costs', [
      `- Battery: ${cost.battery}`,
      `- Review: ${cost.review}`,
      `- Permission: ${cost.permission}`,
    ]),
    section('What it needs', needsOf(mechanism)),
    ...codeSections(mechanism),
    section('Rules', ruleList(rules, link)),
    section(
      'Read more',
      links.map((url) => `- <${url}>`),
    ),
  ]);
}

export function promisesOf({ promises = [], needs }: Mechanism): readonly string[] {
  return distinct([...promises, ...(needs.modes ?? []).flatMap((mode) => modeDoc(mode)?.promises ?? [])]);
}

export function limitsOf({ limit, limits = [], needs }: Mechanism): readonly string[] {
  const first = limit.charAt(0).toUpperCase() + limit.slice(1);
  return distinct([first, ...limits, ...(needs.modes ?? []).flatMap((mode) => modeDoc(mode)?.limits ?? [])]);
}

/** One line for a choice: what has to be declared. */
export function needsLine(mechanism: Mechanism): string {
  const parts = needParts(capabilityOf(mechanism), (name) => name);
  const { note } = mechanism.needs;
  return [...parts, ...(note === undefined ? [] : [note])].join(', ');
}

function needsOf(mechanism: Mechanism): readonly string[] {
  const parts = needParts(capabilityOf(mechanism), (name) => `\`${name}\``);
  const { note } = mechanism.needs;
  return bullets([...parts, ...(note === undefined ? [] : [note.charAt(0).toUpperCase() + note.slice(1)])]);
}

export function needParts(
  { modes, oneOfModes, keys, identifiers }: NeededCapability,
  quote: (name: string) => string,
): readonly string[] {
  return [
    ...modes.map(({ value }) => `mode ${quote(value)}`),
    ...(oneOfModes.length === 0
      ? []
      : [`one of the modes ${oneOfModes.map(({ value }) => quote(value)).join(', ')}`]),
    ...(identifiers.length === 0 ? [] : ['permitted identifier']),
    ...keys.map(({ kind, key, isManaged }) =>
      kind === 'entitlement'
        ? `entitlement ${quote(key)}${isManaged ? ' from Apple' : ''}`
        : `key ${quote(key)}`,
    ),
  ];
}

function codeSections(mechanism: Mechanism): readonly string[] {
  const [first] = codeOf(mechanism);
  if (first === undefined) return [];
  const blocks = [
    first.swift === undefined ? '' : fenced('swift', first.swift),
    first.objc === undefined ? '' : fenced('objc', first.objc),
  ];
  return ['## Code', `${first.description}.`, ...blocks];
}

function fenced(language: string, body: string): string {
  return `\`\`\`${language}\n${filledIn(body)}\n\`\`\``;
}

/** Renderers of Markdown refuse links to files: those are left out. */
function ruleList(rules: readonly string[], link: RuleLink): readonly string[] {
  return rules.map((rule) => {
    const url = link(rule);
    return url?.startsWith('https://') ? `- [\`${rule}\`](${url})` : `- \`${rule}\``;
  });
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

function bullets(texts: readonly string[]): readonly string[] {
  return texts.map((text) => `- ${text}`);
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
