/** How the targets of a file stand to what an API, a mode or a key asks for. */
import type { ApiDoc, KeyDoc } from '../../catalog/docs';
import { asksOf } from '../../catalog/mode-asks';
import type { BackgroundMode } from '../../catalog/modes';
import type { KeyRequirement, ModeRequirement } from '../../catalog/requirement-types';
import { modeRequirements } from '../../catalog/requirements';
import { entitlementRequirements } from '../../catalog/requirements-entitlements';
import { purposeRequirements } from '../../catalog/requirements-purposes';
import type { Platform, PlistFile } from '../../project/types';
import type { TextRange } from '../../text';
import type { TargetModel } from '../../workspace-types';
import { type Inline, type Line, link, strong } from '../content';
import { keyState } from '../key-state';
import { hasModes, modeState } from '../mode-state';
import { displayPath, lineNumber, placeText } from '../places';

/** The targets of a file, and the workspace folders below which paths are shown. */
export interface Situation {
  readonly targets: readonly TargetModel[];
  readonly folders: readonly string[];
  /** Text of another file, as far as it is known: places in it are shown with their lines. */
  readonly textOf?: (uri: string) => string | undefined;
}

export type ModeName = Pick<BackgroundMode, 'key' | 'value'>;

const maxTargets = 4;

/** What the rows of an API need, with its state in each target that can have it. */
export function apiNeeds({ apis, mode, permits }: ApiDoc, situation: Situation): readonly Line[] {
  const needs = needsOf((each) => each.apis.some((api) => apis.includes(api)), situation);
  const isSaid = modeRequirements.some(
    (each) =>
      mode !== undefined && each.anyOf.includes(mode.value) && each.apis.some((api) => apis.includes(api)),
  );
  return [
    ...(mode === undefined || isSaid ? [] : [optionalModeLine(mode, situation)]),
    ...needs,
    ...(permits ? [keyLine('', 'info', ['BGTaskSchedulerPermittedIdentifiers'], situation)] : []),
  ];
}

type AnyRequirement = Pick<ModeRequirement | KeyRequirement, 'apis' | 'platforms'>;

function needsOf(test: (requirement: AnyRequirement) => boolean, situation: Situation): readonly Line[] {
  const isMeant = (each: AnyRequirement) => test(each) && isOn(each.platforms, situation.targets);
  return [
    ...modeRequirements.filter(isMeant).map((each) => modeNeed(each, situation)),
    ...entitlementRequirements.filter(isMeant).map((each) => keyNeed(each, 'entitlements', situation)),
    ...purposeRequirements.filter(isMeant).map((each) => keyNeed(each, 'info', situation)),
  ];
}

/** What needs a key: other entitlements, modes and APIs. */
export function keyReasons({ key, file }: Pick<KeyDoc, 'key' | 'file'>): readonly Line[] {
  const table: readonly KeyRequirement[] = file === 'info' ? purposeRequirements : entitlementRequirements;
  return table
    .filter(({ anyOf }) => anyOf.includes(key))
    .map(({ subject, effect }) => [`${subject} it: without it, ${effect}`]);
}

/** What a mode asks for beside its value. */
export function modeNeeds({ value }: ModeName, situation: Situation): readonly Line[] {
  return asksOf(value).map(({ kind, anyOf, when }) => {
    const file = kind === 'entitlement' ? 'entitlements' : 'info';
    return keyLine(when === undefined ? '' : ` when ${when}`, file, anyOf, situation);
  });
}

/** State of the mode itself. */
export function modeLine(mode: ModeName, situation: Situation): Line {
  return [`\`${mode.value}\` in ${mode.key}`, ...modeStates(mode, situation)];
}

/** The API can be used without. */
function optionalModeLine(mode: ModeName, situation: Situation): Line {
  const states = modeStates(mode, situation, plain);
  return [`\`${mode.value}\` in ${mode.key} to go on in the background`, ...states];
}

/** `when`: not all apps need it, so that it is no mistake to be without. */
export function keyLine(
  when: string,
  file: KeyDoc['file'],
  keys: readonly string[],
  situation: Situation,
): Line {
  return [`${quoted(keys)}${when}`, ...keyStates(file, keys, situation, when === '' ? strong : plain)];
}

function modeNeed({ subject, effect, anyOf, key }: ModeRequirement, situation: Situation): Line {
  const [value] = anyOf;
  const states = anyOf.length === 1 && value !== undefined ? modeStates({ key, value }, situation) : [];
  return [`${subject} ${quoted(anyOf)} in ${key}: without it, ${effect}`, ...states];
}

function keyNeed(
  { subject, effect, anyOf }: KeyRequirement,
  file: KeyDoc['file'],
  situation: Situation,
): Line {
  const where = file === 'info' ? 'the Info.plist' : 'the entitlements';
  return [
    `${subject} ${quoted(anyOf)} in ${where}: without it, ${effect}`,
    ...keyStates(file, anyOf, situation),
  ];
}

/** How what is not there is written. */
type Emphasis = (text: string) => Inline;

const plain: Emphasis = (text) => text;

function modeStates(
  mode: ModeName,
  { targets, folders }: Situation,
  emphasis: Emphasis = strong,
): readonly Inline[] {
  return statesOf(targets, (model) => modeStateText(mode, model, folders, emphasis));
}

function modeStateText(
  { key, value }: ModeName,
  model: TargetModel,
  folders: readonly string[],
  emphasis: Emphasis,
): Line {
  const state = modeState(model.infoPlist, key, value);
  switch (state.kind) {
    case 'declared':
      return ['declared in ', placeLink(state.file, state.range, folders)];
    case 'missing':
      return state.file === undefined
        ? [emphasis('not declared'), ', the target has no Info.plist file']
        : [emphasis('not declared'), ' in ', link(displayPath(state.file.uri, folders), state.file.uri)];
    case 'unknown':
      return ['not known, its Info.plist could not be resolved completely'];
  }
}

function keyStates(
  file: KeyDoc['file'],
  keys: readonly string[],
  { targets, folders }: Situation,
  emphasis: Emphasis = strong,
): Line {
  return statesOf(targets, (model) => {
    const state = keyState(model, file, keys);
    switch (state.kind) {
      case 'present':
        return ['present in ', placeLink(state.file, state.range, folders)];
      case 'generated':
        return ['generated from the build settings'];
      case 'absent':
        return [emphasis('missing')];
      case 'unknown':
        return ['not known'];
    }
  });
}

/** ` – App: declared in …; Widget, Clip: …` */
function statesOf(targets: readonly TargetModel[], state: (model: TargetModel) => Line): Line {
  const capable = targets.filter(({ target }) => hasModes(target.product));
  if (capable.length === 0) return [];
  const alike = new Map<string, { readonly names: string[]; readonly line: Line }>();
  for (const model of capable.slice(0, maxTargets)) {
    const line = state(model);
    const key = JSON.stringify(line);
    const group = alike.get(key) ?? { names: [], line };
    group.names.push(model.target.name);
    alike.set(key, group);
  }
  const shown = [...alike.values()].flatMap(({ names, line }, index): Inline[] => [
    index === 0 ? ' – ' : '; ',
    { kind: 'name', text: names.join(', ') },
    ': ',
    ...line,
  ]);
  const more = capable.length - maxTargets;
  return more > 0 ? [...shown, `; and ${more} more`] : shown;
}

export function placeLink(
  { uri, text }: Pick<PlistFile, 'uri' | 'text'>,
  range: TextRange,
  folders: readonly string[],
): Inline {
  return link(placeText(uri, text, range, folders), `${uri}#L${lineNumber(text, range)}`);
}

function isOn(platforms: readonly Platform[], targets: readonly TargetModel[]): boolean {
  const known = targets.flatMap(({ target }) => target.platforms ?? []);
  const isOpen = known.length === 0 || targets.some(({ target }) => target.platforms === undefined);
  return isOpen || known.some((each) => platforms.includes(each === 'macCatalyst' ? 'iOS' : each));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' or ');
}
