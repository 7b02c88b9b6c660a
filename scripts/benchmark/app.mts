/** What typing in a file of an app costs a server that has the whole app loaded. */
import { pathToFileURL } from 'node:url';
import { createWorkspace } from '../../server/src/core/workspace';
import { nodeHost } from '../../server/src/node/host';
import type { BenchLanguage } from './sample-source.mjs';
import { Steps } from './steps.mjs';
import { typing } from './typing.mjs';

/** How often everything is typed, and how often at first it is not counted: the code of a server is warm. */
const rounds = 6;
const unmeasured = 3;

export interface TypedFile {
  readonly name: string;
  readonly language: BenchLanguage;
  readonly text: string;
}

/** `grammars`: the folder that the grammars were built to. */
export async function measureInApp(
  grammars: string,
  folder: string,
  { name, language, text }: TypedFile,
  kind: 'clean' | 'errors',
): Promise<void> {
  const log = (_level: string, message: string): void => console.log(message);
  const workspace = createWorkspace(nodeHost(grammars, { log }));
  const uri = pathToFileURL(name).href;
  workspace.setFolders([pathToFileURL(folder).href]);
  await workspace.load();
  let version = 1;
  workspace.didOpen(uri, version, text);
  await workspace.update();
  const steps = new Steps();
  for (let round = 0; round < rounds; round++) {
    if (round === unmeasured) steps.clear();
    for (const next of typing(language, text, kind)) {
      await steps.waitFor('to the findings of it', () => {
        workspace.didChange(uri, ++version, next, undefined);
        return workspace.findings(uri);
      });
      await steps.waitFor('all others, later', () => workspace.update());
    }
  }
  steps.print();
  workspace.dispose();
}
