/** Expressions on one line, with the bodies of their closures below. */
import type { Arg, CallExpr, ClosureExpr, Expr, LiteralExpr } from './ir';
import { printBlock, printStmt } from './print-stmts';
import { indent, type Lines, type Printed } from './print-text';

export function printExpr(expr: Expr): Printed {
  const printer = new ExprPrinter();
  const text = printer.print(expr);
  return { text, below: printer.below };
}

class ExprPrinter {
  readonly below: string[] = [];

  print(expr: Expr): string {
    switch (expr.kind) {
      case 'name':
        return expr.name;
      case 'literal':
        return this.#literal(expr);
      case 'call':
        return this.#call(expr);
      case 'member':
        return `${expr.base ? this.print(expr.base) : ''}${expr.isOptionalChain ? '?' : ''}.${expr.name}`;
      case 'collection':
        return `${expr.form}[${this.#list(expr.elements)}]`;
      case 'closure':
        return this.#closure(expr);
      case 'try':
        return `(${expr.form} ${this.print(expr.expr)})`;
      case 'await':
        return `(await ${this.print(expr.expr)})`;
      case 'unary':
        return expr.op === 'force'
          ? `${this.print(expr.operand)}!`
          : `(${expr.op}${this.print(expr.operand)})`;
      case 'binary':
        return `(${this.print(expr.left)} ${expr.op} ${this.print(expr.right)})`;
      case 'assign':
        return `${this.print(expr.target)} ${expr.op} ${this.print(expr.value)}`;
      case 'ternary':
        return `(${this.print(expr.condition)} ? ${this.print(expr.then)} : ${this.print(expr.otherwise)})`;
      case 'cast':
        return `(${this.print(expr.expr)} ${expr.form} ${expr.type.text})`;
      case 'subscript':
        return `${this.print(expr.base)}[${this.#args(expr.args)}]`;
      case 'control':
        return this.#below('control', printStmt(expr.statement));
      case 'unknown':
        return `unknown(${this.#list(expr.children)})`;
    }
  }

  #literal(expr: LiteralExpr): string {
    if (expr.type !== 'string') return expr.value;
    if (expr.parts === undefined) return JSON.stringify(expr.value);
    return `interpolated(${expr.parts
      .map((part) => (typeof part === 'string' ? JSON.stringify(part) : this.print(part)))
      .join(', ')})`;
  }

  #call(call: CallExpr): string {
    const receiver = call.receiver ? this.print(call.receiver) : '';
    const dot = call.receiver || call.isImplicitMember ? '.' : '';
    const chain = call.isOptionalChain ? '?' : '';
    const made =
      call.constructs === undefined || call.constructs === call.name ? '' : ` making ${call.constructs}`;
    const name = `${call.constructs === undefined ? '' : 'new '}${call.selector ?? call.name}${made}`;
    const args = `(${this.#args(call.args)})`;
    return dot === '' ? `${name}${chain}${args}` : `${receiver}${chain}${dot}${name}${args}`;
  }

  #args(args: readonly Arg[]): string {
    return args
      .map((arg) => `${arg.label === undefined ? '' : `${arg.label}: `}${this.print(arg.value)}`)
      .join(', ');
  }

  #list(exprs: readonly Expr[]): string {
    return exprs.map((expr) => this.print(expr)).join(', ');
  }

  #closure(expr: ClosureExpr): string {
    const captures = expr.captures.map(
      ({ name, form, value }) =>
        `${form === 'strong' ? '' : `${form} `}${name}${value ? ` = ${this.print(value)}` : ''}`,
    );
    const params = expr.function.params.map(({ name }) => name);
    const head = `${captures.length > 0 ? `[${captures.join(', ')}] ` : ''}(${params.join(', ')})`;
    const body = expr.function.body ? printBlock(expr.function.body) : [];
    return this.#below(`closure${expr.function.isAsync ? ' async' : ''}`, body, head);
  }

  #below(what: string, lines: Lines, head = ''): string {
    const number = this.below.filter((line) => line.startsWith('{')).length + 1;
    this.below.push(`{${number}} ${what}${head === '' ? '' : ` ${head}`}`, ...indent(lines));
    return `{${number}}`;
  }
}
