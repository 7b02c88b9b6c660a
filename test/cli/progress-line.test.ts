import picocolors from 'picocolors';
import { describe, expect, it } from 'vitest';
import { ProgressLine } from '../../server/src/cli/progress-line';

function progressOn(isErrorInteractive: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const terminal = {
    write: () => undefined,
    complain: (text: string) => written.push(text),
    isInteractive: false,
    isErrorInteractive,
    columns: 80,
    colors: picocolors.createColors(false),
  };
  return { written, clock, line: new ProgressLine(terminal, () => clock.now) };
}

describe('progress', () => {
  it('says nothing about short work', () => {
    for (const isInteractive of [true, false]) {
      const { written, clock, line } = progressOn(isInteractive);
      clock.now = 400;
      line.report(1, 2);
      line.end();
      expect(written).toEqual([]);
    }
  });

  it('rewrites one line on a terminal and wipes it at the end', () => {
    const { written, clock, line } = progressOn(true);
    clock.now = 600;
    line.report(1, 3);
    line.report(2, 3);
    line.end();
    const clear = '\r\u001b[2K';
    expect(written).toEqual([`${clear}Checking 1 of 3 files`, `${clear}Checking 2 of 3 files`, clear]);
  });

  it('writes a line every ten seconds of long work to a log', () => {
    const { written, clock, line } = progressOn(false);
    for (let second = 0; second <= 25; second++) {
      clock.now = second * 1000;
      line.report(second, 100);
    }
    line.end();
    expect(written).toEqual(['Checking 10 of 100 files\n', 'Checking 20 of 100 files\n']);
  });
});
