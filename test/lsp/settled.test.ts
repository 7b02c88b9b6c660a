/** Answers while the workspace changes: a client that is told "modified" shows nothing, and most do not ask again. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { Revision, settledOrModified } from '../../server/src/lsp/sync/settled';

/** Reads the revision; the first `changes` reads see it change meanwhile. */
function restless(revision: Revision, changes: number): () => Promise<number> {
  let left = changes;
  return async () => {
    const seen = revision.value;
    await delay(1);
    if (left-- > 0) revision.bump();
    return seen;
  };
}

describe('an answer that needs the workspace to be at rest', () => {
  it('waits for the rest, and describes the state after it', async () => {
    const revision = new Revision();
    const answer = await settledOrModified(revision, CancellationToken.None, restless(revision, 12));
    expect(answer).toBe(12);
    expect(revision.value).toBe(12);
  });

  it('is refused when the rest never comes', async () => {
    const revision = new Revision();
    const asked = settledOrModified(revision, CancellationToken.None, restless(revision, Infinity));
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });

  it('is not waited for any longer than the client does', async () => {
    const revision = new Revision();
    const source = new CancellationTokenSource();
    const read = restless(revision, Infinity);
    let reads = 0;
    const asked = settledOrModified(revision, source.token, () => {
      if (++reads === 5) source.cancel();
      return read();
    });
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(reads).toBe(5);
  });
});
