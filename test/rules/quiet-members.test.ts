/** What a rule was silent about is looked at again when, and only when, something it depends on has changed. */
import { describe, expect, it } from 'vitest';
import { buildCodeIndex } from '../../server/src/core/program/code-index';
import { summariseEffects } from '../../server/src/core/program/effects';
import { membersOf } from '../../server/src/core/program/members';
import { ObjcDocument } from '../../server/src/core/program/parse-objc';
import { SwiftDocument } from '../../server/src/core/program/parse-swift';
import { allRules } from '../../server/src/core/rules';
import { notEndedRule } from '../../server/src/core/rules/background-task/not-ended';
import { overwrittenRule } from '../../server/src/core/rules/background-task/overwritten';
import type { CodeContext } from '../../server/src/core/rules/context';
import { runCodeRules } from '../../server/src/core/rules/engine';
import { QuietMembers } from '../../server/src/core/rules/quiet-members';
import { findingCode } from '../../server/src/core/rules/types';
import { TreeParser } from '../../server/src/core/syntax/parser';
import { testWasm } from '../support/wasm';

const parser = new TreeParser(testWasm);
await Promise.all([parser.load('swift'), parser.load('objc')]);
const logger = {
  log: (_level: string, message: string) => {
    throw new Error(message);
  },
};

type Document = SwiftDocument | ObjcDocument;

function contextOf(document: Document, text: string): Omit<CodeContext, 'report'> {
  const uri = 'file:///ws/A.swift';
  const { program } = document;
  const index = buildCodeIndex(new Map([[uri, summariseEffects(program)]]));
  return { unit: { kind: 'program', uri, text, program }, targets: [], index };
}

/** Codes that are found in the first text, and in the second when the first one was looked at before. */
function codes(document: Document, first: string, second: string): readonly (readonly string[])[] {
  const quiet = new QuietMembers();
  return [first, second].map((text) => {
    document.update(text);
    const found = runCodeRules(allRules, { ...contextOf(document, text), quiet }, logger);
    return found.map(findingCode);
  });
}

const swift = (members: string) => `import UIKit
final class Saver {
  var id: UIBackgroundTaskIdentifier = .invalid
  var log = 0
${members}
}
`;
const begin =
  '  func begin() { id = UIApplication.shared.beginBackgroundTask(withName: "a") { self.stop() } }';
const stop =
  '  func stop() {\n    UIApplication.shared.endBackgroundTask(self.id)\n    self.id = .invalid\n  }';
const begun = '  func begin() { id = UIApplication.shared.beginBackgroundTask(withName: "a") }';
const local =
  '  func run() {\n    var task = UIBackgroundTaskIdentifier.invalid\n    ' +
  'task = UIApplication.shared.beginBackgroundTask(withName: "a") { self.stop() }\n    ' +
  'work { UIApplication.shared.endBackgroundTask(task) }\n  }';
const lending =
  '  func lend() -> UIBackgroundTaskIdentifier {\n    let task = UIApplication.shared.beginBackgroundTask(withName: "a")\n    return task\n  }';
const lent = '  func run() {\n    let lent = lend()\n    log = lent.rawValue\n  }';
const keep = '  func give() { keeper.keep(id) }';

describe('QuietMembers', () => {
  it.each([
    ['a helper stops ending the task', [begin, stop], [begin, '  func stop() { log = 1 }'], 'never'],
    [
      'a helper of the handler stops ending the task',
      [local, stop],
      [local, '  func stop() { log = 1 }'],
      'no-end',
    ],
    [
      'nothing in the type ends the task any more',
      [begun, stop],
      [begun, '  func stop() { log = 1 }'],
      'never',
    ],
    ['the identifier is no longer handed out', [begun, keep], [begun, '  func give() { log = 1 }'], 'never'],
    [
      'a helper of the handler begins to block',
      [begin, stop, '  func rest() { log = 1 }'],
      [begin, stop.replace('\n', '\n    sleep(5)\n'), '  func rest() { log = 1 }'],
      'expiration-handler',
    ],
    [
      'a helper no longer keeps the identifier that it answers',
      [lending.replace('return', 'id = task\n    return'), lent],
      [lending, lent],
      'never',
    ],
    [
      'a helper begins the task that it answers',
      [lending.replace(/UIApplication.*/, 'id'), lent],
      [lending, lent],
      'never',
    ],
    [
      'another member declares less',
      [begin.replace('UIApplication.shared', 'app'), stop, '  var app: UIApplication { .shared }'].reverse(),
      [begin.replace('UIApplication.shared', 'app'), '  var app: UIApplication { .shared }'].reverse(),
      'never',
    ],
  ])('looks again when %s', (_name, first, second, entry) => {
    const document = new SwiftDocument(parser, '');
    const [before, after] = codes(document, swift(first.join('\n')), swift(second.join('\n')));
    document.dispose();
    expect(before?.filter((code) => code.endsWith(`/${entry}`))).toEqual([]);
    expect(after?.filter((code) => code.endsWith(`/${entry}`))).toHaveLength(1);
  });

  it('looks again when a helper begins the task that it answers, whatever asked about it first', () => {
    const other = lending.replace('lend()', 'lend(_ log: Int = 0)');
    const callback =
      '  func sceneDidEnterBackground(_ scene: UIScene) { log = 1 }\n  func other() { log = 2 }';
    const [first, second] = [lending.replace('return task', 'id = task\n    return task'), lending];
    const document = new SwiftDocument(parser, '');
    const quiet = new QuietMembers();
    const found = [first, second].map((helper) => {
      const text = swift([helper, other, lent, callback].join('\n'));
      document.update(text);
      const context = { ...contextOf(document, text), quiet };
      return runCodeRules([overwrittenRule, notEndedRule], context, logger).map(findingCode);
    });
    document.dispose();
    expect(found).toEqual([[], ['background-task-not-ended/never']]);
  });

  it('does not look again at a member that only moved, in a file with a syntax error elsewhere', () => {
    const text = swift([begin, stop, '  func other() { log = 2 }'].join('\n'));
    const document = new SwiftDocument(parser, '');
    const quiet = new QuietMembers();
    const asked: string[][] = [];
    for (const each of [
      text,
      text.replace('func other', '\nfunc other'),
      text.replace('log = 2', 'log = (2 +'),
    ]) {
      document.update(each);
      quiet.begin(contextOf(document, each));
      const names: string[] = [];
      for (const member of membersOf(document.program)) {
        if (member.kind !== 'function') continue;
        quiet.find('test', member, () => {
          names.push(member.node.name);
          return [];
        });
      }
      asked.push(names);
    }
    document.dispose();
    expect(asked).toEqual([['begin', 'stop', 'other'], [], ['other']]);
  });

  it('looks again where something was found', () => {
    const text = '- (void)a { [self b]; }\n@end\n';
    const document = new ObjcDocument(parser, `@implementation A\n${text}`);
    const quiet = new QuietMembers();
    let asked = 0;
    for (const space of ['', '\n', ' ']) {
      const now = `@implementation A\n${space}${text}`;
      document.update(now);
      quiet.begin(contextOf(document, now));
      for (const member of membersOf(document.program)) quiet.find('test', member, () => [++asked]);
    }
    document.dispose();
    expect(asked).toBe(6);
  });
});
