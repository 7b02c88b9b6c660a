/** What the extension host has started. */
import { execFileSync } from 'node:child_process';

/** The process of the language server; `undefined` while there is none. */
export function serverProcess(): number | undefined {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const server = processes
    .map((line) => line.trim().split(/\s+/))
    .find(
      ([, parent, ...args]) => parent === String(process.pid) && args.join(' ').includes('dist/server.js'),
    );
  return server === undefined ? undefined : Number(server[0]);
}
