/** Where nothing of what iOS does in the background holds. */
import type { TargetModel } from '../workspace-types';

/** Whether targets are known to run on the Mac and nowhere else; Mac Catalyst is iOS. False when there are none. */
export function areMacOnly(targets: readonly TargetModel[]): boolean {
  return targets.length > 0 && targets.every(({ target: { platforms } }) => isMac(platforms ?? []));
}

function isMac(platforms: readonly string[]): boolean {
  return platforms.length > 0 && platforms.every((platform) => platform === 'macOS');
}
