/** Fix: the delegate method that takes restored state back, at the end of its type. */
import type { RestorableManager } from '../../../catalog/restoration';
import { allTypes } from '../../../program/walk';
import {
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineEnding,
  lineStart,
} from '../../background-task/fixes/code-text';
import type { ProgramUnit } from '../../context';
import type { Fix } from '../../types';

/** Only where the type is written in the file; in Objective-C its implementation. */
export function stubFix(
  { uri, text, program }: ProgramUnit,
  type: string,
  manager: RestorableManager,
): Fix | undefined {
  const isObjc = program.language === 'objc';
  const parts = allTypes(program).filter(({ name }) => name === type);
  const part = parts.find(({ kind, methods }) =>
    isObjc ? methods.some(({ body }) => body !== undefined) : kind === 'class',
  );
  if (part === undefined) return undefined;
  const end = part.range.end - (isObjc ? '@end'.length : '}'.length);
  if (text.slice(end, part.range.end) !== (isObjc ? '@end' : '}') || !isFirstOnLine(text, end))
    return undefined;
  const at = lineStart(text, end);
  const indent = isObjc ? '' : indentAt(text, end) + indentUnit(text);
  const eol = lineEnding(text);
  const lines = isObjc ? objcStub(manager, indentUnit(text)) : swiftStub(manager, indentUnit(text));
  const code = lines.map((line) => (line === '' ? '' : indent + line) + eol).join('');
  return {
    title: `Add ${isObjc ? manager.objc : manager.swift}`,
    files: [{ uri, edits: [{ range: { start: at, end: at }, newText: isObjc ? code + eol : eol + code }] }],
    isPreferred: true,
  };
}

const todo = '// Take the peripherals or services of before back from the state';

function swiftStub({ type, swiftName }: RestorableManager, unit: string): readonly string[] {
  return [`func ${swiftName}(_ manager: ${type}, willRestoreState dict: [String: Any]) {`, unit + todo, '}'];
}

function objcStub({ type, swiftName }: RestorableManager, unit: string): readonly string[] {
  return [
    `- (void)${swiftName}:(${type} *)manager willRestoreState:(NSDictionary<NSString *, id> *)state {`,
    unit + todo,
    '}',
  ];
}
