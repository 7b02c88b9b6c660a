import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlist } from '../../../server/src/core/syntax/plist';
import { dictEntry, rootDict, stringItems, valueAt } from '../../../server/src/core/syntax/plist-query';
import type { PlistNode } from '../../../server/src/core/syntax/plist-types';
import type { TextRange } from '../../../server/src/core/text';
import { layouts, plain, render, roots } from '../../support/plist';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

function slice(text: string, range: TextRange | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}

function problems(text: string): string[] {
  return parsePlist(text).problems.map(({ range, message }) => `${slice(text, range)}: ${message}`);
}

describe('parsePlist, sound documents', () => {
  const text = `${HEAD}<plist version="1.0">
<dict>
	<!-- modes -->
	<key>UIBackgroundModes</key>
	<array>
		<string>audio</string>
		<string>A &amp; B &#x1F3A7;</string>
	</array>
	<key>Empty</key>
	<dict/>
	<key>Count</key>
	<integer>3</integer>
	<key>Yes</key>
	<true/>
</dict>
</plist>
`;
  const document = parsePlist(text);

  it('gives the value with decoded text', () => {
    expect(document.format).toBe('xml');
    expect(document.problems).toEqual([]);
    expect(plain(document.root)).toEqual(
      new Map<string, unknown>([
        ['UIBackgroundModes', ['audio', 'A & B 🎧']],
        ['Empty', new Map()],
        ['Count', { kind: 'integer', value: '3' }],
        ['Yes', true],
      ]),
    );
  });

  it('gives exact ranges of keys and values', () => {
    const entry = dictEntry(document.root, 'UIBackgroundModes');
    expect(slice(text, entry?.keyRange)).toBe('UIBackgroundModes');
    expect(slice(text, entry?.keyElement)).toBe('<key>UIBackgroundModes</key>');
    const [audio, second] = stringItems(entry?.value);
    expect(slice(text, audio?.range)).toBe('<string>audio</string>');
    expect(slice(text, audio?.inner)).toBe('audio');
    expect(slice(text, second?.inner)).toBe('A &amp; B &#x1F3A7;');
    expect(slice(text, rootDict(document)?.range)?.startsWith('<dict>\n\t<!-- modes -->')).toBe(true);
  });

  it('places the inner range of a self-closing element before its end', () => {
    const empty = valueAt(document.root, 'Empty');
    expect(slice(text, empty?.range)).toBe('<dict/>');
    expect(empty?.inner).toEqual({ start: (empty?.range.end ?? 0) - 2, end: (empty?.range.end ?? 0) - 2 });
  });

  it('reads comments and CDATA inside of a string as XML does', () => {
    const written = 'x<!-- <y> -->z<![CDATA[<&>]]>';
    const source = `<plist><string>${written}</string></plist>`;
    const { root, problems: found } = parsePlist(source);
    expect(found).toEqual([]);
    expect(plain(root)).toBe('xz<&>');
    expect(slice(source, root?.inner)).toBe(written);
  });

  it('accepts attributes with > in quotes, a fragment without <plist>, and <true></true>', () => {
    expect(plain(parsePlist('<plist a="1>2"><array b=\'>\'><true></true></array></plist>').root)).toEqual([
      true,
    ]);
    expect(plain(parsePlist('<dict><key>k</key><string/></dict>').root)).toEqual(new Map([['k', '']]));
  });

  it('gives what was written, in every layout', () => {
    fc.assert(
      fc.property(roots, layouts, (root, layout) => {
        const source = render(root, layout);
        const parsed = parsePlist(source);
        expect(parsed.problems).toEqual([]);
        expect(plain(parsed.root)).toEqual(root);
      }),
    );
  });

  it('gives the same value and shifted ranges with CRLF and a byte order mark', () => {
    const crlf = `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const [audio] = stringItems(valueAt(parsePlist(crlf).root, 'UIBackgroundModes'));
    expect(slice(crlf, audio?.range)).toBe('<string>audio</string>');
    expect(plain(parsePlist(crlf).root)).toEqual(plain(document.root));
  });
});

describe('parsePlist, formats', () => {
  it.each([
    ['bplist00\u0001\u0002', 'binary'],
    ['', 'empty'],
    [' \r\n\t\ufeff', 'empty'],
    ['// !$*UTF8*$!\n{ a = b; }', 'openstep'],
    ['{\n\tUIBackgroundModes = (audio);\n}', 'openstep'],
    ['"key" = "value";', 'openstep'],
    ['<0fbd 77 1c>', 'openstep'],
    ['{ "UIBackgroundModes": ["audio"] }', 'other'],
    ['[1, 2]', 'other'],
    ['hello', 'other'],
  ] as const)('recognises %j as %s and leaves it alone', (text, format) => {
    expect(parsePlist(text)).toEqual({ format, root: undefined, problems: [] });
  });
});

describe('parsePlist, broken documents', () => {
  it.each([
    ['<plist><dict><key>a</key></dict></plist>', '<key>a</key>: The key "a" has no value'],
    ['<plist><dict><true/></dict></plist>', '<true/>: This value has no key'],
    ['<plist><dict><key>a</key><foo>1</foo></dict></plist>', '<foo>: Property lists have no <foo>'],
    ['<plist><array><key>a</key></array></plist>', '<key>a</key>: A key stands only inside of <dict>'],
    ['<plist><dict/></plist>\njunk', 'junk: Nothing may follow the end of the property list'],
    ['<dict/><dict/>', '<dict/>: Nothing may follow the end of the property list'],
    ['<plist><dict/><true/></plist>', '<true/>: A property list holds one value only'],
    ['<plist></plist>', '<plist></plist>: This property list is empty'],
    ['<plist><dict>text</dict></plist>', 'text: Text stands only inside of elements such as <string>'],
    ['<plist><string>a & b</string></plist>', '&: An & in text is written &amp;'],
    [
      '<plist><string>&lol;</string></plist>',
      '&lol;: &lol; stands for nothing; an & in text is written &amp;',
    ],
    ['<plist><string>a < b</string></plist>', '<: A < that begins no tag is written &lt;'],
    ['<plist><string>a\u0001</string></plist>', '\u0001: This character is not allowed in XML'],
    ['<plist><string a=1>a</string></plist>', '1: This attribute is not written as name="value"'],
    ['<plist><string>audio</array></plist>', '</array>: <string> is closed as </array>'],
    ['<?xml version="1.0"?>', '<?xml version="1.0"?>: This file holds no property list'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  it.each([
    [
      'a value without a closing tag',
      '<plist><dict><key>M</key><array><string>audio\n</array></dict></plist>',
      ['audio'],
    ],
    ['a file that ends in a value', '<plist><dict><key>M</key><array><string>audio', ['audio']],
    [
      'a half-typed closing tag',
      '<plist><dict><key>M</key><array><string>audio</str\n<string>b</string></array></dict></plist>',
      ['audio', 'b'],
    ],
    [
      'a half-typed opening tag',
      '<plist><dict><key>M</key><array><string>audio</string><str</array></dict></plist>',
      ['audio'],
    ],
    [
      'a misspelt closing tag',
      '<plist><dict><key>M</key><array><string>audio</sting></array></dict></plist>',
      ['audio'],
    ],
    [
      'a stray closing tag',
      '<plist><dict><key>M</key></dicts><array><string>audio</string></array></dict></plist>',
      ['audio'],
    ],
    [
      'merge conflict markers',
      '<plist><dict><key>M</key><array>\n<<<<<<< HEAD\n<string>audio</string>\n=======\n<string>b</string>\n>>>>>>> x\n</array></dict></plist>',
      ['audio', 'b'],
    ],
    [
      'a word before the first tag',
      'x <plist><dict><key>M</key><array><string>audio</string></array></dict></plist>',
      ['audio'],
    ],
  ])('keeps what is readable of %s, and reports it', (_, text, expected) => {
    const document = parsePlist(text);
    expect(document.problems.length).toBeGreaterThan(0);
    expect(plain(valueAt(document.root, 'M'))).toEqual(expected);
  });

  it('gives every unclosed element the range up to its last content', () => {
    const text = '<plist><dict><key>a</key><string>audio\n\t<key>b</key><true/></dict></plist>';
    expect(slice(text, valueAt(parsePlist(text).root, 'a')?.range)).toBe('<string>audio');
  });
});

describe('parsePlist, hostile input', () => {
  it('does not expand entities of the document, and reads nothing outside', () => {
    const bomb = `<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<plist><array><string>&b;</string><string>&x;</string></array></plist>`;
    expect(plain(parsePlist(bomb).root)).toEqual(['&b;', '&x;']);
    expect(parsePlist(bomb).problems).toHaveLength(2);
  });

  it('bounds nesting', () => {
    const { root, problems: found } = parsePlist('<array>'.repeat(100_000));
    expect(depth(root)).toBeLessThanOrEqual(200);
    expect(found.some(({ message }) => message === 'Nested deeper than 200 elements')).toBe(true);
  });

  it('bounds the number of problems', () => {
    expect(parsePlist(`<plist>${'<'.repeat(100_000)}`).problems.length).toBeLessThanOrEqual(200);
  });

  it.each(['constructor', '__proto__', 'hasOwnProperty', 'toString', '#text', ':@'])(
    'survives an element named %s',
    (name) => {
      const { root, problems: found } = parsePlist(
        `<plist><dict><key>${name}</key><${name}/></dict></plist>`,
      );
      expect(found.length).toBeGreaterThan(0);
      expect(rootDict({ format: 'xml', root, problems: [] })?.entries[0]?.key).toBe(name);
    },
  );

  it.each(['<string>aaaaaaaaaaaaaaaaaa</string>\n', '<a "', '<', '<!', '<!--', '<array>', '&', '<![CDATA['])(
    'is done with a megabyte of %j in bounded time',
    (piece) => {
      const text = `<plist><array>${piece.repeat(1_000_000 / piece.length)}`;
      const start = performance.now();
      parsePlist(text);
      expect(performance.now() - start).toBeLessThan(5_000);
    },
  );

  it('never throws, and every range lies inside of the text and of its parent', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '/',
        '</',
        '<dict>',
        '</dict>',
        '<array>',
        '</array>',
        '<array/>',
        '<key>',
        '</key>',
        'a',
        ' ',
        '\n',
      ],
      ...[
        '<string>',
        '</string>',
        '<true/>',
        '<plist>',
        '</plist>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
      ],
      ...[
        '<!DOCTYPE',
        '[',
        '"',
        "'",
        '&',
        '&amp;',
        '&#0;',
        '<foo>',
        '</foo>',
        '=',
        '\ufeff',
        '\ud83c',
        '\u0000',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = `<plist>${parts.join('')}`;
        const { root, problems: found } = parsePlist(text);
        for (const { range } of found) expectInside(range, { start: 0, end: text.length });
        if (root !== undefined) expectNested(root, { start: 0, end: text.length });
      }),
      { numRuns: 2_000 },
    );
  });
});

function depth(node: PlistNode | undefined): number {
  let levels = 0;
  for (let at = node; at !== undefined; at = at.kind === 'array' ? at.items[0] : undefined) levels++;
  return levels;
}

function expectInside(inner: TextRange, outer: TextRange): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeGreaterThanOrEqual(inner.start);
  expect(outer.end).toBeGreaterThanOrEqual(inner.end);
}

function expectNested(node: PlistNode, outer: TextRange): void {
  expectInside(node.range, outer);
  expectInside(node.inner, node.range);
  if (node.kind === 'array') for (const item of node.items) expectNested(item, node.range);
  if (node.kind !== 'dict') return;
  for (const entry of node.entries) {
    expectInside(entry.keyElement, node.range);
    expectInside(entry.keyRange, entry.keyElement);
    if (entry.value !== undefined) expectNested(entry.value, node.range);
  }
}
