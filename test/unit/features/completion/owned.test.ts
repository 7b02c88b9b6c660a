import { describe, expect, it } from 'vitest';
import { complete } from './support';

const project = '/ws/project.yml';

const spec = (line: string) => `name: Radio
targets:
  Radio:
    type: application
    platform: iOS
    sources: [App]
    info:
      path: App/Info.plist
      properties:
        ${line}
        UIBackgroundModes:
          - audio
`;

describe('completion in the files of tools', () => {
  it('offers modes in YAML', async () => {
    const { labels, taking } = await complete(
      project,
      spec('').replace('- audio', '- audio\n          - fe‸'),
    );
    expect(labels).not.toContain('audio');
    expect(taking('fetch')).toContain('          - audio\n          - fetch\n');
  });

  it('offers what the platform of the target keeps', async () => {
    const tv = spec('').replace('platform: iOS', 'platform: tvOS').replace('- audio', '- ‸');
    expect((await complete(project, tv)).labels).toEqual([
      'audio',
      'fetch',
      'remote-notification',
      'processing',
    ]);
  });

  it('offers nothing to an extension', async () => {
    const extension = spec('').replace('type: application', 'type: app-extension').replace('- audio', '- ‸');
    expect((await complete(project, extension)).labels).toEqual([]);
  });

  it('offers modes in JSON', async () => {
    const config = (mode: string) =>
      `{"expo": {"name": "Radio", "slug": "radio", "ios": {"infoPlist": {"UIBackgroundModes": ["audio", "${mode}"]}}}}\n`;
    const { labels, taking } = await complete('/ws/app.json', config('‸'), {
      '/ws/package.json': '{"dependencies": {"expo": "52.0.0"}}',
    });
    expect(labels).not.toContain('audio');
    expect(taking('fetch')).toBe(config('fetch'));
  });

  it('offers modes in a manifest in Swift', async () => {
    const manifest = (mode: string) => `import ProjectDescription
let project = Project(name: "Radio", targets: [
    .target(name: "Radio", destinations: .iOS, product: .app, bundleId: "org.example.radio",
            infoPlist: .extendingDefault(with: ["UIBackgroundModes": .array(["audio", "${mode}"])]),
            sources: ["App/**"]),
])
`;
    const { labels, taking } = await complete('/ws/Project.swift', manifest('‸'));
    expect(labels).not.toContain('audio');
    expect(taking('fetch')).toBe(manifest('fetch'));
  });

  it('offers modes in the configuration of Cordova', async () => {
    const config = (mode: string) => `<?xml version="1.0"?>
<widget id="org.example.radio" xmlns="http://www.w3.org/ns/widgets">
  <platform name="ios">
    <config-file target="*-Info.plist" parent="UIBackgroundModes">
      <array><string>audio</string><string>${mode}</string></array>
    </config-file>
  </platform>
</widget>
`;
    const { labels, taking } = await complete('/ws/config.xml', config('f‸'), {
      '/ws/package.json': '{"dependencies": {"cordova-ios": "7.0.0"}}',
    });
    expect(labels).not.toContain('audio');
    expect(taking('fetch')).toBe(config('fetch'));
  });

  it('keeps quiet elsewhere', async () => {
    expect(
      (await complete(project, spec('').replace('type: application', 'type: appl‸ication'))).labels,
    ).toEqual([]);
  });
});
