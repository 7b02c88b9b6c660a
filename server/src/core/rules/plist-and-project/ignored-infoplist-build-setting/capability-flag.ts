/** The switch that old versions of Xcode remembered in the project file. */
import { removeEntry } from '../../../features/edits/pbxproj/removals';
import { pbxObjects } from '../../../project/pbx-objects';
import { openStepEntry, openStepString, openStepValue } from '../../../syntax/openstep-query';
import type { ProjectContext, ProjectUnit } from '../../context';
import { fileFix } from '../plist-fix';
import { appProducts, isGeneratedProject, nativeTarget } from '../project-settings';

const capability = 'com.apple.BackgroundModes';

export function checkCapabilityFlag(context: ProjectContext, project: ProjectUnit): void {
  const { target, report } = context;
  const native = nativeTarget(project, target);
  if (native === undefined || !appProducts.has(target.product) || mayDeclareModes(context)) return;
  const attributes = pbxObjects(project.document).project?.node('attributes');
  const capabilities = openStepValue(attributes, 'TargetAttributes', native.id, 'SystemCapabilities');
  const entry = openStepEntry(capabilities, capability);
  if (entry === undefined || openStepString(openStepValue(entry.value, 'enabled')) !== '1') return;
  const edits = isGeneratedProject(target) ? undefined : [removeEntry(project.text, entry)];
  report({
    entry: 'capability-flag',
    uri: project.uri,
    range: entry.keyRange,
    message: `The project says that '${target.name}' has background modes, its Info.plist declares none: the flag alone enables nothing`,
    fixes: fileFix(project.uri, 'Remove the flag', edits, false),
  });
}

function mayDeclareModes({ infoPlist }: ProjectContext): boolean {
  if (!infoPlist.isResolved) return true;
  return (['UIBackgroundModes', 'WKBackgroundModes'] as const).some((key) => {
    const { values, isUnknown } = infoPlist.modes(key);
    return isUnknown || values.length > 0;
  });
}
