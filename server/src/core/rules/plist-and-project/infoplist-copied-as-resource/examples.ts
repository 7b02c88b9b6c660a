import { appPlist, plist } from '../../example-files';
import { appProject } from '../../example-projects';
import type { RuleExample } from '../../types';

type Kind = RuleExample['kind'];

const path = 'App.xcodeproj/project.pbxproj';

/** One plist in the resources phase; `mark` goes around the build file. */
function resources(
  kind: Kind,
  infoPlist: string,
  name: string,
  mark: readonly [string, string],
): RuleExample {
  const project = appProject({
    configurations: { Release: `INFOPLIST_FILE = ${infoPlist};` },
    target: 'buildPhases = (\n\tResources /* Resources */,\n);',
    objects: [
      `${mark[0]}Build${mark[1]} /* ${name} in Resources */ = {isa = PBXBuildFile; fileRef = File /* ${name} */; };`,
      `File /* ${name} */ = {isa = PBXFileReference; lastKnownFileType = text.plist.xml; path = "${name}"; sourceTree = "<group>"; };`,
      'Resources /* Resources */ = {\n\tisa = PBXResourcesBuildPhase;\n\tfiles = (',
      `\t\tBuild /* ${name} in Resources */,\n\t);\n};`,
      'MainGroup = {\n\tisa = PBXGroup;\n\tchildren = (\n\t\tFile,\n\t);\n\tsourceTree = "<group>";\n};',
    ].join('\n'),
  });
  return {
    kind,
    entry: 'resources-phase',
    files: { [path]: project, [infoPlist]: appPlist(''), [name]: plist('') },
  };
}

function folder(kind: Kind, infoPlist: string, exceptions: string, note?: string): RuleExample {
  const key = kind === 'bad' ? '⟦INFOPLIST_FILE⟧' : 'INFOPLIST_FILE';
  const project = appProject({
    configurations: { Release: `${key} = ${infoPlist};` },
    target: 'fileSystemSynchronizedGroups = (\n\tFolder /* App */,\n);',
    objects: [
      `Folder /* App */ = {\n\tisa = PBXFileSystemSynchronizedRootGroup;\n\texceptions = (\n\t\tExceptions,\n\t);\n\tpath = App;\n\tsourceTree = "<group>";\n};`,
      `Exceptions = {\n\tisa = PBXFileSystemSynchronizedBuildFileExceptionSet;\n\tmembershipExceptions = (\n${exceptions}\t);\n\ttarget = AppTarget;\n};`,
    ].join('\n'),
  });
  return {
    kind,
    entry: 'synchronized-folder',
    files: { [path]: project, [infoPlist]: appPlist('') },
    ...(note === undefined ? {} : { note }),
  };
}

export const examples: readonly RuleExample[] = [
  resources('bad', 'Info.plist', 'Info.plist', ['⟦', '⟧']),
  resources('bad', 'App-Info.plist', 'App-Info.plist', ['⟦', '⟧']),
  resources('good', 'Info.plist', 'Settings.plist', ['', '']),
  resources('near-miss', 'Info.plist', 'GoogleService-Info.plist', ['', '']),
  folder('bad', 'App/Info.plist', '\t\tOther.plist,\n'),
  folder('good', 'App/Info.plist', '\t\tInfo.plist,\n'),
  folder('near-miss', 'Config/Info.plist', '', 'Outside of the folder'),
  folder('near-miss', 'App/ExtensionInfo.plist', '', 'A copy of another name clashes with nothing'),
  folder('near-miss', 'App/Config/Info.plist', '\t\tConfig,\n', 'The folder around it is excepted'),
];
