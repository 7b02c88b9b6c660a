/** asset-download-without-background-session: streams are downloaded by a system process, for background sessions alone. */
import { assetDownload, foregroundConfigurations } from '../../../catalog/media-playback';
import { configurationTypes } from '../../../catalog/url-sessions';
import type { FileAnalysis } from '../../../program/analysis';
import type { Arg, CallExpr, Expr } from '../../../program/ir';
import { unwrap } from '../../../program/resolve';
import { argumentOf } from '../../../program/url-sessions';
import type { TextRange } from '../../../text';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mentionsAny } from '../../mentions';
import type { Fix } from '../../types';
import { meta } from './meta';

const message =
  'AVAssetDownloadURLSession takes the configuration of a background session only: any other raises an exception, and the app crashes';

export const assetDownloadRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    if (!mentionsAny(code, [assetDownload.type])) return;
    const { analysis } = taskContext(code);
    for (const call of analysis.callsMentioning(analysis.spellings([assetDownload.type]))) {
      const configuration = configurationOf(call);
      const source = configuration && onlySource(configuration, analysis);
      if (configuration === undefined || source === undefined) continue;
      const isDirect = unwrap(configuration.value) === source;
      const { uri } = code.unit;
      code.report({
        uri,
        range: placeOf(isDirect ? source : configuration.value),
        message,
        related: isDirect ? [] : [{ uri, range: placeOf(source), message: 'The configuration is made here' }],
        fixes: [backgroundFix(code, source)],
      });
    }
  },
};

/** Of a call that makes such a session. */
function configurationOf(call: CallExpr): Arg | undefined {
  const { receiver } = call;
  const isMade =
    call.selector === undefined
      ? call.constructs === assetDownload.type
      : call.selector === assetDownload.selector && receiver?.kind === 'name';
  const isOn =
    call.selector === undefined || (receiver?.kind === 'name' && receiver.name === assetDownload.type);
  return isMade && isOn ? argumentOf(call, assetDownload.configurationLabels) : undefined;
}

/** The configuration for sessions inside of the app that the value certainly is. */
function onlySource({ value }: Arg, { resolver }: FileAnalysis): Expr | undefined {
  const source = resolver.origin(value);
  return isForeground(source) ? source : undefined;
}

/** `.default`, `URLSessionConfiguration.default`, `[NSURLSessionConfiguration defaultSessionConfiguration]` */
function isForeground(source: Expr): boolean {
  if (source.kind !== 'member' && source.kind !== 'call') return false;
  const owner = source.kind === 'member' ? source.base : source.receiver;
  if (!foregroundConfigurations.has(source.name)) return false;
  if (owner === undefined) return source.kind === 'member';
  return owner.kind === 'name' && configurationTypes.includes(owner.name);
}

/** A message without its bracket. */
function placeOf(expr: Expr): TextRange {
  if (expr.kind !== 'call' || expr.receiver === undefined) return expr.range;
  return { start: expr.receiver.range.start, end: expr.nameRange.end };
}

function backgroundFix({ unit }: CodeContext, source: Expr): Fix {
  const isObjc = unit.program.language === 'objc';
  const hasType = source.kind === 'member' && source.base !== undefined;
  const newText = isObjc
    ? '[NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"asset-downloads"]'
    : `${hasType ? 'URLSessionConfiguration' : ''}.background(withIdentifier: "asset-downloads")`;
  return {
    title: 'Use the configuration of a background session',
    files: [{ uri: unit.uri, edits: [{ range: source.range, newText }] }],
    isPreferred: true,
  };
}
