/** The custom request for the tables of the mechanism chooser. */
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
import { ruleById } from '../../core/rules';
import { request } from '../handlers';
import {
  type MechanismGoal,
  type MechanismOffer,
  type Mechanisms,
  type MechanismsParams,
  mechanismsMethod,
} from '../protocol';
import type { Feature } from './feature';

export const mechanismTables: Feature = {
  listen({ services: { connection, diagnostics, logger } }) {
    connection.onRequest(
      mechanismsMethod,
      request(logger, 'mechanisms', (params: MechanismsParams | null) =>
        answer(params?.query ?? '', (rule) => diagnostics.page(rule)),
      ),
    );
  },
};

function answer(query: string, link: RuleLink): Mechanisms {
  const found = searchGoals(query);
  const named = new Set(found.flatMap((goal) => goal.mechanisms));
  return {
    goals: found.map((goal) => shownGoal(goal, link)),
    mechanisms: mechanisms.filter(({ id }) => named.has(id)).map((mechanism) => offer(mechanism, link)),
    exampleBundle,
  };
}

function shownGoal(goal: Goal, link: RuleLink): MechanismGoal {
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

function offer(mechanism: Mechanism, link: RuleLink): MechanismOffer {
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
    code: codeOf(mechanism),
    capability: { modes, oneOfModes, keys, identifiers },
    task,
  };
}
