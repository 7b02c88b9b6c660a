import { build, parse } from '@bacons/xcode/json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOpenStep } from '../../../server/src/core/syntax/openstep';
import {
  openStepEntry,
  openStepStrings,
  openStepValue,
} from '../../../server/src/core/syntax/openstep-query';
import type { OpenStepNode } from '../../../server/src/core/syntax/openstep-types';
import type { TextRange } from '../../../server/src/core/text';

function plain(node: OpenStepNode | undefined): unknown {
  if (node?.kind === 'array') return node.items.map(plain);
  if (node?.kind !== 'dict') return node?.value;
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
}

/** The oracle turns bare numbers into numbers. */
function asStrings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asStrings);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asStrings(item)]));
}

function slice(text: string, range: TextRange | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}

function problems(text: string): string[] {
  return parseOpenStep(text).problems.map(({ range, message }) => `${slice(text, range)}: ${message}`);
}

const PROJECT = `// !$*UTF8*$!
{
	archiveVersion = 1;
	objects = {

/* Begin PBXNativeTarget section */
		0A0000000000000000000001 /* Player */ = {
			isa = PBXNativeTarget;
			buildPhases = (
				0A0000000000000000000002 /* Sources */,
				0A0000000000000000000003 /* Resources */,
			);
			name = "Pod\\"cast\\" Player";
			shellScript = "echo \\"a\\"\\nexit 0\\n";
		};
/* End PBXNativeTarget section */
	};
	rootObject = 0A0000000000000000000004 /* Project object */;
}
`;

describe('parseOpenStep', () => {
  it('reads a project as @bacons/xcode does', () => {
    const document = parseOpenStep(PROJECT);
    expect(document.problems).toEqual([]);
    expect(plain(document.root)).toEqual(asStrings(parse(PROJECT)));
  });

  it('gives exact ranges of keys and values', () => {
    const { root } = parseOpenStep(PROJECT);
    const target = openStepValue(root, 'objects', '0A0000000000000000000001');
    const name = openStepEntry(target, 'name');
    expect(slice(PROJECT, name?.keyRange)).toBe('name');
    expect(slice(PROJECT, name?.value.range)).toBe('"Pod\\"cast\\" Player"');
    expect(name?.value).toMatchObject({ value: 'Pod"cast" Player' });
    const phases = openStepStrings(openStepValue(target, 'buildPhases'));
    expect(phases.map(({ range }) => slice(PROJECT, range))).toEqual([
      '0A0000000000000000000002',
      '0A0000000000000000000003',
    ]);
    const range = openStepValue(target, 'buildPhases')?.range;
    expect(slice(PROJECT, range)).toMatch(/^\([^)]*\)$/);
    expect(root?.range).toEqual({ start: PROJECT.indexOf('{'), end: PROJECT.length - 1 });
  });

  it('reads generated projects as @bacons/xcode does, in every layout', () => {
    const word = fc.array(
      fc.constantFrom('a', 'B', ' ', '"', "'", '\n', '\t', '$(X)', '/', '.', '-', 'é', '🎧'),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        // Begins with a letter: the oracle's writer leaves a leading // without quotes, which makes it a comment.
        word.map((characters) => `x${characters.join('')}`),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[A-Za-z_]{1,8}$/), tie('value'), { maxKeys: 4 }),
      ),
    }));
    const projects = fc.dictionary(fc.stringMatching(/^[A-F0-9]{1,6}$/), value, { maxKeys: 4 });
    fc.assert(
      fc.property(
        projects,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        (project, lineEnd, bom) => {
          const text = build(project);
          const document = parseOpenStep(bom + text.replaceAll('\n', lineEnd));
          expect(document.problems).toEqual([]);
          expect(plain(document.root)).toEqual(asStrings(parse(text)));
        },
      ),
    );
  });

  it('decodes octal escapes of all NEXTSTEP characters as @bacons/xcode does', () => {
    for (let code = 1; code < 256; code++) {
      const text = `{ a = "\\${code.toString(8).padStart(3, '0')}"; }`;
      expect(plain(parseOpenStep(text).root)).toEqual(parse(text));
    }
  });

  it('decodes the other escapes', () => {
    const text = '{ a = "\\U00e9\\t\\\\\\q\\\n"; b = \'it\\\'s "x"\'; }';
    expect(plain(parseOpenStep(text).root)).toEqual({ a: 'é\t\\q\n', b: 'it\'s "x"' });
  });

  it('keeps data as written', () => {
    expect(plain(parseOpenStep('{ a = <0fbd 77>; }').root)).toEqual({ a: '<0fbd 77>' });
  });

  it('reads .strings files, which have no outer braces, and the short form of equal key and value', () => {
    const text = '/* title */\n"play" = "Play";\nstop;\n';
    expect(plain(parseOpenStep(text).root)).toEqual({ play: 'Play', stop: 'stop' });
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['{ a = b\n  c = d; }', { a: 'b', c: 'd' }, ['b: A semicolon is missing after this']],
    ['{ a = (b c, d); }', { a: ['b', 'c', 'd'] }, ['b: A comma is missing after this']],
    ['{ a b; }', { a: 'b' }, ['a: An = is missing after a']],
    ['{ a = ; c = d; }', { c: 'd' }, ['a: a has no value']],
    ['{ a = b@2x.png; }', { a: 'b@2x.png' }, ['b@2x.png: b@2x.png needs quotes around it']],
    ['{ a = b; } c', { a: 'b' }, ['c: Nothing may follow the end of the property list']],
    [
      '{ a = (b, c }',
      { a: ['b', 'c'] },
      ['(: The matching ) is missing', 'c: A semicolon is missing after this'],
    ],
    ['{ a = b;\n/* c */\n', { a: 'b' }, ['{: The matching } is missing']],
    ['{ ) a = b; }', { a: 'b' }, ['): This character has no meaning here']],
    ['{ a = b; /* c', { a: 'b' }, ['/*: This comment is not closed', '{: The matching } is missing']],
  ])('goes on after the mistake in %j', (text, value, messages) => {
    expect(plain(parseOpenStep(text).root)).toEqual(value);
    expect(problems(text)).toEqual(expect.arrayContaining(messages));
    expect(problems(text)).toHaveLength(messages.length);
  });

  it('ends what is not closed at its last word', () => {
    const text = '{ a = (b, c // d\n';
    expect(slice(text, openStepValue(parseOpenStep(text).root, 'a')?.range)).toBe('(b, c');
  });

  it('ends a string that is not closed at its line', () => {
    expect(plain(parseOpenStep('{ a = "x\n b = c;\n}').root)).toEqual({ a: 'x', b: 'c' });
    expect(problems('{ a = "x\n b = c;\n}')).toContain('"x: This string is not closed');
  });

  it('reads both sides of a merge conflict and reports its markers', () => {
    const text = '{\n<<<<<<< HEAD\na = 1;\n||||||| base\n=======\nb = 2;\n>>>>>>> other\n}';
    expect(plain(parseOpenStep(text).root)).toEqual({ a: '1', b: '2' });
    const marker = 'This is the marker of an unresolved merge conflict';
    expect(problems(text)).toEqual([
      `<<<<<<< HEAD: ${marker}`,
      `||||||| base: ${marker}`,
      `=======: ${marker}`,
      `>>>>>>> other: ${marker}`,
    ]);
  });

  it('gives nothing for blank text and comments', () => {
    for (const text of ['', '\ufeff \n', '// x\n/* y */']) {
      expect(parseOpenStep(text)).toEqual({ root: undefined, problems: [] });
    }
  });

  it.each(['{', '(', '{a=', '(a', '"', '@', '<<<<<<<', '\n<<<<<<< a\n', '\\', 'a=b;', '/*'])(
    'is done with a megabyte of %j in bounded time, with a bounded number of problems',
    (piece) => {
      const start = performance.now();
      const document = parseOpenStep(piece.repeat(1_000_000 / piece.length));
      expect(performance.now() - start).toBeLessThan(5_000);
      expect(document.problems.length).toBeLessThanOrEqual(100);
    },
  );

  it('never throws, and keeps every range inside of the text and of its parent', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '(',
        ')',
        '=',
        ';',
        ',',
        '"',
        "'",
        '\\',
        '<',
        '>',
        '/*',
        '*/',
        '//',
        '\n',
        ' ',
        'a',
        'b c',
        '@',
      ],
      ...['<0a>', '<<<<<<< x\n', '\\U12', '\\777', '\u2028', '🎧', '\0'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const document = parseOpenStep(text);
        const whole = { start: 0, end: text.length };
        for (const { range } of document.problems) expectInside(range, whole);
        if (document.root !== undefined) expectNested(document.root, whole);
      }),
      { numRuns: 2_000 },
    );
  });
});

function expectInside(inner: TextRange, outer: TextRange): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeGreaterThanOrEqual(inner.start);
  expect(outer.end).toBeGreaterThanOrEqual(inner.end);
}

function expectNested(node: OpenStepNode, outer: TextRange): void {
  expectInside(node.range, outer);
  if (node.kind === 'array') for (const item of node.items) expectNested(item, node.range);
  if (node.kind !== 'dict') return;
  for (const entry of node.entries) {
    expectInside(entry.keyRange, node.range);
    expectNested(entry.value, node.range);
  }
}
