/** infoplist-file-missing: INFOPLIST_FILE names a file that is not there. */
import { pbxObjects } from '../../../project/pbx-objects';
import type { Target, TargetConfiguration } from '../../../project/types';
import { basenameUri } from '../../../uri';
import type { ProjectUnit, Rule } from '../../context';
import { effectiveSetting, writtenSettings } from '../project-settings';
import { shownPath } from '../shown-path';
import { meta } from './meta';

export const infoPlistFileMissing: Rule = {
  meta,
  run: 'project',
  check({ target, project, infoPlist, report }) {
    if (project === undefined || project.document.problems.length > 0 || isAbsent(target)) return;
    const settings = writtenSettings(project, target);
    for (const configuration of target.configurations) {
      const uri = configuration.infoPlistUri;
      // A document that was never saved is there all the same.
      if (uri === undefined || configuration.infoPlistMissing !== true) continue;
      if (infoPlist.files.some((file) => file.uri === uri)) continue;
      if (isWrittenLater(target, configuration) || isNamedByScript(project, uri)) continue;
      const setting = effectiveSetting(settings, configuration, 'INFOPLIST_FILE', project.uri);
      if (setting === undefined) continue;
      report({
        uri: project.uri,
        range: setting.entry.keyRange,
        message: `INFOPLIST_FILE names ${shownPath(uri, target)}, which does not exist: the build fails`,
      });
    }
  },
};

/** Tests have no background modes. A target none of whose sources is there lies in a submodule, or is dead. */
function isAbsent({ product, sources, isComplete }: Target): boolean {
  return product === 'tests' || (sources.length === 0 && !isComplete);
}

function isWrittenLater({ owners = [] }: Target, { ownedInfoPlist }: TargetConfiguration): boolean {
  return ownedInfoPlist !== undefined || owners.some(({ generates }) => generates.includes('info-plist'));
}

/** A build phase may make the file. */
function isNamedByScript({ document }: ProjectUnit, uri: string): boolean {
  const name = basenameUri(uri);
  return pbxObjects(document)
    .all('PBXShellScriptBuildPhase')
    .some((phase) =>
      [phase.string('shellScript') ?? '', ...phase.strings('outputPaths')].some((text) =>
        text.includes(name),
      ),
    );
}
