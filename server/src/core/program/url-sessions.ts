/** Which sessions of a file are background sessions, and how they are made. */
import { firstPiece } from '../catalog/selectors';
import {
  backgroundConfiguration,
  configurationLabels,
  configurationTypes,
  sessionSelectors,
  sessionTypes,
} from '../catalog/url-sessions';
import type { FileAnalysis } from './analysis';
import type { Arg, CallExpr, Expr } from './ir';
import { unwrap } from './resolve';
import { valueSourcesOf } from './value-sources';

/** The argument of a call with one of these labels. */
export function argumentOf(call: CallExpr, labels: readonly string[]): Arg | undefined {
  return call.args.find(({ label }) => label !== undefined && labels.includes(label));
}

export class Sessions {
  readonly #analysis: FileAnalysis;

  constructor(analysis: FileAnalysis) {
    this.#analysis = analysis;
  }

  /** The calls that make a session, of whatever kind, in source order. */
  get made(): readonly CallExpr[] {
    const analysis = this.#analysis;
    return analysis.callsMentioning(sessionNames(analysis)).filter((call) => this.makes(call));
  }

  /** Whether a call makes a session, of whatever kind. */
  makes(call: CallExpr): boolean {
    if (call.selector !== undefined && sessionSelectors.includes(call.selector))
      return this.#isOn(call, sessionTypes);
    return call.constructs !== undefined && sessionTypes.includes(call.constructs) && !isEmpty(call);
  }

  /** Whether a call makes the configuration of a background session. */
  makesBackgroundConfiguration(call: CallExpr): boolean {
    const { swiftName, swiftLabels, objcSelectors } = backgroundConfiguration;
    if (call.selector !== undefined)
      return objcSelectors.includes(call.selector) && this.#isOn(call, configurationTypes);
    if (call.constructs !== undefined || call.name !== swiftName) return false;
    const hasLabels = swiftLabels.some(
      (labels) =>
        labels.length === call.args.length && labels.every((label, i) => label === call.args[i]?.label),
    );
    // `.background(withIdentifier:)` says enough: no other type has such a member.
    return hasLabels && (call.isImplicitMember || this.#isOn(call, configurationTypes));
  }

  #isOn({ receiver }: CallExpr, owners: readonly string[]): boolean {
    const type = receiver === undefined ? undefined : this.#analysis.types.namedType(unwrap(receiver));
    return type !== undefined && owners.includes(type);
  }

  /** Whether a session that `call` makes is certainly a background session. */
  makesBackgroundSession(call: CallExpr): boolean {
    if (!this.makes(call)) return false;
    const configuration = argumentOf(call, configurationLabels);
    return (
      configuration !== undefined &&
      this.#allAre(configuration.value, (source) => this.makesBackgroundConfiguration(source))
    );
  }

  /** The calls that make a configuration, as far as they are known completely. */
  configurations(value: Expr): readonly CallExpr[] {
    const sources = valueSourcesOf(this.#analysis).of(value) ?? [];
    return sources.flatMap((source) =>
      source.kind === 'call' && this.makesBackgroundConfiguration(source) ? [source] : [],
    );
  }

  /** Whether a value is certainly a background session. */
  isBackground(session: Expr): boolean {
    return this.#allAre(session, (source) => this.makesBackgroundSession(source));
  }

  #allAre(value: Expr, test: (call: CallExpr) => boolean): boolean {
    const sources = valueSourcesOf(this.#analysis).of(value) ?? [];
    return sources.length > 0 && sources.every((source) => source.kind === 'call' && test(source));
  }
}

/** One of them stands wherever a session is made. */
export function sessionNames(analysis: FileAnalysis): readonly string[] {
  return [...analysis.spellings(sessionTypes), ...sessionSelectors.map(firstPiece)];
}

/** One of them stands wherever the configuration of a background session is made. */
export const configurationNames: readonly string[] = [
  ...backgroundConfiguration.swiftLabels.flat().filter((label) => label !== undefined),
  ...backgroundConfiguration.objcSelectors.map(firstPiece),
];

function isEmpty(call: CallExpr): boolean {
  return call.args.length === 0;
}
