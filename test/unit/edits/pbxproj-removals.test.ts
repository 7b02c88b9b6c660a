import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeEntry, removeItem } from '../../../server/src/core/features/edits/pbxproj/removals';
import { removeBuildFile } from '../../../server/src/core/features/edits/pbxproj/remove-build-file';
import { pbxObjects } from '../../../server/src/core/project/pbx-objects';
import { parseOpenStep } from '../../../server/src/core/syntax/openstep';
import { openStepDict, openStepStrings, openStepValue } from '../../../server/src/core/syntax/openstep-query';
import { applyEdits } from '../../../server/src/core/text';

const comment = fc.constantFrom('', ' /* a */', ' /* , ; */', ' // b\n');
const lineEnd = fc.constantFrom('\n', '\r\n', ' ');
const names = fc.uniqueArray(fc.constantFrom('A', '"b c"', 'D.swift', '"e;f"', '"/* no */"'), {
  minLength: 1,
});

describe('removeItem', () => {
  it('takes one item out of any array', () => {
    fc.assert(
      fc.property(names, comment, lineEnd, fc.boolean(), fc.nat(), (items, note, end, hasComma, choice) => {
        const list = items.map((item) => `\t${item}${note},${end}`).join('');
        const text = `{ files = (${end}${hasComma ? list : list.replace(/,([^,]*)$/, '$1')}); rest = 1; }`;
        const document = parseOpenStep(text);
        expect(document.problems).toEqual([]);
        const nodes = openStepStrings(openStepValue(document.root, 'files'));
        const index = choice % nodes.length;
        const node = nodes[index];
        const after = parseOpenStep(node ? applyEdits(text, [removeItem(text, node)]) : '');
        expect(after.problems).toEqual([]);
        const values = openStepStrings(openStepValue(after.root, 'files')).map(({ value }) => value);
        expect(values).toEqual(nodes.filter((_, at) => at !== index).map(({ value }) => value));
        expect(openStepDict(after.root)?.entries.map(({ key }) => key)).toEqual(['files', 'rest']);
      }),
    );
  });
});

describe('removeEntry', () => {
  it('takes one entry out of any dictionary', () => {
    fc.assert(
      fc.property(names, comment, lineEnd, fc.nat(), (keys, note, end, choice) => {
        const text = `{${end}${keys.map((key) => `\t${key}${note} = ( x, );${end}`).join('')}}`;
        const entries = openStepDict(parseOpenStep(text).root)?.entries ?? [];
        const entry = entries[choice % entries.length];
        const after = parseOpenStep(entry ? applyEdits(text, [removeEntry(text, entry)]) : '');
        expect(after.problems).toEqual([]);
        expect(openStepDict(after.root)?.entries.map(({ key }) => key)).toEqual(
          entries.filter((other) => other !== entry).map(({ key }) => key),
        );
      }),
    );
  });
});

describe('removeBuildFile', () => {
  const text = [
    '{',
    '\tobjects = {',
    '\t\tB1 /* Info.plist in Resources */ = {isa = PBXBuildFile; fileRef = F1 /* Info.plist */; };',
    '\t\tB2 /* a.png in Resources */ = {isa = PBXBuildFile; fileRef = F2; };',
    '\t\tP1 /* Resources */ = {',
    '\t\t\tisa = PBXResourcesBuildPhase;',
    '\t\t\tfiles = (',
    '\t\t\t\tB1 /* Info.plist in Resources */,',
    '\t\t\t\tB2 /* a.png in Resources */,',
    '\t\t\t);',
    '\t\t};',
    '\t};',
    '}',
    '',
  ];

  function without(id: string, lines = text): string | undefined {
    const source = lines.join('\n');
    const document = parseOpenStep(source);
    const edits = removeBuildFile(source, document, pbxObjects(document), id);
    return edits && applyEdits(source, edits);
  }

  it('takes its two lines, and nothing else', () => {
    expect(without('B1')).toBe(text.filter((line) => !line.includes('B1 ')).join('\n'));
  });

  it('declines ids of other objects, unknown ones, and broken files', () => {
    expect(without('P1')).toBeUndefined();
    expect(without('X')).toBeUndefined();
    expect(without('B1', [...text, '}'])).toBeUndefined();
  });
});
