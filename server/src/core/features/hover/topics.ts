/** What is said about a mode, a key, an API and a rule. */
import { type ApiDoc, type Doc, type KeyDoc, keyDoc, modeDoc } from '../../catalog/docs';
import { isKept, modeOf } from '../../catalog/modes';
import type { Platform } from '../../project/types';
import { ruleById } from '../../rules';
import type { Content } from '../content';
import { list, paragraph } from '../content';
import { apiNeeds, keyLine, keyReasons, type ModeName, modeLine, modeNeeds, type Situation } from './states';
import { heading, linked, linkLine, mistakes, promisesAndLimits, type RulePage } from './text';

const allPlatforms: readonly Platform[] = ['iOS', 'tvOS', 'watchOS', 'visionOS'];

/** `undefined` for what is no value of the key. */
export function modeContent(name: ModeName, situation: Situation, page: RulePage): Content | undefined {
  const doc = modeDoc(name.value);
  const mode = modeOf(name.key, name.value);
  if (mode === undefined || doc === undefined) return undefined;
  const platforms = allPlatforms.filter((platform) => isKept(mode, platform));
  const isEverywhere = platforms.length === allPlatforms.length;
  return [
    heading(name.value, doc, doc.label),
    paragraph(doc.what, isEverywhere ? '' : ` For ${platforms.join(', ')}.`),
    ...list('Needs', [
      ...(situation.targets.length === 0 ? [] : [modeLine(name, situation)]),
      ...modeNeeds(name, situation),
    ]),
    ...details(doc, page),
  ];
}

/** `undefined` for keys that have nothing to do with the background. */
export function keyContent(
  key: string,
  file: KeyDoc['file'],
  situation: Situation,
  page: RulePage,
): Content | undefined {
  const doc = keyDoc(key, file);
  const state = situation.targets.length === 0 ? [] : [keyLine('', file, [key], situation)];
  return (
    doc && [
      heading(key, doc),
      paragraph(doc.what),
      ...list('In this project', state),
      ...list('Needed by', keyReasons(doc)),
      ...details(doc, page),
    ]
  );
}

export function apiContent(doc: ApiDoc, situation: Situation, page: RulePage): Content {
  return [
    heading(doc.title, doc),
    paragraph(doc.what),
    ...list('Needs', apiNeeds(doc, situation)),
    ...details(doc, page),
  ];
}

function details(doc: Doc, page: RulePage): Content {
  return [...promisesAndLimits(doc), ...mistakes(doc.rules ?? [], page), ...linkLine(doc.links)];
}

/** Of a rule id or the code of one of its cases; `undefined` for what is neither. */
export function ruleContent(code: string, page: RulePage): Content | undefined {
  const [id = '', entry] = code.split('/');
  const meta = ruleById(id)?.meta;
  const found = meta?.entries.find(({ key }) => key === entry);
  if (meta === undefined || (entry !== undefined && found === undefined)) return undefined;
  const why = found?.why ?? meta.why;
  const severity = found?.severity ?? meta.severity;
  const address = page(id);
  return [
    heading(code, undefined, found?.title ?? meta.title),
    paragraph(why),
    ...(meta.fix === undefined ? [] : [paragraph(meta.fix)]),
    paragraph(
      `Reported as ${severity}`,
      ...(address === undefined ? [] : [' · ', linked('More about this rule', address)]),
    ),
  ];
}
