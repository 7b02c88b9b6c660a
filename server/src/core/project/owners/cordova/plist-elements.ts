/**
 * Plist values in config.xml and plugin.xml: `<config-file>` adds to a key of the plist, `<edit-config>` sets it.
 * Source: https://cordova.apache.org/docs/en/latest/plugin_ref/spec.html
 */
import { parsePlist } from '../../../syntax/plist';
import type { PlistDict } from '../../../syntax/plist-types';
import { elementsNamed, type XmlElement } from '../../../syntax/xml-elements';
import type { ValuePart } from '../../types';

export interface CordovaValues {
  readonly infoPlist: readonly ValuePart[];
  readonly entitlements: readonly ValuePart[];
  /** False where a variable of a plugin stands for an element: what it is, the person who installs the plugin decides. */
  readonly isComplete: boolean;
}

/** Bounds the work for files that are not written by people. */
const maxElements = 500;

/** The values that one file adds on iOS. */
export function cordovaValues(uri: string, text: string, roots: readonly XmlElement[]): CordovaValues {
  const elements = forIos(roots);
  const all = [
    ...elements.flatMap((element) => valueAt(element, 'target', 'parent')),
    ...elements.flatMap((element) =>
      element.name === 'edit-config' ? valueAt(element, 'file', 'target') : [],
    ),
  ].slice(0, maxElements);
  const known = all.filter(({ element }) => !hasOpenElement(element));
  const parts = (isWanted: (file: string) => boolean) =>
    known.flatMap((value) => (isWanted(value.file) ? partOf(value, uri, text) : []));
  return {
    isComplete: known.length === all.length,
    infoPlist: parts((file) => file.endsWith('Info.plist')),
    entitlements: parts((file) => /\.entitlements$|\/Entitlements-(Debug|Release)\.plist$/.test(file)),
  };
}

/** `custom-config-file` is that of a plugin: https://github.com/dpa99c/cordova-custom-config */
const tellingNames: readonly string[] = ['config-file', 'edit-config', 'custom-config-file'];

/** Elements that tell of values and do not belong to another platform. */
function forIos(elements: readonly XmlElement[]): readonly XmlElement[] {
  const foreign = new Set(
    elementsNamed(elements, 'platform')
      .filter((platform) => platform.attributes.get('name')?.value !== 'ios')
      .flatMap((platform) => allBelow(platform)),
  );
  const telling = tellingNames.flatMap((name) => elementsNamed(elements, name));
  return telling.filter(
    (element) => !foreign.has(element) && (element.attributes.get('platform')?.value ?? 'ios') === 'ios',
  );
}

function allBelow(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => [child, ...allBelow(child)]);
}

interface Value {
  readonly element: XmlElement;
  /** Pattern of the file that it goes into. */
  readonly file: string;
  readonly key: string;
  readonly keyRange: PlistDict['range'];
}

function valueAt(element: XmlElement, fileName: string, keyName: string): readonly Value[] {
  const file = element.attributes.get(fileName);
  const key = element.attributes.get(keyName);
  if (file === undefined || key === undefined) return [];
  return [{ element, file: file.value, key: key.value, keyRange: key.range }];
}

/** Elements whose own text means nothing in a property list, unless Cordova puts elements there. */
const containers: ReadonlySet<string> = new Set(['array', 'dict']);

/** `<array>$MODES</array>`: Cordova puts the value in as it is, elements included. */
function hasOpenElement(element: XmlElement): boolean {
  const inside = allBelow(element).filter(({ name }) => containers.has(name));
  return [element, ...inside].some(({ text }) => /\$[A-Z]/.test(text));
}

/** A dictionary of the one key. Its ranges are in the file, where nothing but an array inside can be edited. */
function partOf({ element, key, keyRange }: Value, uri: string, text: string): readonly ValuePart[] {
  const { start, end } = element.inner;
  // Blanks in front keep the ranges those of the whole file.
  const document = parsePlist(' '.repeat(start) + text.slice(start, end));
  if (document.root === undefined) return [];
  const entry = { key, keyRange, keyElement: keyRange, value: document.root };
  const { range, inner } = element;
  const root: PlistDict = { kind: 'dict', range, inner, isSelfClosing: false, entries: [entry] };
  return [{ owner: 'cordova', file: { uri, text, document: { ...document, root } }, path: [] }];
}
