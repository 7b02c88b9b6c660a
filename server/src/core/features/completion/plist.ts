/** Completions in XML property lists: values of the lists, keys with what stands at them. */
import { isBackgroundKey, permittedIdentifiers } from '../../catalog/background-keys';
import { type KeyDoc, keyDoc } from '../../catalog/docs';
import { keyDocs } from '../../catalog/key-docs';
import type { Platform } from '../../project/types';
import type { PlistUnit } from '../../rules/context';
import { escapeXml } from '../../syntax/plist-text';
import { type PlistFrame, type PlistPlace, type PlistPosition, plistPosition } from './plist-position';
import { layoutAt, skeleton } from './plist-skeletons';
import { knownPlatforms, type ListedValue, listValues, mayRunInBackground } from './plist-values';
import type { CompletionOffer, CompletionRequest } from './types';

export async function plistCompletions(
  { role }: PlistUnit,
  request: CompletionRequest,
): Promise<readonly CompletionOffer[]> {
  const position = role === 'other' ? undefined : plistPosition(request.text, request.offset);
  if (position === undefined || role === 'other') return [];
  const { frames, place } = position;
  const [root, list] = frames;
  if (root?.kind !== 'dict') return [];
  if (frames.length === 1) return inRoot(root, position, role, request);
  if (frames.length > 2 || list?.kind !== 'array' || root.key === undefined || role !== 'info') return [];
  if (place.kind === 'content' && place.element === 'key') return [];
  const values = await listValues(root.key, list.members, await request.targets());
  return values.map((value) => listItem(value, place, request.text));
}

async function inRoot(
  root: PlistFrame,
  { place }: PlistPosition,
  file: KeyDoc['file'],
  request: CompletionRequest,
): Promise<readonly CompletionOffer[]> {
  const isKey = place.kind === 'content' ? place.element === 'key' : root.key === undefined;
  if (isKey) return keyOffers(root, place, file, request);
  const doc = root.key === undefined ? undefined : keyDoc(root.key, file);
  if (doc === undefined) return [];
  if (place.kind === 'gap') {
    if (place.hasValue) return [];
    const written = skeleton(doc, layoutAt(request.text, place.range.start), await modeChoice(doc, request));
    return [
      { label: written.label, kind: 'value', range: place.range, ...texts(written, place, request.text) },
    ];
  }
  return (doc.values ?? []).map((value) => listItem({ label: value, kind: 'value' }, place, request.text));
}

async function keyOffers(
  root: PlistFrame,
  place: PlistPlace,
  file: KeyDoc['file'],
  request: CompletionRequest,
): Promise<readonly CompletionOffer[]> {
  const targets = await request.targets();
  const platforms = knownPlatforms(targets);
  const canRun = mayRunInBackground(targets);
  const docs = keyDocs.filter(
    (doc) =>
      doc.file === file &&
      !doc.isObsolete &&
      !root.members.includes(doc.key) &&
      (canRun || !isBackgroundKey(doc.key)) &&
      fits(doc, platforms),
  );
  return Promise.all(docs.map((doc) => keyOffer(doc, place, request)));
}

function fits({ platforms }: KeyDoc, known: readonly Platform[] | undefined): boolean {
  return platforms === undefined || known === undefined || known.some((each) => platforms.includes(each));
}

async function keyOffer(
  doc: KeyDoc,
  place: PlistPlace,
  request: CompletionRequest,
): Promise<CompletionOffer> {
  const { text } = request;
  const offer = {
    label: doc.key,
    kind: 'key',
    detail: doc.value === 'strings' ? 'array of strings' : doc.value === 'text' ? 'string' : 'Boolean',
    topic: { kind: 'key', key: doc.key, file: doc.file },
  } as const;
  if (place.kind === 'content' && place.hasValue) {
    const tail = place.isClosed ? '' : '</key>';
    return { ...offer, range: place.range, newText: doc.key + tail };
  }
  const value = skeleton(doc, layoutAt(text, place.range.start), await modeChoice(doc, request));
  const lead = layoutAt(text, place.range.start).line;
  if (place.kind === 'content') {
    const range = { start: place.range.start, end: place.end };
    const head = `${doc.key}</key>${lead}`;
    return {
      ...offer,
      range,
      isWhole: true,
      newText: head + value.plain,
      snippet: head + value.snippet,
    };
  }
  const head = `<key>${doc.key}</key>${lead}`;
  const withHead = { plain: head + value.plain, snippet: head + value.snippet };
  return { ...offer, range: place.range, ...texts({ ...withHead, label: doc.key }, place, text) };
}

/** What may stand in the list of modes, for a snippet to choose from. */
async function modeChoice(doc: KeyDoc, request: CompletionRequest): Promise<readonly string[]> {
  if (doc.key === permittedIdentifiers) return [];
  const values = doc.value === 'strings' ? await listValues(doc.key, [], await request.targets()) : [];
  return values.map(({ label }) => label);
}

interface Written {
  readonly label: string;
  readonly plain: string;
  readonly snippet: string;
}

function texts(
  { label, plain, snippet }: Written,
  { range }: PlistPlace,
  text: string,
): Pick<CompletionOffer, 'newText' | 'snippet' | 'filterText' | 'isWhole'> {
  return { newText: plain, isWhole: true, snippet, filterText: text[range.start] === '<' ? plain : label };
}

function listItem(value: ListedValue, place: PlistPlace, text: string): CompletionOffer {
  const escaped = escapeXml(value.label);
  if (place.kind === 'content') {
    return { ...value, range: place.range, newText: place.isClosed ? escaped : `${escaped}</string>` };
  }
  const newText = `<string>${escaped}</string>`;
  return {
    ...value,
    range: place.range,
    isWhole: true,
    newText,
    filterText: text[place.range.start] === '<' ? newText : value.label,
  };
}
