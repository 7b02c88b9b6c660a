/** Which uses of APIs certainly wait for the user interface. */
import { apiRows } from '../catalog/apis';
import { userActions, viewTypes } from '../catalog/lifecycle';
import { FileAnalysis } from './analysis';
import type { CallExpr, FunctionDecl, ProgramFile, TypeDecl } from './ir';
import { lateReason } from './late-reason';
import { membersAt } from './members';
import { parentsOf } from './parents';
import type { ApiUse } from './summary';
import { allTypes } from './walk';

const rows: ReadonlySet<string> = new Set(apiRows.filter((row) => row.tellsLaunch).map(({ id }) => id));

/** Adds the detail `late` to uses of rows that ask for it, with `note`. */
export function withLaunch<Use extends Pick<ApiUse, 'row' | 'range'>>(
  uses: readonly Use[],
  program: ProgramFile,
  note: (use: Use, detail: string) => Use,
): readonly Use[] {
  if (!uses.some(({ row }) => rows.has(row))) return uses;
  const analysis = new FileAnalysis(program);
  const parents = parentsOf(analysis.resolver);
  const callAt = (offset: number): CallExpr | undefined =>
    parents.callsIn(membersAt(program, offset)).find(({ nameRange }) => nameRange.start === offset);
  return uses.map((use) => {
    const call = rows.has(use.row) ? callAt(use.range.start) : undefined;
    return call !== undefined && waitsForInterface(call, analysis) ? note(use, 'late') : use;
  });
}

function waitsForInterface(call: CallExpr, analysis: FileAnalysis): boolean {
  if (lateReason(call, analysis, { countsDispatch: false }) !== undefined) return true;
  const scopes = parentsOf(analysis.resolver).scopesAround(call);
  // A property of a view is made with the view.
  if (scopes.length <= 1 && scopes.every(({ fn }) => fn === undefined)) {
    const type = scopes[0]?.type;
    return type !== undefined && isView(type, analysis.program);
  }
  return scopes.some(({ fn }) => fn !== undefined && isAction(fn));
}

function isView({ name }: TypeDecl, program: ProgramFile): boolean {
  return allTypes(program).some(
    (type) => type.name === name && type.inherits.some((each) => viewTypes.has(each)),
  );
}

/** What a person taps, by its attribute, its type or its name. */
function isAction({ attributes, returns, name }: FunctionDecl): boolean {
  return attributes.includes('@IBAction') || returns?.name === 'IBAction' || userActions.test(name);
}
