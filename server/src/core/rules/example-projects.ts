/** Small Xcode projects for the examples of rules. */

export interface ExampleTarget {
  /** Configuration → build settings; `Release` alone by default. */
  readonly configurations?: Readonly<Record<string, string>>;
  /** Without `com.apple.product-type.`. */
  readonly product?: string;
  /** Lines in the dictionary of the target. */
  readonly target?: string;
  /** Lines in the dictionary of the project. */
  readonly project?: string;
  /** Settings of the project. */
  readonly settings?: string;
  /** Further objects. */
  readonly objects?: string;
}

/** An app named App. Settings are written as they stand in the file, `;` included, one a line. */
export function appProject(spec: ExampleTarget): string {
  const configurations = Object.entries(spec.configurations ?? { Release: '' });
  const written = configurations.map(([name, settings]) => configuration(`Config${name}`, name, settings));
  const below = configurations.map(([name]) =>
    configuration(`Base${name}`, name, `SDKROOT = iphoneos;\n${spec.settings ?? ''}`),
  );
  return `// !$*UTF8*$!
{
\tobjectVersion = 77;
\tobjects = {
\t\tAppTarget /* App */ = {
\t\t\tisa = PBXNativeTarget;
\t\t\tbuildConfigurationList = AppConfigs;
${lines(spec.target ?? '', 3)}\t\t\tname = App;
\t\t\tproductType = "com.apple.product-type.${spec.product ?? 'application'}";
\t\t};
${[...written, ...below].join('')}${list('AppConfigs', 'Config', configurations)}${list('ProjectConfigs', 'Base', configurations)}\t\tMain /* Project object */ = {
\t\t\tisa = PBXProject;
${lines(spec.project ?? '', 3)}\t\t\tbuildConfigurationList = ProjectConfigs;
\t\t\tmainGroup = MainGroup;
\t\t\ttargets = (
\t\t\t\tAppTarget /* App */,
\t\t\t);
\t\t};
${lines(spec.objects ?? '', 2)}\t};
\trootObject = Main /* Project object */;
}
`;
}

function configuration(id: string, name: string, settings: string): string {
  return `\t\t${id} /* ${name} */ = {
\t\t\tisa = XCBuildConfiguration;
\t\t\tbuildSettings = {
${lines(settings, 4)}\t\t\t};
\t\t\tname = ${name};
\t\t};
`;
}

function list(id: string, prefix: string, configurations: readonly (readonly [string, string])[]): string {
  const items = configurations.map(([name]) => `\t\t\t\t${prefix}${name} /* ${name} */,\n`).join('');
  return `\t\t${id} = {
\t\t\tisa = XCConfigurationList;
\t\t\tbuildConfigurations = (
${items}\t\t\t);
\t\t};
`;
}

function lines(text: string, depth: number): string {
  return text.trim() === '' ? '' : `${text.trim().replace(/^/gm, '\t'.repeat(depth))}\n`;
}
