import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseObjc } from '../../../server/src/core/program/parse-objc';
import { parseSwift } from '../../../server/src/core/program/parse-swift';
import { findingCode } from '../../../server/src/core/rules/types';
import { TreeParser } from '../../../server/src/core/syntax/parser';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import objectiveC from '../../../snippets/objective-c.json';
import plist from '../../../snippets/plist.json';
import swift from '../../../snippets/swift.json';
import { checkFiles } from '../../support/check-files';
import { expandSnippet, type Snippet } from '../../support/snippet';
import { testWasm } from '../../support/wasm';

/** A body that is a statement, not a member of a type. */
const statements = new Set(['bg-interruption']);

const project = readFileSync(
  path.join(import.meta.dirname, '../../fixtures/podcast-player/PodcastPlayer.xcodeproj/project.pbxproj'),
  'utf8',
);

function infoPlist(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n${content}\n</dict>\n</plist>\n`;
}

const everyMode = infoPlist(
  '<key>UIBackgroundModes</key><array><string>audio</string><string>fetch</string></array>' +
    '<key>BGTaskSchedulerPermittedIdentifiers</key><array><string>com.example.app.refresh</string></array>',
);

function swiftFile({ prefix }: Snippet, body: string): string {
  const member = statements.has(prefix) ? `func observe() {\n${body}\n}` : body;
  const imports = ['AVFAudio', 'AVKit', 'BackgroundTasks', 'UIKit']
    .map((name) => `import ${name}\n`)
    .join('');
  return `${imports}\nfinal class Sample: NSObject {\n${member}\n}\n`;
}

function objectiveCFile(_: Snippet, body: string): string {
  return (
    '#import <UIKit/UIKit.h>\n#import <AVFAudio/AVFAudio.h>\n\n@interface Sample ()\n' +
    '@property (nonatomic) UIBackgroundTaskIdentifier backgroundTask;\n@end\n\n' +
    `@implementation Sample\n\n${body}\n\n@end\n`
  );
}

/** Codes of the findings of the sample app's project with these files in place of its own. */
async function findingsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings, errors } = await checkFiles({
    'PodcastPlayer.xcodeproj/project.pbxproj': project,
    'PodcastPlayer/Info.plist': everyMode,
    ...files,
  });
  expect(errors).toEqual([]);
  return findings.filter(({ severity }) => severity !== 'information').map(findingCode);
}

function expansions(snippets: Readonly<Record<string, Snippet>>): [string, Snippet, string][] {
  return Object.values(snippets).flatMap((snippet) =>
    expandSnippet(snippet).map((body, index): [string, Snippet, string] => [
      index === 0 ? snippet.prefix : `${snippet.prefix}, choice ${index + 1}`,
      snippet,
      body,
    ]),
  );
}

describe('snippets', () => {
  const parser = new TreeParser(testWasm);
  beforeAll(async () => {
    await Promise.all([parser.load('swift'), parser.load('objc')]);
  });
  afterAll(() => parser.dispose());

  describe.each(expansions(swift))('%s in Swift', (_, snippet, body) => {
    const text = swiftFile(snippet, body);

    it('is well-formed', () => {
      expect(parseSwift(parser, text).errors).toEqual([]);
    });

    it('has none of the mistakes that the rules know', async () => {
      expect(await findingsOf({ 'PodcastPlayer/Sample.swift': text })).toEqual([]);
    });
  });

  describe.each(expansions(objectiveC))('%s in Objective-C', (_, snippet, body) => {
    const text = objectiveCFile(snippet, body);

    it('is well-formed', () => {
      expect(parseObjc(parser, text).errors).toEqual([]);
    });

    it('has none of the mistakes that the rules know', async () => {
      expect(await findingsOf({ 'Legacy/OPMLImporter.m': text })).toEqual([]);
    });
  });

  describe.each(expansions(plist))('%s in a property list', (_, _snippet, body) => {
    const text = infoPlist(body);

    it('is well-formed', () => {
      expect(parsePlist(text).problems).toEqual([]);
    });

    it('has none of the mistakes that the rules know', async () => {
      expect(await findingsOf({ 'PodcastPlayer/Info.plist': text })).toEqual([]);
    });
  });

  it('would be found out, had they mistakes', async () => {
    const lines = swift['Background task'].body;
    const spoilt = lines.filter((line) => !line.includes('shared.endBackgroundTask('));
    expect(spoilt).toHaveLength(lines.length - 1);
    const snippet = { ...swift['Background task'], body: spoilt };
    const text = swiftFile(snippet, expandSnippet(snippet)[0] ?? '');
    expect(await findingsOf({ 'PodcastPlayer/Sample.swift': text })).not.toEqual([]);
  });

  it('have prefixes and descriptions of their own', () => {
    for (const file of [swift, objectiveC, plist]) {
      const all: Snippet[] = Object.values(file);
      expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
      expect(
        all.filter(({ prefix, description }) => !/^bg-[a-z-]+$/.test(prefix) || description === ''),
      ).toEqual([]);
    }
  });

  it('leave no placeholder behind when they are filled in', () => {
    const bodies = [swift, objectiveC, plist].flatMap((file) => expansions(file).map(([, , body]) => body));
    expect(bodies.filter((body) => /\$\{|\$\d|\|\}/.test(body))).toEqual([]);
  });
});
