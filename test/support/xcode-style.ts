/** A project file as Xcode writes it: sections, comments, tabs. */
import type { ProjectFile } from '../../server/src/core/project/types';
import { parseOpenStep } from '../../server/src/core/syntax/openstep';

export const APP_ID = 'A00000000000000000000001';
export const FOLDER_ID = 'A00000000000000000000010';

export interface XcodeStyle {
  /** Lines of the settings of Debug and Release. */
  readonly settings?: readonly string[];
  readonly hasExceptions?: boolean;
  readonly targetName?: string;
}

export function xcodeProject({
  settings = [],
  hasExceptions = false,
  targetName = 'App',
}: XcodeStyle = {}): string {
  const configuration = (id: string, name: string) => `\t\t${id} /* ${name} */ = {
\t\t\tisa = XCBuildConfiguration;
\t\t\tbuildSettings = {
${settings.map((line) => `\t\t\t\t${line}\n`).join('')}\t\t\t};
\t\t\tname = ${name};
\t\t};
`;
  const exceptionSet = `/* Begin PBXFileSystemSynchronizedBuildFileExceptionSet section */
\t\tB00000000000000000000001 /* Exceptions for "App" folder in "Widget" target */ = {
\t\t\tisa = PBXFileSystemSynchronizedBuildFileExceptionSet;
\t\t\tmembershipExceptions = (
\t\t\t\tAppDelegate.swift,
\t\t\t);
\t\t\ttarget = A00000000000000000000002 /* Widget */;
\t\t};
/* End PBXFileSystemSynchronizedBuildFileExceptionSet section */

`;
  const exceptions = `\t\t\texceptions = (
\t\t\t\tB00000000000000000000001 /* Exceptions for "App" folder in "Widget" target */,
\t\t\t);
`;
  return `// !$*UTF8*$!
{
\tarchiveVersion = 1;
\tclasses = {
\t};
\tobjectVersion = 77;
\tobjects = {

/* Begin PBXFileReference section */
\t\tA00000000000000000000020 /* App.app */ = {isa = PBXFileReference; explicitFileType = wrapper.application; includeInIndex = 0; path = App.app; sourceTree = BUILT_PRODUCTS_DIR; };
/* End PBXFileReference section */

${hasExceptions ? exceptionSet : ''}/* Begin PBXFileSystemSynchronizedRootGroup section */
\t\t${FOLDER_ID} /* App */ = {
\t\t\tisa = PBXFileSystemSynchronizedRootGroup;
${hasExceptions ? exceptions : ''}\t\t\tpath = App;
\t\t\tsourceTree = "<group>";
\t\t};
/* End PBXFileSystemSynchronizedRootGroup section */

/* Begin PBXGroup section */
\t\tA00000000000000000000030 = {
\t\t\tisa = PBXGroup;
\t\t\tchildren = (
\t\t\t\t${FOLDER_ID} /* App */,
\t\t\t);
\t\t\tsourceTree = "<group>";
\t\t};
/* End PBXGroup section */

/* Begin PBXNativeTarget section */
\t\t${APP_ID} /* ${targetName} */ = {
\t\t\tisa = PBXNativeTarget;
\t\t\tbuildConfigurationList = A00000000000000000000040 /* Build configuration list */;
\t\t\tfileSystemSynchronizedGroups = (
\t\t\t\t${FOLDER_ID} /* App */,
\t\t\t);
\t\t\tname = "${targetName}";
\t\t\tproductReference = A00000000000000000000020 /* App.app */;
\t\t\tproductType = "com.apple.product-type.application";
\t\t};
/* End PBXNativeTarget section */

/* Begin PBXProject section */
\t\tA00000000000000000000050 /* Project object */ = {
\t\t\tisa = PBXProject;
\t\t\tmainGroup = A00000000000000000000030;
\t\t\ttargets = (
\t\t\t\t${APP_ID} /* ${targetName} */,
\t\t\t);
\t\t};
/* End PBXProject section */

/* Begin XCBuildConfiguration section */
${configuration('A00000000000000000000041', 'Debug')}${configuration('A00000000000000000000042', 'Release')}/* End XCBuildConfiguration section */

/* Begin XCConfigurationList section */
\t\tA00000000000000000000040 /* Build configuration list */ = {
\t\t\tisa = XCConfigurationList;
\t\t\tbuildConfigurations = (
\t\t\t\tA00000000000000000000041 /* Debug */,
\t\t\t\tA00000000000000000000042 /* Release */,
\t\t\t);
\t\t};
/* End XCConfigurationList section */
\t};
\trootObject = A00000000000000000000050 /* Project object */;
}
`;
}

export function projectFile(text: string): ProjectFile {
  return { uri: 'file:///ws/App.xcodeproj/project.pbxproj', text, document: parseOpenStep(text) };
}
