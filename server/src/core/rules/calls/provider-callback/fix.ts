/** Fix: add the callbacks that say when call audio may run. */
import type { TypeDecl } from '../../../program/ir';
import type { TextEdit } from '../../../text';
import { indentAt, indentUnit, lineEnding } from '../../background-task/fixes/code-text';
import type { ProgramUnit } from '../../context';
import type { Fix } from '../../types';

const callbacks = [
  ['didActivate', 'Start the audio of the call here'],
  ['didDeactivate', 'Stop the audio of the call here'],
] as const;

/** `undefined` where the type's own code is in another file. */
export function addCallbacksFix({ uri, text, program }: ProgramUnit, type: TypeDecl): Fix | undefined {
  const edits =
    program.language === 'swift' ? swiftEdits(text, type, program) : objcEdits(text, type, program);
  if (edits === undefined) return undefined;
  return { title: 'Add didActivate and didDeactivate', files: [{ uri, edits }], isPreferred: false };
}

function swiftEdits(
  text: string,
  { range }: TypeDecl,
  { imports }: ProgramUnit['program'],
): TextEdit[] | undefined {
  const brace = range.end - 1;
  if (text.charAt(brace) !== '}') return undefined;
  const [eol, unit] = [lineEnding(text), indentUnit(text)];
  const outer = indentAt(text, range.start);
  const methods = callbacks.map(([name, comment]) =>
    [
      '',
      `${outer}${unit}func provider(_ provider: CXProvider, ${name} audioSession: AVAudioSession) {`,
      `${outer}${unit}${unit}// ${comment}`,
      `${outer}${unit}}`,
    ].join(eol),
  );
  const start = text.slice(0, brace).trimEnd().length;
  const edits = [{ range: { start, end: brace }, newText: `${eol}${methods.join(eol)}${eol}${outer}` }];
  const hasAudio = imports.some(({ module }) => /^(?:AVFAudio|AVFoundation|AVKit|WebRTC)$/.test(module));
  const callKit = imports.find(({ module }) => module === 'CallKit');
  if (hasAudio || callKit === undefined) return edits;
  const at = callKit.range.start;
  return [{ range: { start: at, end: at }, newText: `import AVFAudio${eol}${indentAt(text, at)}` }, ...edits];
}

function objcEdits(text: string, type: TypeDecl, { types }: ProgramUnit['program']): TextEdit[] | undefined {
  const implementation = types.find(
    ({ name, range }) => name === type.name && text.startsWith('@implementation', range.start),
  );
  if (implementation === undefined) return undefined;
  const end = text.lastIndexOf('@end', implementation.range.end);
  if (end <= implementation.range.start) return undefined;
  const [eol, unit] = [lineEnding(text), indentUnit(text)];
  const methods = callbacks.map(([name, comment]) =>
    [
      `- (void)provider:(CXProvider *)provider ${name}AudioSession:(AVAudioSession *)audioSession {`,
      `${unit}// ${comment}`,
      '}',
      '',
      '',
    ].join(eol),
  );
  const isSpaced = /\n[ \t]*\r?\n[ \t]*$/.test(text.slice(0, end));
  return [{ range: { start: end, end }, newText: (isSpaced ? '' : eol) + methods.join('') }];
}
