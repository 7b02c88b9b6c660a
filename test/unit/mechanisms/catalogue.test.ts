import { describe, expect, it } from 'vitest';
import { goals, mechanisms, mechanismsOf } from '../../../server/src/core/catalog/mechanisms';
import { backgroundModes } from '../../../server/src/core/catalog/modes';
import { capabilityOf, exampleBundle } from '../../../server/src/core/features/mechanisms/capability';
import { codeOf, filledIn } from '../../../server/src/core/features/mechanisms/code';
import { goalPage, mechanismPage } from '../../../server/src/core/features/mechanisms/explanation';
import { searchGoals } from '../../../server/src/core/features/mechanisms/search';
import { ruleById } from '../../../server/src/core/rules';
import objectiveC from '../../../snippets/objective-c.json';
import plist from '../../../snippets/plist.json';
import swift from '../../../snippets/swift.json';

const prefixes = new Set(
  [swift, objectiveC, plist].flatMap((file) => Object.values(file).map(({ prefix }) => prefix)),
);

describe('the tables of the mechanism chooser', () => {
  it('have a mechanism for every mode that is not obsolete', () => {
    const offered = new Set(
      mechanisms.flatMap((each) => {
        const { modes, oneOfModes } = capabilityOf(each);
        return [...modes, ...oneOfModes].map(({ value }) => value);
      }),
    );
    const wanted = backgroundModes.filter(({ isObsolete }) => isObsolete !== true).map(({ value }) => value);
    expect(wanted.filter((value) => !offered.has(value))).toEqual([]);
  });

  it('name modes, rules and snippets that exist, and goals name mechanisms that do', () => {
    const modes = mechanisms.flatMap(({ needs }) => [...(needs.modes ?? []), ...(needs.oneOfModes ?? [])]);
    expect(modes.filter((value) => !backgroundModes.some((mode) => mode.value === value))).toEqual([]);
    const rules = [...goals, ...mechanisms].flatMap((each) => each.rules ?? []);
    expect(rules.filter((rule) => ruleById(rule) === undefined)).toEqual([]);
    const snippets = mechanisms.flatMap((each) => each.snippets ?? []);
    expect(snippets.filter((prefix) => !prefixes.has(prefix))).toEqual([]);
    expect(goals.filter((goal) => mechanismsOf(goal).length < goal.mechanisms.length)).toEqual([]);
  });

  it('reach every mechanism from some goal', () => {
    const reached = new Set(goals.flatMap((goal) => goal.mechanisms));
    expect(mechanisms.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('name things once', () => {
    const ids = [...goals, ...mechanisms].map(({ id }) => id);
    const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) < index);
    expect(twice(goals.map(({ id }) => id))).toEqual([]);
    expect(twice(mechanisms.map(({ id }) => id))).toEqual([]);
    expect(twice([...goals, ...mechanisms].map(({ title }) => title))).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it('link pages of Apple', () => {
    const links = [...goals, ...mechanisms].flatMap((each) => each.links ?? []);
    expect(links.filter((link) => !link.startsWith('https://developer.apple.com/'))).toEqual([]);
    expect(mechanisms.filter(({ links }) => links.length === 0)).toEqual([]);
  });

  it('use the identifiers that they ask to permit in their code', () => {
    for (const mechanism of mechanisms) {
      for (const identifier of capabilityOf(mechanism).identifiers) {
        const [code] = codeOf(mechanism);
        if (code === undefined) continue;
        expect(identifier.startsWith(`${exampleBundle}.`)).toBe(true);
        expect([mechanism.id, filledIn(code.swift ?? '').includes(`"${identifier}"`)]).toEqual([
          mechanism.id,
          true,
        ]);
      }
    }
  });

  it('say why not where something cannot be had, and nowhere else', () => {
    for (const { group, whyNot, id } of goals) {
      expect([id, group === 'What iOS does not allow']).toEqual([id, whyNot !== undefined]);
    }
  });

  it('link pages of rules that a renderer of Markdown opens', () => {
    const [limit] = goals.filter(({ id }) => id === 'quit-by-code');
    const page = (base: string) =>
      limit === undefined ? '' : goalPage(limit, (rule) => `${base}/${rule}.md`);
    expect(page('https://example.org')).toContain('](https://example.org/app-terminates-itself.md)');
    expect(page('file:///docs')).toContain('- `app-terminates-itself`\n');
  });

  it('make pages without gaps', () => {
    const pages = [
      ...goals.map((goal) => goalPage(goal, () => undefined)),
      ...mechanisms.map((mechanism) => mechanismPage(mechanism, (rule) => `https://example.org/${rule}`)),
    ];
    expect(pages.filter((page) => /undefined|\$\{|\n\n\n/.test(page))).toEqual([]);
    expect(pages.every((page) => page.startsWith('# ') && page.endsWith('\n'))).toBe(true);
  });
});

/** Goals and limits that the chooser has to know, as somebody might say them → what has to be among the answers. */
const wishes: readonly (readonly [said: string, id: string])[] = [
  ['keep my app running continuously', 'run-forever'],
  ['keep alive', 'run-forever'],
  ['timer when the screen is locked', 'timer-while-locked'],
  ['timer', 'alarm-clock'],
  ['run code every 15 minutes', 'every-15-minutes'],
  ['every 15 minutes', 'every-15-minutes'],
  ['periodically at an interval', 'every-15-minutes'],
  ['run code at a specific time', 'exact-time'],
  ['network server in the background', 'network-server'],
  ['server', 'server-event'],
  ['IPC', 'ipc-service'],
  ['IPC service for another of my apps', 'ipc-service'],
  ['resume after force quit', 'after-force-quit'],
  ['force quit', 'after-force-quit'],
  ['music player', 'keep-playing'],
  ['timer app', 'alarm-clock'],
  ['alarm', 'alarm-clock'],
  ['video player download', 'offline-video'],
  ['download', 'transfer-files'],
  ['upload', 'transfer-files'],
  ['large upload', 'transfer-files'],
  ['silent push', 'server-event'],
  ['refresh my user interface', 'fresh-content'],
  ['overnight', 'maintenance'],
  ['continue an export', 'long-job'],
  ['finish saving', 'finish-work'],
  ['voip', 'take-calls'],
  ['geofence', 'arrive-and-leave'],
  ['sync', 'sync'],
  ['HealthKit observer query', 'health-data'],
  ['HTTPS request from observer query callback', 'send-on-wake'],
  ['websocket for a moment from an accessory', 'send-on-wake'],
  ['websocket', 'keep-socket'],
  ['CarPlay detection', 'know-of-carplay'],
  ['detect when my app is terminated', 'know-of-termination'],
  ['Screen Time in the background', 'screen-time'],
  ['provisioning profile background modes entitlement', 'entitlement-for-modes'],
  ['works in Xcode but not in TestFlight', 'only-in-xcode'],
  ['Shortcuts intent timeout', 'shortcut-action'],
  ['location all the time', 'follow-location'],
  ['reminder without internet', 'remind'],
  ['watch widget', 'watch-content'],
  ['GPU', 'use-gpu'],
  ['fetch every 30 minutes for safety', 'safety-monitor'],
  ['emergency alert', 'safety-monitor'],
  ['more than 30 seconds background task', 'more-than-thirty-seconds'],
  ['silent audio', 'silent-audio'],
  ['reboot', 'after-restart'],
  ['quit', 'quit-by-code'],
  ['BLE', 'bluetooth-accessory'],
  ['walkie-talkie', 'walkie-talkie'],
  ['beginBackgroundTask', 'finish-work'],
];

describe('the search for a goal', () => {
  it.each(wishes)('finds for "%s" the goal %s among the first three', (said, id) => {
    expect(
      searchGoals(said)
        .slice(0, 3)
        .map((goal) => goal.id),
    ).toContain(id);
  });

  it('lists all goals by group without words', () => {
    expect(searchGoals('  ')).toEqual(goals);
  });

  it('finds nothing for words that nothing has to do with', () => {
    expect(searchGoals('xylophone quasar')).toEqual([]);
  });

  it('reads fillers too when there is nothing else', () => {
    expect(searchGoals('how do I')).not.toEqual([]);
    expect(searchGoals('(.*)')).toEqual(goals);
  });
});
