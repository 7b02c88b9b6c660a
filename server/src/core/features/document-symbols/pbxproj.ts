/**
 * The outline of a project.pbxproj. It follows the text: a target and its configurations stand far apart there, and an
 * outline whose parts are not inside of each other cannot show where the cursor is. So configurations tell whose they are.
 */
import { PbxObject, type PbxObjects, pbxObjects } from '../../project/pbx-objects';
import { openStepDict, openStepValue } from '../../syntax/openstep-query';
import type { OpenStepDocument, OpenStepEntry, OpenStepNode } from '../../syntax/openstep-types';
import { counted, nameOr, oneLine } from './lines';
import type { DocumentSymbol, SymbolKind } from './types';

interface Shown {
  /** Objects that stand together. */
  readonly section: string;
  readonly kind: SymbolKind;
}

const targets: Shown = { section: 'Targets', kind: 'target' };
const phases: Shown = { section: 'Build phases', kind: 'phase' };
const groups: Shown = { section: 'Groups', kind: 'group' };
const packages: Shown = { section: 'Packages', kind: 'package' };

/** By isa. Single files are left out: there are thousands, and the explorer shows them. */
const shown: ReadonlyMap<string, Shown> = new Map<string, Shown>([
  ['PBXProject', { section: 'Project', kind: 'project' }],
  ['PBXNativeTarget', targets],
  ['PBXAggregateTarget', targets],
  ['PBXLegacyTarget', targets],
  ['XCBuildConfiguration', { section: 'Build configurations', kind: 'configuration' }],
  ['PBXSourcesBuildPhase', phases],
  ['PBXResourcesBuildPhase', phases],
  ['PBXFrameworksBuildPhase', phases],
  ['PBXHeadersBuildPhase', phases],
  ['PBXCopyFilesBuildPhase', phases],
  ['PBXShellScriptBuildPhase', phases],
  ['PBXGroup', groups],
  ['PBXFileSystemSynchronizedRootGroup', groups],
  ['XCRemoteSwiftPackageReference', packages],
  ['XCLocalSwiftPackageReference', packages],
]);

export function pbxprojSymbols(document: OpenStepDocument): readonly DocumentSymbol[] {
  const entries = openStepDict(openStepValue(document.root, 'objects'))?.entries ?? [];
  const outline = new Outline(pbxObjects(document));
  const sections: { readonly name: string; readonly children: DocumentSymbol[] }[] = [];
  for (const entry of entries) {
    const found = outline.symbolOf(entry);
    if (found === undefined) continue;
    const last = sections.at(-1);
    if (last?.name === found.section) last.children.push(found.symbol);
    else sections.push({ name: found.section, children: [found.symbol] });
  }
  return sections.map(({ name, children }) => sectionSymbol(name, children));
}

function sectionSymbol(name: string, children: readonly DocumentSymbol[]): DocumentSymbol {
  const start = children[0]?.range.start ?? 0;
  return {
    name,
    detail: '',
    kind: 'section',
    range: { start, end: children.at(-1)?.range.end ?? start },
    selectionRange: children[0]?.selectionRange ?? { start, end: start },
    children,
  };
}

class Outline {
  readonly #objects: PbxObjects;
  /** Name of whom a list of configurations is for, by the id of each configuration. */
  readonly #owners = new Map<string, string>();

  constructor(objects: PbxObjects) {
    this.#objects = objects;
    for (const owner of objects.values()) {
      const list = objects.get(owner.string('buildConfigurationList'));
      const name = owner.isa === 'PBXProject' ? 'project' : owner.string('name');
      if (name === undefined) continue;
      for (const id of list?.strings('buildConfigurations') ?? []) this.#owners.set(id, name);
    }
  }

  symbolOf({ key, keyRange, value }: OpenStepEntry) {
    if (value.kind !== 'dict') return undefined;
    const object = new PbxObject(key, value);
    const known = shown.get(object.isa);
    if (known === undefined) return undefined;
    const symbol: DocumentSymbol = {
      name: nameOr(nameOf(object), known.section),
      detail: this.#detail(object),
      kind: known.kind,
      range: { start: keyRange.start, end: Math.max(keyRange.end, value.range.end) },
      selectionRange: keyRange,
      children: settingsOf(object),
    };
    return { section: known.section, symbol };
  }

  #detail(object: PbxObject): string {
    switch (object.isa) {
      case 'XCBuildConfiguration':
        return oneLine(this.#owners.get(object.id) ?? '');
      case 'PBXProject':
        return counted(this.#objects.list(object, 'targets').length, 'target');
      case 'PBXGroup':
        return oneLine(object.string('name') === undefined ? '' : (object.string('path') ?? ''));
      default:
        return object.isa.endsWith('BuildPhase') ? counted(object.strings('files').length, 'file') : '';
    }
  }
}

function nameOf(object: PbxObject): string {
  const phase = /^PBX(\w+?)(?:Script)?BuildPhase$/.exec(object.isa)?.[1];
  const source = object.string('repositoryURL') ?? object.string('relativePath');
  return object.string('name') ?? object.string('path') ?? source ?? phase ?? '';
}

function settingsOf(object: PbxObject): readonly DocumentSymbol[] {
  const settings = object.node('buildSettings');
  return settings?.kind === 'dict' ? settings.entries.map(settingSymbol) : [];
}

function settingSymbol({ key, keyRange, value }: OpenStepEntry): DocumentSymbol {
  return {
    name: nameOr(key, '(empty)'),
    detail: oneLine(valueText(value)),
    kind: 'setting',
    range: { start: keyRange.start, end: Math.max(keyRange.end, value.range.end) },
    selectionRange: keyRange,
    children: [],
  };
}

function valueText(value: OpenStepNode): string {
  if (value.kind === 'string') return value.value;
  return value.kind === 'array' ? value.items.map(valueText).join(' ') : '';
}
