import { beforeAll, describe, expect, it } from 'vitest';
import { type Mechanism, mechanisms } from '../../../server/src/core/catalog/mechanisms';
import { changeCapabilities } from '../../../server/src/core/features/capabilities/change';
import type { WantedCapabilities } from '../../../server/src/core/features/capabilities/types';
import { capabilityOf } from '../../../server/src/core/features/mechanisms/capability';
import { codeOf, filledIn } from '../../../server/src/core/features/mechanisms/code';
import { loadGrammars, parseFile } from '../../support/code-rules';
import { contextOf } from '../../support/snippet-contexts';
import { appAround, objectiveCFile, swiftFile } from '../../support/snippet-files';
import { complaints, runCommand } from '../../support/target-commands';

/** What the chooser declares for a mechanism, with the texts of a person. */
function wantedOf(mechanism: Mechanism): WantedCapabilities {
  const { modes, oneOfModes, keys, identifiers } = capabilityOf(mechanism);
  return {
    addModes: [...modes, ...oneOfModes.slice(0, 1)].map(({ value }) => value),
    identifiers,
    keys: keys.map(({ kind, key, input, value }) => {
      if (input === 'text') return { kind, key, value: 'Your steps are drawn as a chart' };
      return { kind, key, value: input === 'list' ? ['com.example.protocol'] : value };
    }),
  };
}

const languages = [
  ['Swift', 'swift', 'swift', 'Sample.swift', swiftFile],
  ['Objective-C', 'objc', 'objective-c', 'Sample.m', objectiveCFile],
] as const;

describe.each(languages)('the code of a mechanism in %s', (_, field, language, name, fileAround) => {
  beforeAll(loadGrammars);
  const all = mechanisms.flatMap((mechanism) => {
    // A modifier alone submits nothing: this one is set up as a whole, which test/unit/capabilities tries out.
    if (mechanism.task === 'swiftui-refresh') return [];
    const [code] = codeOf(mechanism);
    const body = code?.[field];
    return code === undefined || body === undefined
      ? []
      : [[mechanism.id, mechanism, code.prefix, body] as const];
  });

  it.each(all)(
    '%s is well-formed, and without mistakes once the capability is there',
    async (_id, mechanism, prefix, body) => {
      const context = contextOf(language, prefix);
      const text = fileAround(filledIn(body), context);
      expect(parseFile(name, text).errors).toEqual([]);
      const target = context.target === undefined ? {} : { target: context.target };
      const fresh = appAround({ [name]: text }, target);
      const { answer, after } = await runCommand(fresh, ({ target, folders }) =>
        changeCapabilities(target, wantedOf(mechanism), folders),
      );
      expect(answer).toMatchObject({ kind: expect.stringMatching(/edit|nothing/) });
      expect(await complaints(after)).toEqual([]);
    },
  );
});

describe('the code of mechanisms', () => {
  it('is complained about without the capability where one is needed', async () => {
    const refresh = mechanisms.find(({ id }) => id === 'app-refresh');
    const [code] = refresh === undefined ? [] : codeOf(refresh);
    const fresh = appAround({ 'Sample.swift': swiftFile(filledIn(code?.swift ?? ''), {}) }, {});
    expect(await complaints(fresh)).not.toEqual([]);
  });

  it('keeps placeholders apart that come from several snippets', () => {
    const player = mechanisms.find(({ id }) => id === 'audio-playback');
    const [code] = player === undefined ? [] : codeOf(player);
    expect(code?.title).toMatch(/ \+ /);
    expect(code?.swift).toMatch(/\.\$\{1\|default,/);
    expect(code?.swift).toMatch(/\$\{2:beginPlayback}/);
  });

  it('can be filled in without an editor', () => {
    const place = (text: string) => `$\{${text}}`;
    const body = `let ${place('1:a')} = "${place('2:b\\}c')}"\n\tprint(\\$x, ${place('3|one,two|')}, $0)`;
    expect(filledIn(body)).toBe('let a = "b}c"\n    print($x, one, )');
  });
});
