/** Compilation conditions in Swift's spelling. */
import type { Condition } from './ir';

export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'os':
      return `os(${condition.name})`;
    case 'environment':
      return `targetEnvironment(${condition.name})`;
    case 'canImport':
      return `canImport(${condition.module})`;
    case 'flag':
      return condition.name;
    case 'bool':
      return String(condition.value);
    case 'not':
      return `!${printCondition(condition.operand)}`;
    case 'and':
      return `(${condition.operands.map(printCondition).join(' && ')})`;
    case 'or':
      return `(${condition.operands.map(printCondition).join(' || ')})`;
    case 'unknown':
      return `unknown(${condition.text})`;
  }
}
