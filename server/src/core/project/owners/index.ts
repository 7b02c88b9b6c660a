/** All tools, in the order in which they are asked. */
import { linkTargets } from '../links/link-targets';
import { bazelStep } from './bazel';
import { cordovaStep } from './cordova';
import { dotnetStep } from './dotnet';
import { expoStep } from './expo';
import { hybridStep } from './hybrid';
import { kotlinStep } from './kotlin';
import { swiftPackageStep } from './swift-package';
import { tuistStep } from './tuist';
import type { OwnerStep } from './types';
import { xcodegenStep } from './xcodegen';

/** Links come last: they follow what all others say of the targets. */
export const ownerSteps: readonly OwnerStep[] = [
  xcodegenStep,
  tuistStep,
  expoStep,
  cordovaStep,
  dotnetStep,
  bazelStep,
  hybridStep,
  kotlinStep,
  swiftPackageStep,
  linkTargets,
];
