/** Times of named steps, in milliseconds of processor time and on the clock. */

interface Times {
  /** Threads that collect garbage or compile count too, so it may be more than on the clock. */
  readonly cpu: number[];
  readonly wall: number[];
}

export class Steps {
  readonly #times = new Map<string, Times>();

  time<T>(step: string, run: () => T): T {
    const cpu = process.cpuUsage();
    const wall = performance.now();
    const result = run();
    this.#note(step, cpu, wall);
    return result;
  }

  async waitFor<T>(step: string, run: () => Promise<T>): Promise<T> {
    const cpu = process.cpuUsage();
    const wall = performance.now();
    const result = await run();
    this.#note(step, cpu, wall);
    return result;
  }

  #note(step: string, cpu: NodeJS.CpuUsage, wall: number): void {
    const passed = performance.now() - wall;
    const { user, system } = process.cpuUsage(cpu);
    let times = this.#times.get(step);
    if (times === undefined) {
      times = { cpu: [], wall: [] };
      this.#times.set(step, times);
    }
    times.cpu.push((user + system) / 1e3);
    times.wall.push(passed);
  }

  /** Forgets what was measured until now. */
  clear(): void {
    this.#times.clear();
  }

  /**
   * One row for each step and, with `beside`, one for their sum and one for each step of that. The sum is everything
   * between a keystroke and the findings of its file, whether or not a server would wait with some of it.
   */
  print(beside?: Steps): void {
    console.log(`    ${''.padEnd(24)}  CPU p50     p95     wall p50     p95`);
    for (const [step, times] of this.#times) printRow(step, times);
    if (beside === undefined) return;
    const all = [...this.#times.values()];
    printRow('sum', { cpu: sums(all.map(({ cpu }) => cpu)), wall: sums(all.map(({ wall }) => wall)) });
    for (const [step, times] of beside.#times) printRow(step, times);
  }
}

function sums(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0));
}

function printRow(step: string, { cpu, wall }: Times): void {
  const [cpu50, cpu95, wall50, wall95] = [at(cpu, 0.5), at(cpu, 0.95), at(wall, 0.5), at(wall, 0.95)];
  console.log(`    ${step.padEnd(24)}  ${cpu50} ${cpu95}      ${wall50} ${wall95}`);
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(7);
}
