import { describe, expect, it } from 'vitest';
import { cordovaStep } from '../../../server/src/core/project/owners/cordova';
import { pathOf, runSteps, valuesOf } from '../../support/owner-steps';
import { pbxproj } from '../../support/pbxproj-builder';
import { infoPlist } from '../../support/plist-text';

const config = (content: string) => `<?xml version='1.0' encoding='utf-8'?>
<widget id="com.example.radio" version="1.0.0" xmlns="http://www.w3.org/ns/widgets">
    <name>Radio &amp; More</name>
${content}
</widget>
`;

const audio = `    <platform name="ios">
        <config-file parent="UIBackgroundModes" target="*-Info.plist">
            <array>
                <!-- keeps playing -->
                <string>audio</string>
            </array>
        </config-file>
        <preference name="deployment-target" value="15.0" />
    </platform>`;

async function configurationOf(content: string, others: Readonly<Record<string, string>> = {}) {
  const { target } = await runSteps([cordovaStep], {
    'config.xml': config(content),
    ...others,
  });
  return target().configurations[0];
}

describe('a Cordova app', () => {
  it('does not know elements that the variable of a plugin stands for', async () => {
    const configuration = await configurationOf(audio.replace('<string>audio</string>', '$BACKGROUND_MODES'));
    expect(configuration?.ownedInfoPlist).toMatchObject({ isComplete: false });
    expect(valuesOf(configuration?.ownedInfoPlist)).toEqual([]);
  });

  it('is a target whose values stand in config.xml', async () => {
    const { target, problems } = await runSteps([cordovaStep], {
      'config.xml': config(audio),
    });
    const app = target('Radio & More');
    expect(problems).toEqual([]);
    expect(app).toMatchObject({ product: 'app', platforms: ['iOS'], isComplete: false });
    expect(app.owners?.map(({ kind, uri }) => [kind, pathOf(uri)])).toEqual([['cordova', 'config.xml']]);
    const [configuration] = app.configurations;
    expect(configuration?.bundleIdentifier).toBe('com.example.radio');
    expect(configuration?.deploymentTargets).toEqual({ iOS: '15.0' });
    expect(configuration?.ownedInfoPlist).toMatchObject({ effect: 'replaces', isComplete: true });
    expect(valuesOf(configuration?.ownedInfoPlist)).toEqual([
      'UIBackgroundModes: audio (<string>audio</string>)',
    ]);
    expect(configuration?.ownedInfoPlist?.parts[0]).toMatchObject({
      path: [],
      file: { document: { format: 'xml', problems: [] } },
    });
  });

  it('has values that are set, and entitlements', async () => {
    const configuration = await configurationOf(`
      <edit-config file="*-Info.plist" target="NSMicrophoneUsageDescription" mode="merge">
        <string>To record</string>
      </edit-config>
      <config-file target="*/Entitlements-Release.plist" parent="aps-environment">
        <string>production</string>
      </config-file>
      <config-file target="res/xml/config.xml" parent="/*"><feature name="Toast" /></config-file>`);
    expect(valuesOf(configuration?.ownedInfoPlist)).toEqual([
      'NSMicrophoneUsageDescription: To record (<string>To record</string>)',
    ]);
    expect(valuesOf(configuration?.ownedEntitlements)).toEqual([
      'aps-environment: production (<string>production</string>)',
    ]);
  });

  it('has nothing of what is meant for other platforms', async () => {
    const configuration = await configurationOf(
      audio.replace('"ios"', '"osx"').concat('<platform name="ios"/>'),
    );
    expect(configuration?.ownedInfoPlist?.parts).toEqual([]);
    const custom = await configurationOf(
      ['ios', 'osx']
        .map(
          (platform) =>
            `<custom-config-file platform="${platform}" target="*-Info.plist" parent="Key">
            <string>${platform}</string></custom-config-file>`,
        )
        .join(''),
    );
    expect(valuesOf(custom?.ownedInfoPlist)).toEqual(['Key: ios (<string>ios</string>)']);
  });

  it('is not fully known with plugins from elsewhere, but with those of the repository', async () => {
    const downloaded = await configurationOf('<plugin name="cordova-plugin-media" spec="7.0.0" />');
    expect(downloaded?.ownedInfoPlist?.isComplete).toBe(false);
    const plugin = `<plugin id="radio">${audio}</plugin>`;
    const local = await configurationOf('<plugin name="radio" spec="./plugins-src/radio" />', {
      'plugins-src/radio/plugin.xml': plugin,
    });
    expect(local?.ownedInfoPlist?.isComplete).toBe(true);
    expect(local?.ownedInfoPlist?.parts.map(({ file }) => pathOf(file.uri))).toEqual([
      'plugins-src/radio/plugin.xml',
    ]);
    const listed = await configurationOf('', {
      'package.json': `{ "cordova": { "plugins": { "radio": {} } },
        "devDependencies": { "radio": "file:plugins-src/radio" } }`,
      'plugins-src/radio/plugin.xml': plugin,
    });
    expect(listed?.ownedInfoPlist).toMatchObject({ isComplete: true, parts: [{ owner: 'cordova' }] });
  });

  it('takes the place of the project that the tool has written', async () => {
    const { targets } = await runSteps([cordovaStep], {
      'config.xml': config(audio),
      'platforms/ios/Radio.xcodeproj/project.pbxproj': pbxproj({
        targets: [
          { name: 'Radio', settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Radio/Radio-Info.plist' } },
        ],
      }),
      'platforms/ios/Radio/Radio-Info.plist': infoPlist(['location']),
    });
    expect(targets.map(({ name }) => name)).toEqual(['Radio & More']);
  });

  it('is none where config.xml is that of something else, or iOS is not among the platforms', async () => {
    const other = await runSteps([cordovaStep], { 'config.xml': '<configuration/>' });
    expect(other.targets).toEqual([]);
    const android = await runSteps([cordovaStep], {
      'config.xml': config('<engine name="android" />'),
    });
    expect(android.targets).toEqual([]);
    const moved = await runSteps([cordovaStep], {
      'config.xml': config(''),
      'capacitor.config.json': '{}',
    });
    expect(moved.targets).toEqual([]);
    const copies = await runSteps([cordovaStep], {
      'android/app/src/main/res/xml/config.xml': config(audio),
      'ios/App/App/config.xml': '<widget version="1.0.0"/>',
      'App/config.xml': config(audio),
      'App/App-Info.plist': infoPlist([]),
    });
    expect(copies.targets).toEqual([]);
  });

  it('may have its config.xml among its pages', async () => {
    const { target } = await runSteps([cordovaStep], {
      'www/config.xml': config('<plugin name="radio" spec="./radio" />'),
      'radio/plugin.xml': `<plugin id="radio">${audio}</plugin>`,
    });
    expect(target().configurations[0]?.ownedInfoPlist?.parts).toHaveLength(1);
  });

  it('is read as far as a broken config.xml goes', async () => {
    const text = config(audio).replace('</platform>', '');
    const { target, problems } = await runSteps([cordovaStep], { 'config.xml': text });
    expect(valuesOf(target().configurations[0]?.ownedInfoPlist)).toHaveLength(1);
    expect(target().configurations[0]?.ownedInfoPlist?.isComplete).toBe(false);
    expect(problems.map(({ range }) => text.slice(range?.start, range?.end))).toEqual(['</widget>']);
  });

  it('may have a value that is half written', async () => {
    const configuration = await configurationOf(
      '<config-file parent="UIBackgroundModes" target="*-Info.plist"><array><string>aud</config-file>',
    );
    expect(configuration?.ownedInfoPlist?.parts[0]?.file.document.problems.length).toBeGreaterThan(0);
  });
});
