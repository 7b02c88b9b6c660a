/** The objects of a project.pbxproj, found by id. Duplicate and dangling ids never stop anything. */
import { openStepDict, openStepString, openStepStrings, openStepValue } from '../syntax/openstep-query';
import type { OpenStepDict, OpenStepDocument, OpenStepNode } from '../syntax/openstep-types';
import type { TextRange } from '../text';

/** One object: an isa and its properties. A property of an unexpected kind reads as missing. */
export class PbxObject {
  readonly id: string;
  readonly dict: OpenStepDict;
  readonly isa: string;

  constructor(id: string, dict: OpenStepDict) {
    this.id = id;
    this.dict = dict;
    this.isa = this.string('isa') ?? '';
  }

  node(key: string): OpenStepNode | undefined {
    return openStepValue(this.dict, key);
  }

  string(key: string): string | undefined {
    return openStepString(this.node(key));
  }

  /** The strings of an array; empty when there is none. */
  strings(key: string): readonly string[] {
    return openStepStrings(this.node(key)).map((item) => item.value);
  }
}

/** A problem with its place in the project file. */
export interface PbxProblem {
  readonly range: TextRange;
  readonly message: string;
}

const known = new WeakMap<OpenStepDocument, PbxObjects>();

/** The objects of a document, looked up once for all who ask. */
export function pbxObjects(document: OpenStepDocument): PbxObjects {
  let objects = known.get(document);
  if (objects === undefined) {
    objects = new PbxObjects(document);
    known.set(document, objects);
  }
  return objects;
}

export class PbxObjects {
  /** The PBXProject. */
  readonly project: PbxObject | undefined;
  readonly problems: readonly PbxProblem[];
  readonly #byId = new Map<string, PbxObject>();

  constructor(document: OpenStepDocument) {
    const problems: PbxProblem[] = [];
    for (const entry of openStepDict(openStepValue(document.root, 'objects'))?.entries ?? []) {
      if (entry.value.kind !== 'dict') continue;
      if (this.#byId.has(entry.key)) {
        problems.push({ range: entry.keyRange, message: `The id ${entry.key} is used by two objects` });
      }
      this.#byId.set(entry.key, new PbxObject(entry.key, entry.value));
    }
    const named = this.get(openStepString(openStepValue(document.root, 'rootObject')));
    this.project = named?.isa === 'PBXProject' ? named : this.all('PBXProject')[0];
    this.problems = problems;
  }

  get(id: string | undefined): PbxObject | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** The objects that an array property of `owner` names; dangling ids are left out. */
  list(owner: PbxObject | undefined, key: string): readonly PbxObject[] {
    return (owner?.strings(key) ?? []).flatMap((id) => this.#byId.get(id) ?? []);
  }

  all(isa: string): readonly PbxObject[] {
    return [...this.#byId.values()].filter((object) => object.isa === isa);
  }

  values(): Iterable<PbxObject> {
    return this.#byId.values();
  }
}
