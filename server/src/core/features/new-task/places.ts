/** Where the code of a new task goes: the app delegate, or the scenes of a SwiftUI app. */
import { launchMethods } from '../../catalog/task-scheduling';
import type { Block, CallExpr, Expr, FunctionDecl, ProgramFile, Stmt, TypeDecl } from '../../program/ir';
import type { ProgramUnit } from '../../rules/context';
import { contains } from '../../text';

export interface LaunchPlace {
  readonly unit: ProgramUnit;
  readonly type: TypeDecl;
  readonly method: FunctionDecl;
  readonly body: Block;
}

export interface ScenePlace {
  readonly unit: ProgramUnit;
  readonly type: TypeDecl;
  /** The scene with its modifiers, in front of which nothing else stands on its line. */
  readonly scene: CallExpr;
}

/** Words one of which a file must hold to be worth looking at. */
export const launchWord = 'didFinishLaunchingWithOptions';
export const sceneWord = 'WindowGroup';

/** The launch method of the app delegate, when there is exactly one and all of its type is understood. */
export function launchPlace(units: readonly ProgramUnit[]): LaunchPlace | undefined {
  const delegates = delegateNames(units);
  const found = units.flatMap((unit) =>
    allTypes(unit.program).flatMap((type) =>
      type.methods.flatMap((method) =>
        isLaunch(method) && method.body !== undefined ? [{ unit, type, method, body: method.body }] : [],
      ),
    ),
  );
  const [place, ...others] = found;
  if (place === undefined || others.length > 0 || !isUnderstood(place.unit.program, place.type))
    return undefined;
  if (!delegates.has(place.type.path)) return undefined;
  return place.type.when.length + place.method.when.length > 0 ? undefined : place;
}

/** Paths of types that are an app delegate by what they inherit, an attribute, or their name. */
function delegateNames(units: readonly ProgramUnit[]): ReadonlySet<string> {
  const types = units.flatMap(({ program }) => allTypes(program));
  const isDelegate = ({ name, inherits, attributes }: TypeDecl) =>
    /AppDelegate$/.test(name) ||
    inherits.some((each) => /(?:App|Application)Delegate(?:Wrapper)?$/.test(each)) ||
    attributes.some((each) => /^@?(?:main|UIApplicationMain)$/.test(each));
  return new Set(types.filter(isDelegate).map(({ path }) => path));
}

function isLaunch({ fullName, isStatic }: FunctionDecl): boolean {
  return !isStatic && launchMethods.has(fullName) && fullName.includes(launchWord);
}

/** The only scene of the only SwiftUI app, when that is a window group. */
export function scenePlace(units: readonly ProgramUnit[]): ScenePlace | undefined {
  const found = units.flatMap((unit) =>
    allTypes(unit.program).flatMap((type) => {
      if (!type.inherits.includes('App') || type.when.length > 0) return [];
      const scene = onlyScene(type);
      return scene !== undefined && isUnderstood(unit.program, type) ? [{ unit, type, scene }] : [];
    }),
  );
  return found.length === 1 ? found[0] : undefined;
}

function onlyScene({ properties }: TypeDecl): CallExpr | undefined {
  const body = properties.find(({ name, isStatic }) => name === 'body' && !isStatic);
  const getter = body?.accessors.find(({ name }) => name === 'get')?.body;
  const [only, ...others] = getter?.statements ?? [];
  const scene = only && expressionOf(only);
  return others.length === 0 && scene?.kind === 'call' && isWindowGroup(scene) ? scene : undefined;
}

function expressionOf(statement: Stmt): Expr | undefined {
  if (statement.kind === 'return') return statement.value;
  return statement.kind === 'expr' ? statement.expr : undefined;
}

function isWindowGroup({ receiver, name }: CallExpr): boolean {
  if (receiver === undefined) return name === sceneWord;
  return receiver.kind === 'call' && isWindowGroup(receiver);
}

function isUnderstood({ errors }: ProgramFile, { range }: TypeDecl): boolean {
  return !errors.some((error) => contains(range, error) || contains(error, range));
}

function allTypes({ types }: Pick<ProgramFile, 'types'>): readonly TypeDecl[] {
  return types.flatMap((type) => [type, ...allTypes(type)]);
}
