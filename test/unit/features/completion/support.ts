/** Completions at a cursor that is marked by ‸ in a text of a small workspace. */
import { completionsAt } from '../../../../server/src/core/features/completion/completion';
import type { CompletionOffer } from '../../../../server/src/core/features/completion/types';
import { targetsAround } from '../../../../server/src/core/features/owned-plists';
import { applyEdits } from '../../../../server/src/core/text';
import { createWorkspace } from '../../../../server/src/core/workspace';
import { memoryHost } from '../../../support/memory-fs';

export const cursor = '‸';

export interface Completed {
  readonly offers: readonly CompletionOffer[];
  readonly labels: readonly string[];
  /** The text after an offer was taken; throws when there is none of that label. */
  taking(label: string): string;
  offer(label: string): CompletionOffer;
}

/** `files`: path → text; `file` is the one with the cursor. */
export async function complete(
  file: string,
  marked: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Completed> {
  const offset = marked.indexOf(cursor);
  if (offset < 0) throw new Error('The text has no cursor');
  const text = marked.replace(cursor, '');
  const host = memoryHost({ ...files, [file]: text });
  const workspace = createWorkspace(host);
  try {
    workspace.setFolders(['file:///ws']);
    const uri = host.uri(file);
    workspace.didOpen(uri, 1, text);
    await workspace.load();
    const offers = await completionsAt({
      uri,
      text,
      offset,
      unit: await workspace.unit(uri),
      targets: () => targetsAround(workspace, uri),
      findings: () => workspace.findings(uri),
    });
    return answers(offers, text, offset);
  } finally {
    workspace.dispose();
  }
}

function answers(offers: readonly CompletionOffer[], text: string, offset: number): Completed {
  const offer = (label: string): CompletionOffer => {
    const found = offers.find((each) => each.label === label);
    if (found === undefined) throw new Error(`${label} is not offered: ${offers.map((each) => each.label)}`);
    return found;
  };
  for (const { range } of offers) {
    if (range.start > offset || offset > range.end) throw new Error('An edit does not hold the cursor');
  }
  return {
    offers,
    labels: offers.map(({ label }) => label),
    offer,
    taking(label) {
      const { range, newText } = offer(label);
      return applyEdits(text, [{ range, newText }]);
    },
  };
}
