/** Files whose changes on disk may change what targets are made of, or what is found in them. */

/** Without the dot. */
export const watchedExtensions: readonly string[] = [
  'swift',
  'm',
  'mm',
  'h',
  'plist',
  'entitlements',
  'pbxproj',
  'xcconfig',
  'xcworkspacedata',
  'yml',
  'yaml',
  'csproj',
];

/** Manifests of tools whose extension says too little. */
export const watchedNames: readonly string[] = [
  'app.json',
  'app.config.json',
  'app.config.js',
  'app.config.ts',
  'project.json',
  'package.json',
  'capacitor.config.json',
  'config.xml',
  'plugin.xml',
  'BUILD',
  'BUILD.bazel',
  'Podfile',
  'background-modes.json',
  '.gitignore',
];
