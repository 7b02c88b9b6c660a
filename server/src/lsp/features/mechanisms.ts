/** The custom request for the tables of the mechanism chooser. */
import type { CancellationToken } from 'vscode-languageserver';
import { type Goal, type Mechanism, mechanisms } from '../../core/catalog/mechanisms';
import { capabilityOf, exampleBundle } from '../../core/features/mechanisms/capability';
import { codeOf } from '../../core/features/mechanisms/code';
import {
  goalPage,
  mechanismPage,
  needsLine,
  type RuleLink,
} from '../../core/features/mechanisms/explanation';
import { searchGoals } from '../../core/features/mechanisms/search';
import { bundleIdentifiers } from '../../core/features/new-task/identifier';
import { ruleById } from '../../core/rules';
import { request } from '../handlers';
import {
  type MechanismGoal,
  type MechanismOffer,
  type Mechanisms,
  type MechanismsParams,
  mechanismsMethod,
  type SearchGoalsParams,
  searchGoalsMethod,
} from '../protocol';
import type { Services } from '../services';
import { settledOrModified } from '../sync/settled';
import type { Feature } from './feature';

export const mechanismTables: Feature = {
  listen({ services }) {
    const { connection, logger } = services;
    connection.onRequest(
      mechanismsMethod,
      request(logger, 'mechanisms', (params: MechanismsParams, token) => answer(services, params, token)),
    );
    connection.onRequest(
      searchGoalsMethod,
      request(logger, 'searchGoals', ({ query }: SearchGoalsParams) =>
        searchGoals(query).map(({ id }) => id),
      ),
    );
  },
};

async function answer(
  services: Services,
  { query = '', targetId }: MechanismsParams,
  token: CancellationToken,
): Promise<Mechanisms> {
  const found = searchGoals(query);
  const named = new Set(found.flatMap((goal) => goal.mechanisms));
  const bundle = targetId === undefined ? undefined : await bundleOf(services, targetId, token);
  const context: OfferContext = {
    link: (rule) => services.diagnostics.page(rule),
    inTarget: (text) => (bundle === undefined ? text : text.replaceAll(exampleBundle, bundle)),
  };
  return {
    goals: found.map((goal) => shownGoal(goal, context)),
    mechanisms: mechanisms.filter(({ id }) => named.has(id)).map((each) => offer(each, context)),
    bundleIdentifier: bundle ?? exampleBundle,
  };
}

interface OfferContext {
  readonly link: RuleLink;
  inTarget(text: string): string;
}

/** `undefined` when there is none, or several. */
async function bundleOf(
  { revision, workspace }: Services,
  id: string,
  token: CancellationToken,
): Promise<string | undefined> {
  const models = await settledOrModified(revision, token, () => workspace.targets());
  const model = models.find(({ target }) => target.id === id);
  const bundles = model === undefined ? [] : bundleIdentifiers(model);
  return bundles.length === 1 ? bundles[0] : undefined;
}

function shownGoal(goal: Goal, { link }: OfferContext): MechanismGoal {
  const { id, title, group, words, whyNot, advice } = goal;
  return {
    id,
    title,
    group,
    words,
    mechanisms: goal.mechanisms,
    isImpossible: whyNot !== undefined,
    summary: whyNot ?? advice ?? '',
    page: goalPage(goal, link),
  };
}

function offer(mechanism: Mechanism, { link, inTarget }: OfferContext): MechanismOffer {
  const { id, title, api, since, limit, cost, links, rules, task } = mechanism;
  const { modes, oneOfModes, keys, identifiers } = capabilityOf(mechanism);
  return {
    id,
    title,
    api,
    since,
    limit,
    needs: needsLine(mechanism),
    cost,
    page: mechanismPage(mechanism, link),
    links,
    rules: rules.map((rule) => ({ id: rule, title: ruleById(rule)?.meta.title ?? rule, url: link(rule) })),
    code: codeOf(mechanism).map((code) => ({
      ...code,
      ...(code.swift !== undefined && { swift: inTarget(code.swift) }),
      ...(code.objc !== undefined && { objc: inTarget(code.objc) }),
    })),
    capability: { modes, oneOfModes, keys, identifiers: identifiers.map((each) => inTarget(each)) },
    task,
  };
}
