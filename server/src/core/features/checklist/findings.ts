/** What the rules say about the items of a checklist: it must not judge for itself, or the two would differ. */
import type { ModeAsk } from '../../catalog/mode-asks';
import type { BackgroundMode } from '../../catalog/modes';
import { modeRequirements } from '../../catalog/requirements';
import { type Finding, findingCode } from '../../rules/types';
import type { TargetModel } from '../../workspace-types';
import type { FilePlace } from './types';

const missingMode = 'missing-background-mode';
const unusedMode = 'unused-background-mode';

/** Findings that concern one target. What an item has taken is not among the `rest`. */
export class ItemFindings {
  readonly #model: TargetModel;
  readonly #findings: readonly Finding[];
  readonly #taken = new Set<Finding>();

  /** `findings`: what is said of the target, and of files alone, as people see it. */
  constructor(model: TargetModel, findings: readonly Finding[]) {
    this.#model = model;
    this.#findings = findings;
  }

  /** That the mode is needed and missing. */
  missing({ key, value }: BackgroundMode): readonly Finding[] {
    const { uses } = this.#model;
    return this.#take(
      ({ rule, entry, uri, range }) =>
        rule === missingMode &&
        // Entries can have several rows.
        modeRequirements.some(
          (requirement) =>
            requirement.entry === entry &&
            requirement.key === key &&
            requirement.anyOf.includes(value) &&
            (requirement.apis.length === 0 ||
              uses.some(
                ({ uri: other, use }) =>
                  other === uri && use.range.start === range.start && requirement.apis.includes(use.row),
              )),
        ),
    );
  }

  /** That nothing needs the mode that is declared at these places. */
  unused(places: readonly FilePlace[]): readonly Finding[] {
    return this.#take(
      (finding) => finding.rule === unusedMode && places.some((place) => isWithin(finding, place)),
    );
  }

  /** That what a mode asks for is missing, or is wrong at `place`. Without a code there is no rule about it. */
  ofAsk({ code, anyOf }: ModeAsk, place: FilePlace | undefined): readonly Finding[] {
    if (code === undefined) return [];
    return this.#take(
      (finding) =>
        // One entry of a rule can be about several keys, which its messages name.
        (findingCode(finding) === code && finding.message.includes(anyOf[0])) ||
        (place !== undefined && isWithin(finding, place)),
    );
  }

  /** What else is wrong where a mode is declared. */
  atDeclarations(places: readonly FilePlace[]): readonly Finding[] {
    return this.#take(
      (finding) => !this.#taken.has(finding) && places.some((place) => isWithin(finding, place)),
    );
  }

  /** Mistakes in the use of an API; advice is left to the list of problems. */
  atUses(places: readonly FilePlace[]): readonly Finding[] {
    return this.#take(
      (finding) =>
        finding.rule !== missingMode &&
        !this.#taken.has(finding) &&
        (finding.severity === 'error' || finding.severity === 'warning') &&
        places.some((place) => startsIn(finding, place)),
    );
  }

  /** What begins at one of these places. */
  startingAt(places: readonly FilePlace[]): readonly Finding[] {
    return this.#take((finding) => places.some((place) => startsIn(finding, place)));
  }

  /** What no item has taken, in the property lists of the target. */
  rest(): readonly Finding[] {
    const { infoPlist, entitlements } = this.#model;
    const files = new Set([...infoPlist.files, ...entitlements].map(({ uri }) => uri));
    return this.#findings.filter(
      (finding) => isJudged(finding) && files.has(finding.uri) && !this.#taken.has(finding),
    );
  }

  #take(isMeant: (finding: Finding) => boolean): readonly Finding[] {
    const found = this.#findings.filter(isMeant);
    for (const finding of found) this.#taken.add(finding);
    return found;
  }
}

/** Hints are too unsure to call an item wrong. */
export function isJudged({ severity }: Finding): boolean {
  return severity !== 'hint';
}

function isWithin({ uri, range }: Finding, place: FilePlace): boolean {
  return uri === place.uri && place.range.start <= range.start && range.end <= place.range.end;
}

function startsIn({ uri, range }: Finding, place: FilePlace): boolean {
  return uri === place.uri && place.range.start <= range.start && range.start < place.range.end;
}
