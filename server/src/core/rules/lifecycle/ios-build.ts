/** What the targets of a file say about the versions of iOS that it is built for and with. */
import type { Target } from '../../project/types';
import { compareVersions } from '../plist-and-project/versions';

export interface IosBuild {
  /** Of all targets and configurations; `undefined` where one of them does not tell. */
  readonly minimum: string | undefined;
  /** Version of the SDK, where the project names one. */
  readonly sdk: string | undefined;
}

/** `undefined` when no target is built for iOS. Without targets everything is open. */
export function iosBuild(targets: readonly Target[]): IosBuild | undefined {
  const own = targets.filter(({ platforms }) => platforms === undefined || platforms.includes('iOS'));
  if (targets.length > 0 && own.length === 0) return undefined;
  const configurations = own.flatMap((target) => target.configurations);
  return {
    minimum: lowest(configurations.map(({ deploymentTargets }) => deploymentTargets.iOS)),
    sdk: lowest(configurations.map((each) => sdkVersion(each.setting('SDKROOT')?.value))),
  };
}

function sdkVersion(root: string | undefined): string | undefined {
  return /^iphoneos(\d+(?:\.\d+)*)$/.exec(root ?? '')?.[1];
}

function lowest(versions: readonly (string | undefined)[]): string | undefined {
  const known = versions.filter((version) => version !== undefined);
  if (known.length < versions.length) return undefined;
  return known.reduce<string | undefined>(
    (least, each) => (least === undefined || compareVersions(each, least) < 0 ? each : least),
    undefined,
  );
}
