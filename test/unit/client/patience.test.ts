import { describe, expect, it } from 'vitest';
import { answeredInPeace, isContentModified } from '../../../client/src/patience';

const modified = Object.assign(new Error('The text changed'), { code: -32801 });

/** Rejects with each of the errors, then answers. */
function asking(...errors: readonly Error[]): { readonly ask: () => Promise<string>; asked: number } {
  const state = {
    asked: 0,
    ask: async () => {
      const error = errors[state.asked++];
      if (error !== undefined) throw error;
      return 'answer';
    },
  };
  return state;
}

describe('a request that somebody types into', () => {
  it('is sent again, after a rest, until it is answered', async () => {
    const server = asking(modified, modified);
    let rests = 0;
    const answer = await answeredInPeace(server.ask, async () => {
      rests++;
    });
    expect([answer, server.asked, rests]).toEqual(['answer', 3, 2]);
  });

  it('is given up some time', async () => {
    const server = asking(...Array<Error>(1000).fill(modified));
    await expect(answeredInPeace(server.ask, async () => {})).rejects.toBe(modified);
    expect(server.asked).toBe(20);
  });

  it('is sent once when it fails for another reason', async () => {
    const server = asking(new Error('The server is gone'));
    await expect(answeredInPeace(server.ask)).rejects.toThrow('The server is gone');
    expect(server.asked).toBe(1);
    expect([undefined, null, 'x', new Error('x')].map(isContentModified)).toEqual(Array(4).fill(false));
  });
});
