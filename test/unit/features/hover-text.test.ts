import { describe, expect, it } from 'vitest';
import { apiDocs } from '../../../server/src/core/catalog/api-docs';
import { apiRows } from '../../../server/src/core/catalog/apis';
import { backgroundKeys, inventedEntitlement } from '../../../server/src/core/catalog/background-keys';
import {
  apiDocOf,
  apiDocsNamed,
  type Doc,
  keyDoc,
  methodDoc,
  modeDoc,
} from '../../../server/src/core/catalog/docs';
import * as duties from '../../../server/src/core/catalog/duties';
import { keyDocs } from '../../../server/src/core/catalog/key-docs';
import { asksOf } from '../../../server/src/core/catalog/mode-asks';
import { backgroundModes } from '../../../server/src/core/catalog/modes';
import { backgroundTaskObligation } from '../../../server/src/core/catalog/obligations';
import type { KeyRequirement } from '../../../server/src/core/catalog/requirement-types';
import { modeRequirements } from '../../../server/src/core/catalog/requirements';
import { entitlementRequirements } from '../../../server/src/core/catalog/requirements-entitlements';
import { purposeRequirements } from '../../../server/src/core/catalog/requirements-purposes';
import { escapeMarkdown, toMarkdown, toPlainText } from '../../../server/src/core/features/content';
import { linkLine } from '../../../server/src/core/features/hover/text';
import {
  apiContent,
  keyContent,
  modeContent,
  ruleContent,
} from '../../../server/src/core/features/hover/topics';
import { displayPath } from '../../../server/src/core/features/places';
import { allRules, ruleById } from '../../../server/src/core/rules';

const modeDocs = backgroundModes.flatMap(({ value }) => modeDoc(value) ?? []);
const all: readonly Doc[] = [...apiDocs, ...modeDocs, ...keyDocs];
const keyed: readonly KeyRequirement[] = [...entitlementRequirements, ...purposeRequirements];
const nowhere = { targets: [], folders: [] };
const page = (rule: string) => `file:///docs/rules/${rule}.md`;

/** Rows of the API table that stand for no API: circumstances of another one. */
const circumstances: ReadonlySet<string> = new Set(['player-of-layer', 'muted-player']);

function isMethod(value: unknown): value is duties.DutyMethod {
  return typeof value === 'object' && value !== null && 'swift' in value && 'objc' in value;
}

describe('the catalogue of hovers', () => {
  it('has something to say about every background mode', () => {
    expect(backgroundModes.filter(({ value }) => modeDoc(value) === undefined)).toEqual([]);
  });

  it('has something to say about every API that a requirement speaks of', () => {
    const rows = [...modeRequirements, ...keyed].flatMap(({ apis }) => apis);
    expect(rows.filter((row) => apiDocOf(row) === undefined)).toEqual([]);
  });

  it('has something to say about every other API of the table that is more than a mention', () => {
    const rows = apiRows.filter(({ uses }) => uses.some(({ kind }) => kind !== 'mention'));
    const silent = rows.filter(({ id }) => apiDocOf(id) === undefined && !circumstances.has(id));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('names rows that exist, each in one document', () => {
    const named = apiDocs.flatMap(({ apis }) => apis);
    expect(named.filter((id) => !apiRows.some((row) => row.id === id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('has something to say about what begins and ends an obligation', () => {
    const { begins, dischargedBy } = backgroundTaskObligation;
    for (const { swiftName } of [begins, ...dischargedBy]) expect(apiDocsNamed(swiftName)).not.toEqual([]);
  });

  it('has something to say about every method that has to complete something', () => {
    const methods = Object.values(duties).flatMap((value: unknown) => [value].flat().filter(isMethod));
    expect(methods.length).toBeGreaterThan(8);
    const names = methods.flatMap(({ swift, objc }) => [...swift, ...objc]);
    expect(names.filter((name) => methodDoc(name) === undefined)).toEqual([]);
  });

  it('has something to say about every key of the background', () => {
    const infoKeys = [...backgroundKeys, ...purposeRequirements.flatMap(({ anyOf }) => anyOf)];
    const asked = backgroundModes.flatMap(({ value }) => asksOf(value));
    const plistKeys = asked.filter(({ kind }) => kind === 'plist-key').flatMap(({ anyOf }) => anyOf);
    const rights = [
      ...entitlementRequirements.flatMap(({ anyOf, entitlement }) => [
        ...anyOf,
        ...(entitlement ? [entitlement] : []),
      ]),
      ...modeRequirements.flatMap(({ entitlement }) => entitlement ?? []),
      ...asked.filter(({ kind }) => kind === 'entitlement').flatMap(({ anyOf }) => anyOf),
      inventedEntitlement,
    ];
    expect([...infoKeys, ...plistKeys].filter((key) => keyDoc(key, 'info') === undefined)).toEqual([]);
    expect(rights.filter((key) => keyDoc(key, 'entitlements') === undefined)).toEqual([]);
  });

  it('names rules that exist', () => {
    const named = all.flatMap(({ rules }) => rules ?? []);
    expect(named.filter((id) => ruleById(id) === undefined)).toEqual([]);
  });

  it('leaves the words of the rules and requirements to them', () => {
    const theirs = [
      ...allRules.map(({ meta }) => meta.title),
      ...[...modeRequirements, ...keyed].map(({ effect }) => effect),
    ];
    const ours = all.flatMap(({ what, promises, limits }) => [what, ...promises, ...limits]);
    expect(ours.filter((text) => theirs.includes(text))).toEqual([]);
  });

  it('links to pages over https', () => {
    expect(all.flatMap(({ links }) => links).filter((link) => !link.startsWith('https://'))).toEqual([]);
  });

  it('fits on a screen', () => {
    const contents = [
      ...apiDocs.map((doc) => apiContent(doc, nowhere, page)),
      ...backgroundModes.map((mode) => modeContent(mode, nowhere, page) ?? []),
      ...keyDocs.map(({ key, file }) => keyContent(key, file, nowhere, page) ?? []),
    ];
    const lines = contents.map((content) => toPlainText(content).split('\n').length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(32);
    expect(Math.min(...contents.map((content) => content.length))).toBeGreaterThanOrEqual(3);
  });
});

describe('texts of hovers', () => {
  it('take what the rules say from the rules', () => {
    const meta = ruleById('background-task-not-ended')?.meta;
    const text = toMarkdown(ruleContent('background-task-not-ended', page) ?? []);
    expect(text).toContain(meta?.title);
    expect(text).toContain(meta?.why);
    expect(text).toContain('(file:///docs/rules/background-task-not-ended.md)');
  });

  it('say of a case what it is, and nothing of codes that do not exist', () => {
    const text = toPlainText(ruleContent('missing-background-mode/voip-pushkit', page) ?? []);
    expect(text).toContain('VoIP pushes without the voip mode');
    expect(ruleContent('missing-background-mode/no-such-case', page)).toBeUndefined();
    expect(ruleContent('no-such-rule', page)).toBeUndefined();
  });

  it('keep names of projects from being taken for Markdown', () => {
    expect(escapeMarkdown('My *App* [beta]_<x>')).toBe('My \\*App\\* \\[beta\\]\\_\\<x\\>');
  });

  it('are free of marks in plain text', () => {
    const content = modeContent({ key: 'UIBackgroundModes', value: 'audio' }, nowhere, page) ?? [];
    const text = toPlainText(content);
    expect(text).toContain('audio: Audio, AirPlay, and Picture in Picture');
    expect(text).toContain('Keep in mind:\n- The mode alone does nothing');
    expect(text).not.toMatch(/[*`[\]]|\\/);
  });

  it('name links after articles and symbols, and others in general', () => {
    const urls = [
      'https://developer.apple.com/documentation/uikit/extending-your-app-s-time',
      'https://developer.apple.com/documentation/uikit/uiapplication/endbackgroundtask(_:)',
    ];
    expect(toMarkdown(linkLine(urls))).toBe(
      '[Extending your app’s time](https://developer.apple.com/documentation/uikit/extending-your-app-s-time) · ' +
        '[endBackgroundTask](https://developer.apple.com/documentation/uikit/uiapplication/endbackgroundtask%28_:%29)',
    );
    const symbols = ['callkit/cxerror/code', 'swiftui/scene'].map(
      (page) => `https://developer.apple.com/documentation/${page}`,
    );
    expect(toMarkdown(linkLine(symbols))).toMatch(/Reference \\\(callkit\\\).*Reference \\\(swiftui\\\)/);
    expect(toPlainText(linkLine(urls.slice(0, 1)))).toBe(
      'Extending your app’s time: https://developer.apple.com/documentation/uikit/extending-your-app-s-time',
    );
  });

  it('never name two links of a text alike', () => {
    const names = all.map(
      ({ links }) => toPlainText(linkLine(links)).match(/(?<=^| · ).*?(?=: https)/g) ?? [],
    );
    expect(names.flat().length).toBeGreaterThan(100);
    expect(names.filter((each) => new Set(each).size < each.length)).toEqual([]);
  });

  it('shorten paths to the workspace folder, and name it only among several', () => {
    const uri = 'file:///projects/Shop/App/My%20Info.plist';
    expect(displayPath(uri, ['file:///projects/Shop'])).toBe('App/My Info.plist');
    expect(displayPath(uri, ['file:///other', 'file:///projects/Shop'])).toBe('Shop/App/My Info.plist');
    expect(displayPath(uri, [])).toBe('My Info.plist');
  });
});
