/** Small rules for tests of the engine: they say what they were given. */
import type { Rule } from '../../server/src/core/rules/context';
import type { RuleMeta } from '../../server/src/core/rules/types';

function meta(id: string): RuleMeta {
  return {
    id,
    family: 'probe',
    title: id,
    why: '',
    consequence: 'silent-failure',
    severity: 'warning',
    confidence: 'high',
    tier: 1,
    languages: ['swift', 'objc', 'plist', 'pbxproj'],
    scope: 'file',
    needs: [],
    sources: [],
    entries: [],
    examples: [],
  };
}

/** Every function of a source, and the root of every property list, with the targets that own the file. */
const probeUnit: Rule = {
  meta: meta('probe-unit'),
  run: 'unit',
  check({ unit, targets, report }) {
    const owners = targets.map((target) => target.name).join(', ');
    if (unit.kind === 'plist') {
      const range = unit.document.root?.range ?? { start: 0, end: 0 };
      report({ uri: unit.uri, range, message: `${unit.role} of ${owners}` });
    } else if (unit.kind === 'program') {
      for (const { name, nameRange } of unit.program.functions) {
        report({ uri: unit.uri, range: nameRange, message: `${name} in ${owners}` });
      }
    }
  },
};

/** Every function of a source, with the functions of the same name that are compiled together with it. */
const probeCode: Rule = {
  meta: meta('probe-code'),
  run: 'code',
  check({ unit, index, report }) {
    for (const { name, nameRange } of unit.program.functions) {
      const others = index.functions(name).filter(({ uri }) => uri !== unit.uri);
      report({
        uri: unit.uri,
        range: nameRange,
        message: `${name} is also in ${others.length} files`,
        related: others.map(({ uri }) => ({ uri, range: { start: 0, end: 0 }, message: 'here' })),
      });
    }
  },
};

/** Every use in a target without the mode `audio`, and how many modes its siblings have. */
const probeTarget: Rule = {
  meta: meta('probe-target'),
  run: 'target',
  check({ target, infoPlist, uses, siblings, report }) {
    const modes = infoPlist.modes('UIBackgroundModes');
    if (modes.isUnknown || modes.values.some(({ value }) => value === 'audio')) return;
    const others = siblings.flatMap((sibling) => sibling.infoPlist.modes('UIBackgroundModes').values).length;
    for (const { uri, use } of uses) {
      report({ uri, range: use.range, message: `${use.row} in ${target.name}, ${others} modes beside it` });
    }
  },
};

export const probeRules: readonly Rule[] = [probeUnit, probeCode, probeTarget];
