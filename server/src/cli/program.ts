/** The command line: arguments, help, and which exit code means what. */
import { Command, CommanderError, Option } from 'commander';
import { manifest } from '../manifest';
import { type CheckOptions, check } from './check';
import { choose } from './choose';
import { EXIT, type ExitCode, UsageError } from './exit';
import { explainIr } from './explain-ir';
import { FORMATS } from './reporters';
import { explain, listRules } from './rule-texts';
import { SEVERITIES } from './severities';
import { type TargetsOptions, targets } from './targets';
import type { Terminal } from './terminal';

/** Runs the command that `args` (without node and script) names. Never rejects. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const program = createProgram(terminal, (exitCode) => {
    code = exitCode;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error, terminal);
  }
}

function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command(manifest.name)
    .description('Finds, explains and fixes iOS background-execution mistakes.')
    .version(manifest.version, '--version', 'show the version')
    .helpOption('--help', 'show this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.complain(text),
    });

  program
    .command('check')
    .description('check folders or files; every target that they belong to is taken into account')
    .argument('[paths...]', 'folders or files', ['.'])
    .addOption(new Option('--format <format>', 'how findings are written').choices(FORMATS).default('text'))
    .addOption(severityOption('--severity <severity>', 'leave out findings below it').default('hint'))
    .addOption(
      severityOption('--fail-on <severity>', 'exit with 1 for findings at or above it').default('warning'),
    )
    .option('--enable <rules...>', 'run these rules too, which are off by default', [])
    .option('--verbose', 'say what is being done', false)
    .addHelpText('after', '\nExit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong use or an error')
    .action(async (paths: string[], options: CheckOptions) => finish(await check(paths, options, terminal)));

  program
    .command('targets')
    .description('say which targets there are, which Info.plist and entitlements each ends up with, and why')
    .argument('[path]', 'a folder or file', '.')
    .addOption(
      new Option('--format <format>', 'how targets are written').choices(['text', 'json']).default('text'),
    )
    .action(async (path: string, options: TargetsOptions) => finish(await targets(path, options, terminal)));

  program
    .command('rules')
    .description('list all rules')
    .addOption(
      new Option('--format <format>', 'how rules are written').choices(['text', 'json']).default('text'),
    )
    .action(({ format }: { format: 'text' | 'json' }) => listRules(format, terminal));

  program
    .command('explain')
    .description('say what a rule finds, why it matters and what to do')
    .argument('<rule>', 'a rule, or one of its cases as rule/case; with --ir a place in the code')
    .option('--ir', 'print the program model of FILE, or of the function at FILE:LINE', false)
    .action(async (subject: string, { ir }: { ir: boolean }) => {
      if (ir) finish(await explainIr(subject, terminal));
      else explain(subject, terminal);
    });

  program
    .command('choose')
    .description('say what iOS has for a goal, and what cannot be had')
    .argument('[words...]', 'the goal in your own words; all goals without any', [])
    .addOption(
      new Option('--format <format>', 'how goals are written').choices(['text', 'json']).default('text'),
    )
    .action((words: string[], { format }: { format: 'text' | 'json' }) => choose(words, format, terminal));
  return program;
}

function severityOption(flags: string, description: string): Option {
  return new Option(flags, description).choices(SEVERITIES);
}

function explainFailure(error: unknown, terminal: Terminal): ExitCode {
  // Commander has written its message already; asking for help or the version is no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failure;
  if (error instanceof UsageError) terminal.complain(`${manifest.name}: ${error.message}\n`);
  else terminal.complain(`${manifest.name}: internal error: ${errorText(error)}\n`);
  return EXIT.failure;
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
