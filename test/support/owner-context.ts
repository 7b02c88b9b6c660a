/** Runs one tool's step over a workspace in memory. */

import { parseSwift } from '../../server/src/core/program/parse-swift';
import { discover } from '../../server/src/core/project/discovery';
import type { OwnerContext, OwnerStep } from '../../server/src/core/project/owners/types';
import { Inputs } from '../../server/src/core/project/project-files';
import type { OwnedValues, PlistFile, Problem, Target } from '../../server/src/core/project/types';
import { resolveXcodeProject } from '../../server/src/core/project/xcode-project';
import { parseOpenStep } from '../../server/src/core/syntax/openstep';
import { TreeParser } from '../../server/src/core/syntax/parser';
import { parsePlist } from '../../server/src/core/syntax/plist';
import { OpenDocuments } from '../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../server/src/core/workspace/files';
import { type MemoryHost, memoryHost } from './memory-fs';
import { type PlainValue, plain } from './plist';
import { testWasm } from './wasm';

const root = 'file:///ws';
const parser = new TreeParser(testWasm);

export interface OwnerWorkspace {
  /** Targets of the Xcode projects among the files. */
  readonly given: readonly Target[];
  readonly context: OwnerContext;
  /** What was asked for through the context. */
  readonly inputs: Inputs;
  readonly host: MemoryHost;
}

/** `contents`: path below `/ws` → text. */
export async function ownerWorkspace(contents: Readonly<Record<string, string>>): Promise<OwnerWorkspace> {
  const host = memoryHost(contents);
  const files = new WorkspaceFiles(host, new OpenDocuments());
  files.setRoots([root]);
  const found = await discover([root], files);
  const given: Target[] = [];
  for (const uri of found.projects) {
    const document = parseOpenStep((await files.text(uri)) ?? '');
    given.push(...(await resolveXcodeProject(uri, document, files)).targets);
  }
  const inputs = new Inputs();
  const tracked = inputs.track(files);
  const context: OwnerContext = {
    roots: [root],
    found,
    files: tracked,
    plist: async (uri): Promise<PlistFile | undefined> => {
      const text = await tracked.text(uri);
      return text === undefined ? undefined : { uri, text, document: parsePlist(text) };
    },
    parseSwift: async (text) => {
      await parser.load('swift');
      return parseSwift(parser, text);
    },
  };
  return { given, context, inputs, host };
}

export interface OwnerRun {
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
  readonly inputs: Inputs;
  target(name: string): Target;
  /** Sources by their paths below the workspace. */
  sources(name: string): readonly string[];
  /** What a problem's range covers, with its message. */
  said(): readonly (readonly [string, string])[];
}

export async function runOwner(
  step: OwnerStep,
  contents: Readonly<Record<string, string>>,
): Promise<OwnerRun> {
  const { given, context, inputs, host } = await ownerWorkspace(contents);
  const { targets, problems } = await step(given, context);
  const target = (name: string): Target => {
    const one = targets.find((other) => other.name === name);
    if (one === undefined) throw new Error(`No target ${name} among ${targets.map((each) => each.name)}`);
    return one;
  };
  return {
    targets,
    problems,
    inputs,
    target,
    sources: (name) => target(name).sources.map((uri) => decodeURIComponent(uri.slice(root.length + 1))),
    said: () =>
      problems.map(({ uri, message, range }) => {
        const text = host.contents.get(uri);
        const covered = typeof text === 'string' && range ? text.slice(range.start, range.end) : '';
        return [covered, message] as const;
      }),
  };
}

/** What the parts say, the strongest first. */
export function partValues(owned: OwnedValues | undefined): readonly (PlainValue | undefined)[] {
  return (owned?.parts ?? []).map((part) => plain(part.file.document.root));
}

/** The text that a part's dictionary covers in its file. */
export function partTexts(owned: OwnedValues | undefined): readonly (string | undefined)[] {
  return (owned?.parts ?? []).map(({ file: { text, document } }) =>
    document.root === undefined ? undefined : text.slice(document.root.range.start, document.root.range.end),
  );
}
