/** Debian's plistutil (libplist-utils), an independent reader of property lists, where it is installed. */
import { spawnSync } from 'node:child_process';

const COMMAND = 'plistutil';

export const hasPlistutil = spawnSync(COMMAND, ['--version']).error === undefined;

/** The property list as plistutil reads it, through its binary form, and writes it again; `undefined` when it cannot. */
export function throughPlistutil(text: string): string | undefined {
  const binary = spawnSync(COMMAND, ['-i', '-', '-o', '-', '-f', 'bin'], { input: text });
  if (binary.status !== 0 || binary.stdout.subarray(0, 6).toString() !== 'bplist') return undefined;
  const xml = spawnSync(COMMAND, ['-i', '-', '-o', '-', '-f', 'xml'], { input: binary.stdout });
  return xml.status === 0 ? xml.stdout.toString() : undefined;
}
