/** The part of a rename that concerns one target. */
import { basenameUri } from '../../uri';
import {
  comparedPlaces,
  equalLiterals,
  exprAt,
  programAt,
  spellingsOf,
  usesOf,
} from '../identifiers/code-places';
import { type FoundIdentifier, hasUnknownUses } from '../identifiers/cursor';
import { isEntryOf, permitsIdentifier } from '../identifiers/permits';
import { literalPieces, type TextPiece } from '../identifiers/pieces';
import { type Spelling, spelledValue, Tracer } from '../identifiers/trace';
import type { Files, IdentifierGroup, IdentifierUse, PermittedEntry, TextValue } from '../identifiers/types';
import { canBe, isDistinctive, isSame, shownText } from '../identifiers/values';
import { hasModes } from '../mode-state';
import type { CollectedEdits } from './collected-edits';
import { entryEdits } from './entry-edits';
import { type NameForms, someBundle } from './new-name';
import { placeName, RenameRefused } from './refusal';
import { placeOf, spellingEdit } from './spelling-edits';
import { refuseUnreadLists } from './unread-lists';

export class GroupRename {
  readonly #group: IdentifierGroup;
  readonly #found: FoundIdentifier;
  readonly #name: TextValue;
  readonly #forms: NameForms;
  readonly #files: Files;
  readonly #edits: CollectedEdits;

  constructor(
    found: FoundIdentifier,
    name: TextValue,
    forms: NameForms,
    files: Files,
    edits: CollectedEdits,
  ) {
    this.#found = found;
    this.#group = found.group;
    this.#name = name;
    this.#forms = forms;
    this.#files = files;
    this.#edits = edits;
  }

  get #value(): TextValue {
    return this.#found.identifier.value;
  }

  get #isTask(): boolean {
    return this.#found.identifier.role === 'task-identifier';
  }

  /** Adds the edits of the target's lists and code. Throws `RenameRefused`. */
  async collect(): Promise<void> {
    this.#refuseTaken();
    const inCode = await this.#collectCode();
    const isPermitted = this.#isTask && this.#collectEntries();
    if (isPermitted && !inCode) this.#refuseUnseen();
  }

  #refuseTaken(): void {
    const { uses, entries } = this.#group;
    const { role } = this.#found.identifier;
    const names = this.#names.filter((name) => !isSame(name, this.#value, this.#group));
    const isTaken = names.some(
      (name) =>
        uses.some((use) => use.role === role && canBe(use.value, name, this.#group)) ||
        (this.#isTask && entries.some((entry) => isEntryOf(entry, name, this.#group))),
    );
    if (isTaken)
      throw new RenameRefused(`'${shownText(this.#name, this.#group)}' is another identifier already`);
  }

  /** The new name, also as it is with the bundle identifier of this target. */
  get #names(): readonly TextValue[] {
    const own = this.#forms.symbolic?.slice(someBundle.length);
    if (own === undefined) return [this.#name];
    return [this.#name, { kind: 'text', parts: [{ symbol: 'bundle-identifier' }, own] }];
  }

  /** Answers whether some code names the identifier. */
  async #collectCode(): Promise<boolean> {
    const { identifier } = this.#found;
    let isFound = false;
    for (const use of usesOf(identifier, this.#group)) {
      const spellings = await spellingsOf(use, this.#value, this.#group, this.#files);
      if (spellings.length === 0) throw new RenameRefused(await this.#untraceable(use));
      isFound = true;
      this.#addSpellings(spellings);
    }
    for (const { spellings } of await comparedPlaces(this.#value, this.#group, this.#files)) {
      isFound = true;
      this.#addSpellings(spellings);
    }
    return (await this.#collectPassed()) || isFound;
  }

  /** Literals that get to the SDK on ways that are not known. */
  async #collectPassed(): Promise<boolean> {
    if (!hasUnknownUses(this.#found.identifier.role, this.#group)) return false;
    const literals = await equalLiterals(this.#value, this.#group, this.#files);
    for (const { unit, literal } of literals) {
      const [piece] = literalPieces(unit, literal);
      if (piece?.kind !== 'text' || this.#isEdited(piece)) continue;
      if (!isDistinctive(this.#value))
        throw new RenameRefused(
          `'${piece.value}' in ${placeOf(piece)} may be the identifier or something else: code uses identifiers that cannot be followed`,
        );
      this.#addSpellings([[piece]]);
    }
    return literals.length > 0;
  }

  #isEdited({ unit, written }: TextPiece): boolean {
    return written !== undefined && this.#edits.has(unit.uri, written.range);
  }

  #addSpellings(spellings: readonly Spelling[]): void {
    for (const spelling of spellings) {
      const { piece, edit } = spellingEdit(spelling, this.#forms);
      this.#edits.add(piece.unit.uri, piece.unit.text, [edit]);
    }
  }

  async #untraceable({ uri, range }: IdentifierUse): Promise<string> {
    const text = (await this.#files.read(uri)) ?? '';
    return `How the identifier in ${placeName({ uri, text, range })} comes about is not clear enough to rename it`;
  }

  /** Answers whether a list names the identifier. */
  #collectEntries(): boolean {
    if (this.#group.model !== undefined) refuseUnreadLists(this.#group.model);
    const { entries } = this.#group;
    const own = entries.filter((entry) => isEntryOf(entry, this.#value, this.#group));
    for (const entry of own) this.#edits.add(entry.file.uri, entry.file.text, entryEdits(entry, this.#forms));
    if (own.length === 0) this.#refuseOutsideOfWildcard(entries);
    return own.length > 0;
  }

  #refuseOutsideOfWildcard(entries: readonly PermittedEntry[]): void {
    const wildcards = entries.filter((entry) => permitsIdentifier(entry, this.#value, this.#group));
    const [first] = wildcards;
    if (first === undefined) return;
    const fits = (entry: PermittedEntry) =>
      this.#names.some((name) => permitsIdentifier(entry, name, this.#group));
    if (!wildcards.some(fits))
      throw new RenameRefused(
        `The identifier is permitted by '${first.item.value}' in ${basenameUri(first.file.uri)}: the new name has to fit it`,
      );
  }

  #refuseUnseen(): void {
    const { model, uses } = this.#group;
    const old = shownText(this.#value, this.#group);
    const unknown = uses.find(
      ({ role, value }) => role === this.#found.identifier.role && value.kind !== 'text',
    );
    if (unknown !== undefined)
      throw new RenameRefused(
        `No code was found that names '${old}', but ${basenameUri(unknown.uri)} uses identifiers that cannot be followed`,
      );
    if (model !== undefined && !model.target.isComplete && hasModes(model.target.product))
      throw new RenameRefused(
        `No code was found that names '${old}', and not all code of '${model.target.name}' is known`,
      );
  }

  /** When all edits are known: whether they change anything else too. */
  async check(): Promise<void> {
    for (const entry of this.#group.entries) this.#refuseOtherEntry(entry);
    for (const use of this.#group.uses) await this.#refuseOtherUse(use);
  }

  /** A property list that another target reads with another bundle identifier. */
  #refuseOtherEntry(entry: PermittedEntry): void {
    const { file, item } = entry;
    if (!this.#edits.touches(file.uri, item.range)) return;
    if (isEntryOf(entry, this.#value, this.#group)) return;
    const isUsed = this.#group.uses.some(
      ({ value }) => value.kind === 'text' && permitsIdentifier(entry, value, this.#group),
    );
    if (isUsed)
      throw new RenameRefused(
        `${placeName({ uri: file.uri, text: file.text, range: item.range })} is another identifier in '${this.#group.model?.target.name ?? ''}', whose code would no longer fit`,
      );
  }

  async #refuseOtherUse(use: IdentifierUse): Promise<void> {
    const unit = await programAt(this.#files, use.uri);
    const expr = unit && exprAt(unit, use.range);
    if (unit === undefined || expr === undefined) return;
    for (const spelling of await new Tracer(this.#files, this.#group.constants).spellings(expr, unit)) {
      const value = spelledValue(spelling);
      if (value === undefined || isSame(value, this.#value, this.#group)) continue;
      for (const piece of spelling) {
        if (piece.kind === 'text' && this.#isEdited(piece))
          throw new RenameRefused(
            `The text in ${placeOf(piece)} is part of '${shownText(value, this.#group)}' too`,
          );
      }
    }
  }
}
