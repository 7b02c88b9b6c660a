/** Targets joined with the property lists they use. */
import { ConstantIndex } from '../program/constants/constant-index';
import { effectiveInfoPlist } from '../project/effective-info-plist';
import type { PlistFile, Target } from '../project/types';
import type { TargetModel } from '../workspace-types';
import { constantsOf } from './code-indexes';
import type { State } from './state';

export function targetModel(state: State, target: Target): TargetModel {
  const read = (uri: string) => state.plists.get(uri);
  return {
    target,
    infoPlist: effectiveInfoPlist(target, read),
    entitlements: entitlementsOf(target, read),
    uses: target.sources.flatMap((uri) =>
      (state.sources.summary(uri)?.uses ?? []).map((use) => ({ uri, use })),
    ),
    constants: new ConstantIndex(() => constantsOf(state.sources, target.sources)),
  };
}

function entitlementsOf(target: Target, read: (uri: string) => PlistFile | undefined): readonly PlistFile[] {
  const uris = target.configurations.flatMap((configuration) => configuration.entitlementsUri ?? []);
  return [...new Set(uris)].flatMap((uri) => read(uri) ?? []);
}
