/** Folders that a tool fills anew whenever it runs, told by what lies beside them: nothing in them is the truth. */

interface Generated {
  readonly folders: readonly string[];
  /** Names of which each must be matched by a neighbour. */
  readonly beside: readonly RegExp[];
}

const table: readonly Generated[] = [
  // Cordova
  { folders: ['platforms', 'plugins'], beside: [/^config\.xml$/, /^(package\.json|www)$/] },
  // NativeScript
  { folders: ['platforms'], beside: [/^(nativescript\.config\.[jt]s|nsconfig\.json)$/] },
  // .NET
  { folders: ['bin', 'obj'], beside: [/\.csproj$/] },
  // Flutter: the engine and the settings of the last build
  { folders: ['Flutter'], beside: [/^Runner\.xcodeproj$/] },
  // Capacitor: copies of Cordova plugins
  { folders: ['capacitor-cordova-ios-plugins'], beside: [] },
];

/** Those of the names in one folder that are generated. */
export function generatedFolders(names: readonly string[]): ReadonlySet<string> {
  const rows = table.filter(
    ({ folders, beside }) =>
      folders.some((folder) => names.includes(folder)) &&
      beside.every((pattern) => names.some((name) => pattern.test(name))),
  );
  return new Set(rows.flatMap(({ folders }) => folders));
}
