/** What is known of a task identifier: whether it is permitted, and what the code does with it. */
import type { TaskApi } from '../../program/constants/types';
import type { TargetModel } from '../../workspace-types';
import { type Content, type Inline, type Line, link, list, paragraph, strong } from '../content';
import { displayPath } from '../places';
import { entriesFor, type IdentifierUse, identifierUses, isPermittedBy } from '../task-identifiers';
import { placeLink, type Situation } from './states';

const apiTexts: Readonly<Record<TaskApi, string>> = {
  register: 'registered',
  modifier: 'handled by a SwiftUI modifier',
  request: 'requested',
  cancel: 'cancelled',
};

const maxUses = 6;

/** `identifier`: as it stands in a property list or in code. */
export function identifierContent(identifier: string, situation: Situation): Content {
  const lines = situation.targets.flatMap((model) => targetLines(identifier, model, situation));
  return [
    paragraph(strong(identifier), ': identifier of a background task'),
    ...list('In this project', lines),
  ];
}

/** Whether a target permits the text, or its code uses it, as an identifier. */
export function isIdentifier(text: string, { targets }: Situation): boolean {
  return targets.some((model) => usesOf(text, model).length > 0 || entriesFor(text, model).length > 0);
}

function usesOf(identifier: string, model: TargetModel): readonly IdentifierUse[] {
  return identifierUses(model).filter((each) => isPermittedBy(identifier, each.identifier, model.target));
}

function targetLines(identifier: string, model: TargetModel, situation: Situation): readonly Line[] {
  const { folders, targets } = situation;
  const lead: Inline[] = targets.length > 1 ? [{ kind: 'name', text: model.target.name }, ': '] : [];
  const [entry] = entriesFor(identifier, model);
  const permitted: Line =
    entry === undefined
      ? [...lead, strong('not permitted'), ' in `BGTaskSchedulerPermittedIdentifiers`']
      : [...lead, 'permitted in ', placeLink(entry.file, entry.range, folders)];
  const uses = usesOf(identifier, model);
  const isHandled = uses.some(({ use }) => use.call.api === 'register' || use.call.api === 'modifier');
  return [
    ...(model.infoPlist.isResolved ? [permitted] : []),
    ...(isHandled ? [] : [[...lead, 'no code seen that registers a launch handler']]),
    ...uses.slice(0, maxUses).map((each) => useLine(each, lead, situation)),
  ];
}

function useLine({ use: { uri, call } }: IdentifierUse, lead: Line, { folders, textOf }: Situation): Line {
  const what = call.request === undefined ? '' : ` with \`${call.request}\``;
  const text = textOf?.(uri);
  const place =
    text === undefined ? link(displayPath(uri, folders), uri) : placeLink({ uri, text }, call.range, folders);
  return [...lead, `${apiTexts[call.api]}${what} in `, place];
}
