import { appPlist } from '../../example-files';
import { appProject } from '../../example-projects';
import type { RuleExample } from '../../types';

const path = 'App.xcodeproj/project.pbxproj';
const plist = { 'App/Info.plist': appPlist('') };

function example(kind: RuleExample['kind'], settings: string, note?: string): RuleExample {
  return {
    kind,
    files: { [path]: appProject({ configurations: { Release: settings } }), ...plist },
    ...(note === undefined ? {} : { note }),
  };
}

export const examples: readonly RuleExample[] = [
  example('bad', '⟦INFOPLIST_FILE⟧ = Old/Info.plist;', 'The file was moved'),
  example('bad', '⟦INFOPLIST_FILE⟧ = "$(SRCROOT)/$(TARGET_NAME)/App-Info.plist";'),
  example('good', 'INFOPLIST_FILE = App/Info.plist;'),
  example('near-miss', 'INFOPLIST_FILE = "$(SRCROOT)/$(TARGET_NAME)/Info.plist";'),
  example('near-miss', 'INFOPLIST_FILE = "$(UNKNOWN)/Info.plist";', 'A variable that nobody sets'),
  example('near-miss', 'INFOPLIST_FILE = "";'),
  example('near-miss', 'INFOPLIST_FILE = app/info.plist;', 'Disks of Macs do not tell letter case'),
  {
    kind: 'near-miss',
    note: 'Git leaves the file out: something makes it',
    files: {
      [path]: appProject({ configurations: { Release: 'INFOPLIST_FILE = Made/Info.plist;' } }),
      '.gitignore': 'Made/\n',
    },
  },
  {
    kind: 'near-miss',
    note: 'Tests have no background modes',
    files: {
      [path]: appProject({
        configurations: { Release: 'INFOPLIST_FILE = Tests/Info.plist;' },
        product: 'bundle.unit-test',
      }),
    },
  },
  {
    kind: 'near-miss',
    note: 'The sources are not there either: a submodule that was not fetched',
    files: {
      [path]: appProject({
        configurations: { Release: 'INFOPLIST_FILE = Module/Info.plist;' },
        target: 'buildPhases = (\n\tSources,\n);',
        objects: [
          'Sources = {\n\tisa = PBXSourcesBuildPhase;\n\tfiles = (\n\t\tBuild,\n\t);\n};',
          'Build = {isa = PBXBuildFile; fileRef = File; };',
          'File = {isa = PBXFileReference; path = Module/App.swift; sourceTree = SOURCE_ROOT; };',
        ].join('\n'),
      }),
    },
  },
  {
    kind: 'near-miss',
    note: 'A script makes the file',
    files: {
      [path]: appProject({
        configurations: { Release: 'INFOPLIST_FILE = Made/Info.plist;' },
        objects:
          'Script = {\n\tisa = PBXShellScriptBuildPhase;\n\toutputPaths = (\n\t\t"$(SRCROOT)/Made/Info.plist",\n\t);\n};',
      }),
    },
  },
];
