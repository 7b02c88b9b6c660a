/** Escapes in quoted strings of OpenStep property lists. */

/**
 * What octal escapes from \200 on stand for: the NEXTSTEP character set.
 * Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/NEXT/NEXTSTEP.TXT
 */
const NEXTSTEP =
  '\u00a0ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖÙÚÛÜÝÞµ×÷' +
  '©¡¢£⁄¥ƒ§¤’“«‹›ﬁﬂ®–†‡·¦¶•‚„”»…‰¬¿' +
  '¹ˋ´ˆ˜¯˘˙¨²˚¸³˝˛ˇ—±¼½¾àáâãäåçèéêë' +
  'ìÆíªîïðñŁØŒºòóôõöæùúûıüýłøœßþÿ\ufffd\ufffd';

const SINGLE: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const ESCAPE = /\\(?:U([0-9a-fA-F]{1,4})|([0-7]{1,3})|(.))/gs;

/** Decodes what stands between the quotes. A backslash before any other character means that character. */
export function unescapeOpenStep(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, unicode?: string, octal?: string, char?: string) => {
    if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
    if (octal !== undefined) return fromOctal(Number.parseInt(octal, 8));
    return SINGLE[char ?? ''] ?? char ?? '';
  });
}

function fromOctal(code: number): string {
  return code < 0x80 ? String.fromCharCode(code) : (NEXTSTEP[(code & 0xff) - 0x80] ?? '\ufffd');
}
