/** Targets joined with the property lists they use. */
import { ConstantIndex } from '../program/constants/constant-index';
import { resolveUses } from '../program/open-uses';
import { effectiveInfoPlist } from '../project/effective-info-plist';
import { distinct, entitlementsLayers } from '../project/owned-values';
import { codeOf } from '../project/target-code';
import type { PlistFile, Target } from '../project/types';
import type { TargetModel } from '../workspace-types';
import { constantsOf, knowsCallers } from './code-indexes';
import type { State } from './state';

export function targetModel(state: State, target: Target): TargetModel {
  const read = (uri: string) => state.plists.get(uri);
  const constants = new ConstantIndex(
    () => constantsOf(state.sources, codeOf(target)),
    target.isComplete ? knowsCallers(state.sources, codeOf(target)) : undefined,
  );
  return {
    target,
    infoPlist: effectiveInfoPlist(target, read),
    entitlements: entitlementsOf(target, read),
    uses: codeOf(target).flatMap((uri) => {
      const summary = state.sources.summary(uri);
      return summary === undefined ? [] : resolveUses(summary, uri, constants).map((use) => ({ uri, use }));
    }),
    constants,
    mentions: (word) => codeOf(target).some((uri) => state.sources.traces(uri)?.includes(word) ?? true),
  };
}

function entitlementsOf(target: Target, read: (uri: string) => PlistFile | undefined): readonly PlistFile[] {
  const layers = target.configurations.map((configuration) => entitlementsLayers(configuration, read));
  return distinct(layers.flatMap(({ editable, implied }) => [...editable, ...implied]));
}
