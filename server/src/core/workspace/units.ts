/** Files in the form that rules are given. */

import { distinct, isSameFile } from '../project/owned-values';
import { plistRole } from '../project/plist-role';
import type { PlistFile, Target } from '../project/types';
import type { PlistRole, PlistUnit, ProgramUnit, Unit } from '../rules/context';
import { documentKind } from './file-kinds';
import type { State } from './state';
import type { Structure } from './structure';

/** Text of an open document, or of a file that was read and kept. */
export function knownText(state: State, uri: string): string | undefined {
  return (
    state.documents.get(uri)?.text ??
    state.sources.text(uri) ??
    state.plists.get(uri)?.text ??
    state.projects.get(uri)?.text ??
    state.structure.parts(uri)[0]?.part.file.text ??
    state.configuration.text(uri)
  );
}

/** The unit of a file whose text is known and, for sources, whose language is loaded. */
export function unitOf(state: State, uri: string): Unit | undefined {
  switch (documentKind(uri)) {
    case 'source':
      return programUnit(state, uri);
    case 'plist': {
      const file = state.plists.get(uri);
      return file && { kind: 'plist', ...file, role: roleOf(state.structure, file) };
    }
    case 'pbxproj': {
      const file = state.projects.get(uri);
      return file && { kind: 'pbxproj', ...file };
    }
    case 'config':
    case 'other':
      return undefined;
  }
}

/** The unit that comments are read from: for the file of a tool, any of its dictionaries. */
export function shownUnit(state: State, uri: string): Unit | undefined {
  return unitOf(state, uri) ?? partUnits(state.structure, uri)[0]?.unit;
}

/**
 * The dictionaries of plist values in the file of a tool, each as a property list of its own with the targets that it
 * goes into.
 */
export function partUnits(
  structure: Structure,
  uri: string,
): readonly { readonly unit: PlistUnit; readonly targets: readonly Target[] }[] {
  const parts = structure.parts(uri).filter(({ part }) => part.isImplied !== true);
  return distinct(parts.map(({ part }) => part.file)).flatMap((file) => {
    const users = parts.filter(({ part }) => isSameFile(part.file, file));
    const role = users[0]?.role;
    if (role === undefined || file.document.root === undefined) return [];
    return [{ unit: { kind: 'plist', ...file, role }, targets: users.map(({ target }) => target) }];
  });
}

/** `text`: what is known, unless given. */
export function programUnit(
  state: State,
  uri: string,
  text = state.documents.get(uri)?.text ?? state.sources.text(uri),
): ProgramUnit | undefined {
  const program = text === undefined ? undefined : state.sources.program(uri, text);
  return text === undefined || program === undefined ? undefined : { kind: 'program', uri, text, program };
}

/** What a target uses the file as; without a target, what it looks like. */
function roleOf(structure: Structure, file: PlistFile): PlistRole {
  for (const target of structure.plistTargets(file.uri)) {
    for (const { infoPlistUri, entitlementsUri } of target.configurations) {
      if (infoPlistUri === file.uri) return 'info';
      if (entitlementsUri === file.uri) return 'entitlements';
    }
  }
  return plistRole(file.uri, file.document);
}
