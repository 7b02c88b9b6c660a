/** Which identifiers a new task can have. */
import { maxIdentifierLength } from '../../catalog/task-scheduling';
import { plainTexts } from '../../program/constants/values';
import { taskIdentifierUses } from '../../program/task-identifiers';
import { hasVariable, isString } from '../../syntax/plist-query';
import type { TargetModel } from '../../workspace-types';
import type { NewTask, TaskKind } from './types';

type Model = Pick<TargetModel, 'target' | 'constants' | 'infoPlist'>;

const words: Readonly<Record<TaskKind, string>> = {
  refresh: 'refresh',
  'swiftui-refresh': 'refresh',
  processing: 'cleanup',
  continued: 'export',
};

/** One that is free. */
export function proposedIdentifier(model: Model, kind: TaskKind): string {
  // Of several, the one of the App Store is the one to which nothing was added.
  const [bundle = 'com.example.app'] = [...bundleIdentifiers(model)].sort((a, b) => a.length - b.length);
  const taken = registered(model);
  for (let count = 1; ; count++) {
    const identifier = `${bundle}.${words[kind]}${count === 1 ? '' : count}`;
    if (!taken.has(identifier)) return identifier;
  }
}

/** What is the matter with an identifier, in words; `undefined` when it will do. */
export function identifierProblem(model: Model, { kind, identifier }: NewTask): string | undefined {
  if (identifier === '') return 'An identifier is needed';
  const isWildcard = identifier.includes('*');
  if (!/^[\w-]+(\.[\w-]+)*$/.test(identifier.replace(/\.\*$/, ''))) {
    return isWildcard
      ? 'A wildcard is one .* at the very end'
      : 'Letters, digits, hyphens and underscores, with full stops between them';
  }
  if (isWildcard && kind !== 'continued') return 'Only continued processing tasks can have a wildcard';
  if (identifier.length > maxIdentifierLength) {
    return `${identifier.length} characters, and ${maxIdentifierLength} are allowed`;
  }
  if (kind === 'continued') {
    const bundles = bundleIdentifiers(model);
    const isOwn = bundles.every((bundle) => identifier.startsWith(`${bundle}.`));
    if (!isOwn) return foreignProblem(bundles);
  }
  if (registered(model).has(identifier)) return 'A task with this identifier is registered already';
  return undefined;
}

function foreignProblem(bundles: readonly string[]): string {
  const need = 'The identifier of a continued processing task begins with the bundle identifier';
  if (bundles.length < 2) return `${need}: ${bundles.join()}.`;
  return `${need}, which is not the same in all configurations (${bundles.join(', ')}): it has to be put together by hand, with $(PRODUCT_BUNDLE_IDENTIFIER) in the Info.plist`;
}

/** Of all configurations, as far as they are known; without a project the one that the Info.plist spells out. */
export function bundleIdentifiers({
  target,
  infoPlist,
}: Pick<Model, 'target' | 'infoPlist'>): readonly string[] {
  const all = target.configurations.flatMap(({ bundleIdentifier }) => bundleIdentifier ?? []);
  const known = [...new Set(all)].filter((bundle) => bundle !== '');
  const written = infoPlist.value('CFBundleIdentifier')?.node;
  const isLiteral = isString(written) && !hasVariable(written.value);
  return known.length === 0 && isLiteral ? [written.value] : known;
}

function registered(model: Model): ReadonlySet<string> {
  const { configurations } = model.target;
  const bundles = configurations.map(({ bundleIdentifier }) => bundleIdentifier);
  const uses = taskIdentifierUses(model.constants).filter(({ call }) =>
    ['register', 'modifier'].includes(call.api),
  );
  return new Set(
    uses.flatMap(({ value }) => [...(plainTexts(value, bundles.length === 0 ? [undefined] : bundles) ?? [])]),
  );
}
