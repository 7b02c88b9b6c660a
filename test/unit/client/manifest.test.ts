import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';

const root = path.join(import.meta.dirname, '../../..');
const { contributes } = manifest;

function clientSources(): string {
  const folder = path.join(root, 'client/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
}

describe('the extension manifest', () => {
  it('names only files that exist', () => {
    const files = [
      manifest.icon,
      ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
      ...contributes.walkthroughs.flatMap(({ icon, steps }) => [
        icon,
        ...steps.flatMap(({ media }) => media.svg ?? Object.values(media.image ?? {})),
      ]),
      ...contributes.grammars.map((grammar) => grammar.path),
      ...contributes.snippets.map((snippets) => snippets.path),
      ...contributes.jsonValidation.map(({ url }) => url),
    ];
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('has a grammar for each of its languages', () => {
    const languages = contributes.grammars.flatMap(({ language }) =>
      language === undefined ? [] : [language],
    );
    expect(languages).toEqual(contributes.languages.map(({ id }) => id));
  });

  it('leaves the languages of VS Code to VS Code', () => {
    const builtIn = ['swift', 'objective-c', 'objective-cpp', 'xml', 'json', 'yaml'];
    expect(contributes.languages.map(({ id }) => id).filter((id) => builtIn.includes(id))).toEqual([]);
  });

  it('gives each command a name, a category and an icon', () => {
    const bare = contributes.commands.filter(
      ({ title, category, icon }) =>
        !/^%command\.\w+\.title%$/.test(title) ||
        category !== '%command.category%' ||
        !/^\$\([a-z-]+\)$/.test(icon ?? ''),
    );
    expect(bare).toEqual([]);
  });

  it('orders its settings', () => {
    const orders = Object.values(contributes.configuration.properties).map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('contributes no command without a handler', () => {
    const sources = clientSources();
    const missing = contributes.commands.filter(({ command }) => !sources.includes(`'${command}'`));
    expect(missing).toEqual([]);
  });

  it('has a text for every state in which the checklist is empty', () => {
    const texts = contributes.viewsWelcome.map(({ when }) => when?.split(' == ')[1]);
    expect(texts.sort()).toEqual(['failed', 'loaded', 'off']);
  });
});
