/** Players of a file that repeat silence for ever. */
import { inaudibleVolume, silenceWords } from '../../../catalog/audio-playback';
import type { FileAnalysis } from '../../../program/analysis';
import type { CallExpr, Expr } from '../../../program/ir';
import { walkMember } from '../../../program/members';
import { unwrap } from '../../../program/resolve';
import type { Declaration } from '../../../program/scopes';
import { type ValueSources, valueSourcesOf } from '../../../program/value-sources';
import { childExprs } from '../../../program/walk';
import type { TextRange } from '../../../text';

/** A property by its name, or a local. */
type Player = string | Declaration;

interface Setting {
  readonly player: Player;
  /** The player as it is written. */
  readonly owner: Expr;
  readonly value: Expr;
  readonly range: TextRange;
}

const maxDepth = 5;
const playerType = 'AVAudioPlayer';

/** Where the number of repetitions is set. */
export function silentLoops(analysis: FileAnalysis): readonly TextRange[] {
  const loops = settings(analysis, 'numberOfLoops').filter(({ value }) => numberOf(value) === -1);
  if (loops.length === 0) return [];
  const volumes = settings(analysis, 'volume');
  const fades = callsNamed(analysis, 'setVolume').filter(({ args }) => args.length > 1);
  const faded = new Set(fades.map(({ receiver }) => receiver && playerOf(receiver, analysis)));
  const isMute = ({ player }: Setting): boolean => {
    const own = volumes.filter((volume) => volume.player === player);
    return own.length > 0 && !faded.has(player) && own.every(({ value }) => isInaudible(value));
  };
  return loops.filter((loop) => playsSilence(loop.owner, analysis) || isMute(loop)).map(({ range }) => range);
}

/** What is assigned to a member of some player. */
function settings(analysis: FileAnalysis, member: string): readonly Setting[] {
  const found: Setting[] = [];
  const setter = `set${member.charAt(0).toUpperCase()}${member.slice(1)}`;
  const add = (owner: Expr, value: Expr, range: TextRange): void => {
    const player = playerOf(owner, analysis);
    if (player !== undefined) found.push({ player, owner, value, range });
  };
  for (const each of analysis.membersMentioning([member, setter]))
    walkMember(each, {
      expr: (expr) => {
        if (expr.kind === 'assign' && expr.target.kind === 'member' && expr.target.name === member) {
          if (expr.target.base !== undefined) add(expr.target.base, expr.value, expr.target.nameRange);
        } else if (expr.kind === 'call' && expr.name === setter && expr.receiver !== undefined) {
          const [only, ...others] = expr.args;
          if (only !== undefined && others.length === 0) add(expr.receiver, only.value, expr.nameRange);
        }
        return true;
      },
    });
  return found;
}

function playerOf(expr: Expr, { resolver }: FileAnalysis): Player | undefined {
  const place = resolver.place(expr);
  if (place.kind === 'local') return place.declaration;
  return place.kind === 'property' ? place.name : undefined;
}

function callsNamed(analysis: FileAnalysis, name: string): readonly CallExpr[] {
  return analysis.callsMentioning([name]).filter((call) => call.name === name);
}

function isInaudible(value: Expr): boolean {
  const volume = numberOf(value);
  return volume !== undefined && volume >= 0 && volume <= inaudibleVolume;
}

function numberOf(expr: Expr): number | undefined {
  const value = unwrap(expr);
  if (value.kind === 'unary' && value.op === '-') {
    const operand = numberOf(value.operand);
    return operand === undefined ? undefined : -operand;
  }
  if (value.kind !== 'literal' || value.type !== 'number') return undefined;
  const number = Number(value.value.replace(/[fF]$/, ''));
  return Number.isNaN(number) ? undefined : number;
}

/** Whether a player is made for a sound that is called silence; of an unknown one, whether all of the file are. */
function playsSilence(player: Expr, analysis: FileAnalysis): boolean {
  const sources = valueSourcesOf(analysis);
  const known = sources.of(player)?.flatMap((source) => (source.kind === 'call' ? [source] : []));
  const made = (known ?? analysis.callsMentioning(analysis.spellings([playerType]))).filter(
    ({ constructs }) => constructs === playerType,
  );
  return (
    made.length > 0 && made.every(({ args }) => args.some(({ value }) => namesSilence(value, sources, 0)))
  );
}

function namesSilence(expr: Expr, sources: ValueSources, depth: number): boolean {
  if (depth > maxDepth) return false;
  return (sources.of(expr) ?? []).some((source) => {
    if (source.kind === 'literal') return source.type === 'string' && isSilence(source.value);
    return childExprs(source).some((child) => namesSilence(child, sources, depth + 1));
  });
}

/** `silence`, `Silent-1s.mp3`, `oneSecondSilence` */
function isSilence(name: string): boolean {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.split(/[^a-z]+/).some((word) => silenceWords.has(word));
}
