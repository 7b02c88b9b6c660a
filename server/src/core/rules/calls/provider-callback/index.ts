/** call-provider-callback-not-handled: provider delegates without didActivate, or with an empty reset. */
import { didResetMethod, providerDelegate } from '../../../catalog/calls';
import { isOpenSuperclass } from '../../../catalog/supertypes';
import type { CodeIndex, IndexedFunction } from '../../../program/code-index';
import { implementations } from '../../../program/delegates';
import type { TypeDecl } from '../../../program/ir';
import { onlyLogs } from '../../../program/logging-only';
import { allTypes } from '../../../program/walk';
import type { TextRange } from '../../../text';
import { taskContext } from '../../background-task/context';
import type { CodeContext, Rule } from '../../context';
import { mayBeginCalls } from './answering';
import { addCallbacksFix } from './fix';
import { meta } from './meta';

const messages = {
  'did-activate':
    'The provider’s delegate has no didActivate: the app never learns when call audio may start, and calls may stay silent',
  'did-reset':
    'providerDidReset does nothing: after a reset the app still believes in calls that no longer exist',
};

export const providerCallbackRule: Rule = {
  meta,
  run: 'code',
  check(code) {
    // A stand-in in tests needs no audio.
    if (code.targets.length > 0 && code.targets.every(({ product }) => product === 'tests')) return;
    for (const type of allTypes(code.unit.program)) checkActivation(code, type);
    checkReset(code);
  },
};

function checkActivation(code: CodeContext, type: TypeDecl): void {
  const { index, unit } = code;
  if (type.kind === 'protocol' || !type.inherits.includes(providerDelegate)) return;
  if (!isFullyKnown(index, type.name)) return;
  const callbacks = callbacksOf(index, type.name);
  if (callbacks.some(isActivation) || !callbacks.some(isAction)) return;
  if (callbacks.every(({ uri }) => uri === unit.uri) && !mayBeginCalls(unit.program, type)) return;
  const fix = addCallbacksFix(unit, type);
  code.report({
    entry: 'did-activate',
    uri: unit.uri,
    range: conformanceOf(unit, type),
    // Many SDKs for calls look after the session themselves.
    ...(dealsWithAudio(index) ? {} : { severity: 'information' }),
    message: messages['did-activate'],
    fixes: fix === undefined ? [] : [fix],
  });
}

/** Rows of the API table of code that sets up or runs audio by itself. */
const ownAudio = ['audio-session-category', 'audio-engine-start', 'audio-unit'];

function dealsWithAudio(index: CodeIndex): boolean {
  return ownAudio.some((row) => index.uses(row).length > 0);
}

/** All that a type is made of has been read, and none of it comes from elsewhere. */
function isFullyKnown(index: CodeIndex, type: string): boolean {
  const family = index.family(type);
  const declarations = [...family]
    .flatMap((each) => index.declarations(each))
    .filter(({ isExtension, isProtocol }) => !isExtension && !isProtocol);
  return (
    !index.isPartlyUnread(family) &&
    index.declarations(type).some(({ isExtension }) => !isExtension) &&
    // Only the first supertype of a class can be a superclass.
    declarations.every(
      ({ inherits: [first = 'NSObject'] }) =>
        index.declarations(first).length > 0 || !isOpenSuperclass(first),
    )
  );
}

/** Methods of CXProviderDelegate that a type has. */
function callbacksOf(index: CodeIndex, type: string): readonly IndexedFunction[] {
  const family = index.family(type);
  return index.all.filter(
    ({ fn }) => fn.type !== undefined && family.has(fn.type) && /^provider(?::|$)/.test(fn.name),
  );
}

function isActivation({ fn }: IndexedFunction): boolean {
  return fn.name === 'provider:didActivateAudioSession:' || fn.params[1]?.label === 'didActivate';
}

function isAction({ fn }: IndexedFunction): boolean {
  return fn.name.startsWith('provider:perform') || fn.params[1]?.label === 'perform';
}

/** The protocol in the list of supertypes; the type's name when it is not found there. */
function conformanceOf({ text, program }: CodeContext['unit'], { nameRange, range }: TypeDecl): TextRange {
  const isInComment = (at: number): boolean =>
    program.comments.some((comment) => comment.range.start <= at && at < comment.range.end);
  let at = text.indexOf(providerDelegate, nameRange.end);
  while (at !== -1 && isInComment(at)) at = text.indexOf(providerDelegate, at + 1);
  return at === -1 || at >= range.end ? nameRange : { start: at, end: at + providerDelegate.length };
}

function checkReset(code: CodeContext): void {
  const { analysis } = taskContext(code);
  const { index, unit } = code;
  for (const { fn, body, type } of implementations(analysis, index, didResetMethod)) {
    // A delegate whose callbacks are all empty is not finished, or not meant to be.
    const isInUse = callbacksOf(index, type.name).some((callback) => (callback.fn.effects ?? []).length > 0);
    if (!isInUse || !onlyLogs(body, analysis, index)) continue;
    code.report({
      entry: 'did-reset',
      uri: unit.uri,
      range: fn.nameRange,
      message: messages['did-reset'],
    });
  }
}
