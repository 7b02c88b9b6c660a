/** Kotlin Multiplatform: the Xcode project and its property lists are kept by hand, and link a framework of Kotlin. */
import type { Target } from '../types';
import { markersAround, markersNamed, projectFolder, withGaps, withOwner } from './owned-targets';
import type { OwnerContext, OwnerStep } from './types';

/**
 * The Gradle task that a build phase runs for the framework, under its names of all times.
 * Source: https://kotlinlang.org/docs/multiplatform/multiplatform-direct-integration.html
 */
const gradleTasks = [
  'embedAndSignAppleFrameworkForXcode',
  'embedAndSignPodAppleFrameworkForXcode',
  'packForXcode',
];
const sure = 'Kotlin Multiplatform: part of the app is written in Kotlin';

export const kotlinStep: OwnerStep = async (given, context) => {
  const targets: Target[] = [];
  for (const target of given) targets.push(await withKotlin(target, context));
  return { targets, problems: [] };
};

/** A Gradle build around a project may as well be that of an Android app beside it. */
async function withKotlin(target: Target, { found, files }: OwnerContext): Promise<Target> {
  const folder = projectFolder(target);
  if (folder === undefined || target.projectUri === undefined) return target;
  const [build] = markersAround(markersNamed(found, /^settings\.gradle(\.kts)?$/), folder);
  if (build === undefined) return target;
  const project = (await files.text(target.projectUri)) ?? '';
  if (!gradleTasks.some((task) => project.includes(task))) return withGaps(target, [build.meaning]);
  return withOwner(target, { kind: 'kotlin-multiplatform', uri: build.uri, generates: [] }, [sure]);
}
