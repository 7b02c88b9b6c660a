/**
 * `npm test`: every check of the project, one after the other. A leg whose tools cannot be installed here is skipped
 * by name with the reason; with CI=true it fails instead. The last line is `N passed, N failed, N skipped`.
 * `npm test -- NAME…` runs only the legs of these names.
 */
import path from 'node:path';
import { type Counts, forgetResults, readCounts, runVitest } from './e2e/legs.mjs';
import { root } from './e2e/places.mjs';
import { run } from './e2e/run.mjs';
import { setUp, type ToolName } from './e2e/tools.mjs';

interface Leg {
  readonly name: string;
  /** Without these the leg is skipped. */
  readonly needs?: readonly ToolName[];
  /** Without these some of its tests are skipped, but not in CI. */
  readonly wants?: readonly ToolName[];
  /** Resolves to an exit status. */
  run(): Promise<number>;
}

interface Outcome {
  readonly leg: string;
  readonly counts: Counts;
  readonly seconds: number;
  readonly note: string;
}

const SCRIPT_TIMEOUT = 600_000;
const isCi = /^(true|1)$/i.test(process.env.CI ?? '');

const legs: readonly Leg[] = [
  script('build', 'scripts/build.mts'),
  npmScript('typecheck'),
  npmScript('lint'),
  script('documents', 'scripts/generate.mts', '--check'),
  script('parsers', 'scripts/build-grammars.mts', '--check'),
  { ...vitest('unit', ['test/unit']), wants: ['plistutil'] },
  vitest('rules', ['test/rules']),
  vitest('lsp', ['test/lsp']),
  vitest('cli', ['test/cli']),
  vitest('grammars', ['--config', 'test/grammars/vitest.config.mts']),
  { ...script('vscode', 'scripts/test-vscode.mts'), needs: ['vscode'] },
  { ...vitest('ui', ['--config', 'test/ui/vitest.config.mts']), needs: ['host', 'chromium'] },
  { ...vitest('nvim', ['--config', 'test/nvim/vitest.config.mts']), needs: ['neovim'] },
];

function vitest(name: string, args: readonly string[]): Leg {
  return { name, run: () => runVitest(name, args) };
}

function script(name: string, file: string, ...args: string[]): Leg {
  return { name, run: () => runHere(process.execPath, ['--import', 'tsx', path.join(root, file), ...args]) };
}

function npmScript(name: string): Leg {
  return { name, run: () => runHere('npm', ['run', '--silent', name]) };
}

async function runHere(command: string, args: readonly string[]): Promise<number> {
  return (await run(command, args, { cwd: root, timeout: SCRIPT_TIMEOUT, echo: true })).code;
}

/** The first tool that cannot be had, with the reason; `undefined` when all are there. */
async function missingTool(names: readonly ToolName[] = []): Promise<string | undefined> {
  for (const name of names) {
    const state = await setUp(name);
    if (!state.ok) return `${name}: ${state.reason}`;
  }
  return undefined;
}

async function runLeg(leg: Leg): Promise<Outcome> {
  console.log(`\n=== ${leg.name}`);
  const startedAt = performance.now();
  const outcome = (counts: Counts, note = ''): Outcome => {
    const seconds = (performance.now() - startedAt) / 1000;
    return { leg: leg.name, counts, seconds, note };
  };
  const unavailable = await missingTool(leg.wants);
  if (unavailable !== undefined) console.log(`some tests are skipped, because of ${unavailable}`);
  const missing = (await missingTool(leg.needs)) ?? (isCi ? unavailable : undefined);
  if (missing !== undefined) {
    console.log(`${isCi ? 'failed' : 'skipped'}, because of ${missing}`);
    return outcome({ passed: 0, failed: isCi ? 1 : 0, skipped: isCi ? 0 : 1 }, missing);
  }
  forgetResults(leg.name);
  const code = await leg.run();
  return outcome(...judge(code, readCounts(leg.name)));
}

/** A leg without counts of its own is one check. A bad exit status is a failure, whatever the counts say. */
function judge(code: number, counts: Counts | undefined): [Counts, string] {
  const passed = code === 0;
  if (counts === undefined) return [{ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }, ''];
  if (passed || counts.failed > 0) return [counts, ''];
  return [{ ...counts, failed: 1 }, `exit status ${code}`];
}

function table(outcomes: readonly Outcome[]): string {
  const row = (...cells: string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(10) : cell.padStart(8))).join(' ');
  const rows = outcomes.map(({ leg, counts, seconds, note }) => {
    const { passed, failed, skipped } = counts;
    const cells = [String(passed), String(failed), String(skipped), `${seconds.toFixed(1)} s`];
    return `${row(leg, ...cells)}  ${note}`.trimEnd();
  });
  return [row('leg', 'passed', 'failed', 'skipped', 'time'), ...rows].join('\n');
}

function chosenLegs(names: readonly string[]): readonly Leg[] {
  const unknown = names.find((name) => legs.every((leg) => leg.name !== name));
  if (unknown !== undefined) {
    throw new Error(`no leg ${unknown}; there are ${legs.map(({ name }) => name).join(', ')}`);
  }
  return names.length === 0 ? legs : legs.filter(({ name }) => names.includes(name));
}

const outcomes: Outcome[] = [];
for (const leg of chosenLegs(process.argv.slice(2))) outcomes.push(await runLeg(leg));

const total = (field: keyof Counts) => outcomes.reduce((sum, { counts }) => sum + counts[field], 0);
console.log(`\n${table(outcomes)}\n`);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exitCode = total('failed') > 0 ? 1 : 0;
