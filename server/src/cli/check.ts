/** The `check` command. */
import type { RuleSettings } from '../core/config/types';
import type { Logger } from '../core/ports';
import { allRules, ruleById } from '../core/rules';
import type { Severity } from '../core/rules/types';
import { createWorkspace } from '../core/workspace';
import type { Workspace } from '../core/workspace-types';
import { nodeHost } from '../node/host';
import { EXIT, type ExitCode, UsageError } from './exit';
import { fileUri, type Inputs, resolveInputs } from './inputs';
import { ProgressLine } from './progress-line';
import { Locator, type Report } from './report';
import { type Format, render } from './reporters';
import { isAtLeast } from './severities';
import type { Terminal } from './terminal';

export interface CheckOptions {
  readonly format: Format;
  /** Findings below it are not shown and do not count. */
  readonly severity: Severity;
  /** Shown findings at or above it make the command fail. */
  readonly failOn: Severity;
  /** Rules that are off by default and shall run as well. */
  readonly enable: readonly string[];
  readonly verbose: boolean;
}

/** Throws a UsageError for paths that cannot be checked, and for rules that do not exist. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const directory = process.cwd();
  const inputs = await resolveInputs(paths, directory);
  const progress = new ProgressLine(terminal);
  const settings = settingsFor(options.enable);
  const workspace = createWorkspace(nodeHost(__dirname, logger(terminal, options.verbose)));
  try {
    const analysed = await analyse(workspace, settings, inputs, progress).finally(() => progress.end());
    const report = await makeReport(workspace, inputs, fileUri(directory), options.severity);
    for (const { path, message } of report.problems) terminal.complain(`${path}: ${message}\n`);
    const metas = allRules.map(({ meta }) => meta);
    terminal.write(render(options.format, report, metas, terminal));
    if (report.findings.length === 0) sayClean(analysed, paths, options.format, terminal);
    const fails = report.findings.some(({ finding }) => isAtLeast(finding.severity, options.failOn));
    return fails ? EXIT.findings : EXIT.clean;
  } finally {
    workspace.dispose();
  }
}

/** Answers whether there was anything to analyse. */
async function analyse(
  workspace: Workspace,
  settings: RuleSettings,
  inputs: Inputs,
  progress: ProgressLine,
): Promise<boolean> {
  let sources = 0;
  workspace.setFolders(inputs.roots);
  workspace.setSettings(settings);
  await workspace.load({
    progress: {
      report(done, total) {
        sources = total;
        progress.report(done, total);
      },
    },
  });
  return sources > 0 || (await workspace.targets()).length > 0;
}

function settingsFor(enabled: readonly string[]): RuleSettings {
  for (const id of enabled) {
    if (ruleById(id) === undefined)
      throw new UsageError(`There is no rule ${id}; the command "rules" lists all`);
  }
  return { rules: Object.fromEntries(enabled.map((id) => [id, 'on'])) };
}

async function makeReport(
  workspace: Workspace,
  inputs: Inputs,
  baseUri: string,
  severity: Severity,
): Promise<Report> {
  const locator = new Locator(baseUri, (uri) => workspace.text(uri));
  const findings = (await workspace.allFindings())
    .filter((finding) => inputs.includes(finding.uri) && isAtLeast(finding.severity, severity))
    .map((finding) => locator.finding(finding));
  const problems = workspace.problems.map(({ uri, message }) => ({ uri, path: locator.path(uri), message }));
  return { baseUri, findings, problems: withoutRepeats(problems) };
}

/** A problem has no position: what a file says several times is said once. */
function withoutRepeats(problems: Report['problems']): Report['problems'] {
  return [...new Map(problems.map((problem) => [`${problem.uri} ${problem.message}`, problem])).values()];
}

function sayClean(hasCode: boolean, paths: readonly string[], format: Format, terminal: Terminal): void {
  if (!hasCode) {
    terminal.complain(
      `Nothing to check in ${paths.join(', ')}: no Xcode project, Info.plist, Swift or Objective-C source found\n`,
    );
  } else if (format === 'text' && terminal.isInteractive) {
    terminal.write(`${terminal.colors.green('✔')} No problems found\n`);
  }
}

function logger(terminal: Terminal, isVerbose: boolean): Logger {
  return {
    log(level, message) {
      if (isVerbose || level === 'error' || level === 'warn') terminal.complain(`${level}: ${message}\n`);
    },
  };
}
