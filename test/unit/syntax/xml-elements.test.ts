import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  elementsNamed,
  parseXmlElements,
  type XmlElement,
} from '../../../server/src/core/syntax/xml-elements';

const only = (text: string, name: string): XmlElement => {
  const [first] = elementsNamed(parseXmlElements(text).roots, name);
  if (first === undefined) throw new Error(`No element ${name}`);
  return first;
};

describe('elements of XML', () => {
  it('have attributes, text and ranges', () => {
    const text =
      '<?xml version="1.0"?>\n<!-- c --><a>\n  <b x="1 &amp; 2" y = \'z>\'> t<!-- no -->u </b></a>';
    const element = only(text, 'b');
    expect(element.text).toBe('tu');
    expect(element.attributes.get('x')?.value).toBe('1 & 2');
    const cut = (range: { start: number; end: number } | undefined) => text.slice(range?.start, range?.end);
    expect(cut(element.attributes.get('x')?.range)).toBe('1 &amp; 2');
    expect(cut(element.attributes.get('y')?.range)).toBe('z>');
    expect(cut(element.inner)).toBe(' t<!-- no -->u ');
    expect(cut(element.range)).toBe(text.slice(text.indexOf('<b'), text.indexOf('</a>')));
  });

  it('may be empty, and hold character data', () => {
    expect(only('<a><b/></a>', 'b')).toMatchObject({ range: { start: 3, end: 7 }, children: [] });
    expect(only('<a><![CDATA[1 < 2]]></a>', 'a').text).toBe('1 < 2');
  });

  it('end with the one around them when they are not closed', () => {
    const text = '<a><b><c/></a>';
    const { roots, problem } = parseXmlElements(text);
    expect(roots.map(({ name }) => name)).toEqual(['a']);
    expect(only(text, 'b').range).toEqual({ start: 3, end: 10 });
    expect(problem).toEqual({
      range: { start: 10, end: 14 },
      message: '</a> closes more than its own element',
    });
    expect(parseXmlElements('<a><b>').problem?.message).toBe('<b> is not closed');
  });

  it('are read at any depth without end', () => {
    const { roots, problem } = parseXmlElements('<a>'.repeat(20_000));
    expect(roots).toHaveLength(1);
    expect(problem?.message).toBe('This element is nested too deeply');
  });

  it('do not take longer for a long name', () => {
    const { roots } = parseXmlElements(`<a ${'b'.repeat(300_000)} c="d" e>`);
    expect(roots[0]?.attributes.get('c')?.value).toBe('d');
  });

  it('lie in the text and in each other, whatever is written', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="d">',
      '</b>',
      '<e/>',
      '<',
      '>',
      '"',
      '<!--',
      '-->',
      't',
      '&#1;',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          const { roots } = parseXmlElements(text);
          for (const root of roots) checkInside(root, { start: 0, end: text.length });
        },
      ),
    );
  });
});

function checkInside(element: XmlElement, outer: { start: number; end: number }): void {
  const { range, inner, children } = element;
  const points = [outer.start, range.start, inner.start, inner.end, range.end, outer.end];
  expect(points).toEqual([...points].sort((a, b) => a - b));
  for (const child of children) checkInside(child, inner);
}
