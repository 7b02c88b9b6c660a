/**
 * Measures what people wait for, on folders given as arguments (default: the sample app):
 * parse and lowering throughput over every Swift and Objective-C file, beside bare tree-sitter on the same
 * normalised texts in the same run, and the wall time and peak memory of `dist/cli.js check` on each folder;
 * then what a keystroke costs in every source file given as an argument (default: generated files of 3,000 lines), and,
 * for files in one of the folders, what it costs with that whole app loaded.
 * Figures only; nothing here passes or fails.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseObjc } from '../server/src/core/program/parse-objc';
import { parseSwift } from '../server/src/core/program/parse-swift';
import { TreeParser } from '../server/src/core/syntax/parser';
import { decodeText } from '../server/src/decode';
import { wasmFrom } from '../server/src/node/host';
import { measureInApp } from './benchmark/app.mjs';
import { measureKeystrokes } from './benchmark/keystroke.mjs';
import { type BenchLanguage, sampleSource } from './benchmark/sample-source.mjs';

const root = path.join(import.meta.dirname, '..');
const cli = path.join(root, 'dist/cli.js');
const folders = process.argv.slice(2).filter((name) => statSync(name).isDirectory());
const files = process.argv.slice(2).filter((name) => !folders.includes(name));
if (folders.length + files.length === 0) folders.push(path.join(root, 'test/fixtures/podcast-player'));

function languageOf(name: string): BenchLanguage | undefined {
  if (name.endsWith('.swift')) return 'swift';
  return /\.(m|mm|h)$/.test(name) ? 'objc' : undefined;
}

function sources(folder: string): { language: BenchLanguage; text: string }[] {
  const found: { language: BenchLanguage; text: string }[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const language = languageOf(entry.name);
    if (!entry.isFile() || language === undefined) continue;
    const text = decodeText(readFileSync(path.join(entry.parentPath, entry.name)));
    if (text !== undefined) found.push({ language, text });
  }
  return found;
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
const perSecond = (characters: number, ms: number) =>
  ms === 0 ? '-' : `${(characters / 1e3 / ms).toFixed(1)} MB/s`;

async function throughput(folder: string): Promise<void> {
  const parser = new TreeParser(wasmFrom(path.join(root, 'dist')));
  const parse = { swift: parseSwift, objc: parseObjc };
  for (const language of ['swift', 'objc'] as const) {
    const files = sources(folder).filter((file) => file.language === language);
    if (files.length === 0) continue;
    await parser.load(language);
    const size = files.reduce((sum, file) => sum + file.text.length, 0);
    const bare = timed(() => {
      for (const file of files) parser.parse(language, file.text)?.delete();
    });
    let clean = 0;
    const full = timed(() => {
      for (const file of files) if (parse[language](parser, file.text).errors.length === 0) clean++;
    });
    const share = ((100 * clean) / files.length).toFixed(1);
    console.log(
      `  ${language}: ${files.length} files, ${megabytes(size)} MB; bare tree-sitter ${perSecond(size, bare)}; ` +
        `normalise + parse + lower ${perSecond(size, full)}; ${share} % without errors`,
    );
  }
  parser.dispose();
}

/** Runs the CLI in a process of its own; a preloaded hook prints its peak memory at exit. */
function check(folder: string): void {
  const hook = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxrss='+process.resourceUsage().maxRSS+'\\n'))`;
  const start = performance.now();
  const result = spawnSync(process.execPath, ['--import', hook, cli, 'check', folder, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const ms = performance.now() - start;
  const peak = /maxrss=(\d+)/.exec(result.stderr)?.[1];
  const memory = peak === undefined ? 'unknown' : `${Math.round(Number(peak) / 1024)} MB`;
  console.log(`  check: exit ${result.status}, ${(ms / 1000).toFixed(2)} s, peak ${memory}`);
}

async function keystrokes(): Promise<void> {
  const parser = new TreeParser(wasmFrom(path.join(root, 'dist')));
  const given = files.flatMap((name) => {
    const language = languageOf(name);
    const text = decodeText(readFileSync(name));
    return language === undefined || text === undefined ? [] : [{ name, language, text }];
  });
  const generated = (['ordinary', 'many tasks'] as const).flatMap((kind) =>
    (['swift', 'objc'] as const).map((language) => ({
      name: `generated file, ${kind}`,
      language,
      text: sampleSource(language, 3000, kind),
    })),
  );
  for (const { name, language, text } of given.length > 0 ? given : generated) {
    await parser.load(language);
    const lines = text.split('\n').length;
    for (const kind of ['clean', 'errors'] as const) {
      const through = kind === 'errors' ? ', through syntax errors' : '';
      console.log(
        `  keystroke in ${path.basename(name)}, ${language}, ${lines} lines, ${megabytes(text.length)} MB${through} (ms)`,
      );
      measureKeystrokes(parser, language, text, kind);
    }
    const folder = folders.find((each) => !path.relative(each, name).startsWith('..'));
    if (folder === undefined) continue;
    for (const kind of ['clean', 'errors'] as const) {
      const through = kind === 'errors' ? ', through syntax errors' : '';
      console.log(`  the same with ${path.basename(folder)} loaded${through} (ms)`);
      await measureInApp(
        path.join(root, 'dist'),
        path.resolve(folder),
        { name: path.resolve(name), language, text },
        kind,
      );
    }
  }
  parser.dispose();
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
for (const folder of folders) {
  console.log(`${path.basename(folder)}`);
  await throughput(folder);
  check(folder);
}
await keystrokes();
