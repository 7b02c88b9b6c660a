import { describe, expect, it } from 'vitest';
import { dotnetStep } from '../../../server/src/core/project/owners/dotnet';
import { pathOf, runSteps, valuesOf } from '../../support/owner-steps';
import { infoPlist, plistText } from '../../support/plist-text';

const project = (content: string) => `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    ${content}
  </PropertyGroup>
</Project>
`;
const maui = `<TargetFrameworks>net9.0-android;net9.0-ios;net9.0-maccatalyst</TargetFrameworks>
    <UseMaui>true</UseMaui>
    <SingleProject>true</SingleProject>
    <ApplicationId>com.example.radio</ApplicationId>
    <SupportedOSPlatformVersion Condition="$([MSBuild]::GetTargetPlatformIdentifier('$(TargetFramework)')) == 'ios'">15.0</SupportedOSPlatformVersion>
    <SupportedOSPlatformVersion Condition="$([MSBuild]::GetTargetPlatformIdentifier('$(TargetFramework)')) == 'android'">21.0</SupportedOSPlatformVersion>`;
const entitlements = plistText({ 'aps-environment': 'development' });

describe('an app of .NET MAUI', () => {
  const files = {
    'Radio.csproj': project(maui),
    'Platforms/iOS/Info.plist': infoPlist(['audio']),
    'Platforms/iOS/Entitlements.plist': entitlements,
    'Platforms/MacCatalyst/Info.plist': infoPlist([]),
  };

  it('is a target for each of the platforms of Apple, with files of its own', async () => {
    const { targets, problems } = await runSteps([dotnetStep], files);
    expect(problems).toEqual([]);
    expect(
      targets.map(({ name, platforms, configurations: [configuration] }) => [
        name,
        platforms,
        pathOf(configuration?.infoPlistUri),
        pathOf(configuration?.entitlementsUri),
        configuration?.deploymentTargets,
      ]),
    ).toEqual([
      ['Radio', ['iOS'], 'Platforms/iOS/Info.plist', 'Platforms/iOS/Entitlements.plist', { iOS: '15.0' }],
      ['Radio (Mac Catalyst)', ['macCatalyst'], 'Platforms/MacCatalyst/Info.plist', undefined, {}],
    ]);
    expect(targets[0]).toMatchObject({
      product: 'app',
      isComplete: false,
      owners: [{ kind: 'dotnet', generates: [] }],
      configurations: [{ bundleIdentifier: 'com.example.radio', infoPlistUnresolved: false }],
    });
  });

  it('takes values from the nearest Directory.Build.props', async () => {
    const props = (version: string) => `<Project><PropertyGroup>
      <SupportedOSPlatformVersion Condition="'$(TargetFramework)' == 'net9.0-maccatalyst'">${version}</SupportedOSPlatformVersion>
    </PropertyGroup></Project>`;
    const { target } = await runSteps([dotnetStep], {
      'src/Directory.Build.props': props('16.0'),
      'Directory.Build.props': props('14.0'),
      'src/App/App.csproj': project('<TargetFrameworks>net9.0-ios;net9.0-maccatalyst</TargetFrameworks>'),
      'src/App/Info.plist': infoPlist([]),
    });
    expect(target('App').configurations[0]?.deploymentTargets).toEqual({});
    expect(target('App (Mac Catalyst)').configurations[0]?.deploymentTargets).toEqual({
      macCatalyst: '16.0',
    });
  });

  it('does not find an Info.plist of another spelling', async () => {
    const { target, problems } = await runSteps([dotnetStep], {
      'Radio.csproj': project('<TargetFramework>net9.0-ios</TargetFramework>'),
      'info.plist': infoPlist([]),
    });
    expect(target('Radio').configurations[0]).toMatchObject({
      infoPlistUri: undefined,
      infoPlistUnresolved: true,
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'info.plist must be spelled Info.plist: the build of .NET does not find it',
    ]);
  });
});

describe('an app of .NET for iOS', () => {
  it('names entitlements for each configuration', async () => {
    const { target } = await runSteps([dotnetStep], {
      'App/App.csproj': `<Project>
        <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
        <PropertyGroup Condition=" '$(Configuration)|$(Platform)' == 'Debug|iPhone' ">
          <CodesignEntitlements>Resources\\Debug.plist</CodesignEntitlements>
        </PropertyGroup>
        <PropertyGroup Condition=" '$(Configuration)|$(Platform)' == 'Release|iPhone' ">
          <CodesignEntitlements>Entitlements.plist</CodesignEntitlements>
        </PropertyGroup>
        <Import Project="$(MSBuildExtensionsPath)\\Xamarin\\iOS\\Xamarin.iOS.CSharp.targets" />
      </Project>`,
      'App/Info.plist': infoPlist([]),
      'App/Entitlements.plist': entitlements,
      'App/Resources/Debug.plist': entitlements,
    });
    expect(
      target('App').configurations.map(({ name, infoPlistUri, entitlementsUri }) => [
        name,
        pathOf(infoPlistUri),
        pathOf(entitlementsUri),
      ]),
    ).toEqual([
      ['Debug', 'App/Info.plist', 'App/Resources/Debug.plist'],
      ['Release', 'App/Info.plist', 'App/Entitlements.plist'],
    ]);
  });

  it('may name entitlements by a property that is not known', async () => {
    const { target } = await runSteps([dotnetStep], {
      'App.csproj': project(
        '<TargetFramework>net9.0-ios</TargetFramework><CodesignEntitlements>$(Flavor).plist</CodesignEntitlements>',
      ),
      'Info.plist': infoPlist([]),
      'Entitlements.plist': entitlements,
    });
    expect(target('App').configurations).toMatchObject([
      { entitlementsUri: undefined, entitlementsUnresolved: true },
    ]);
  });

  it('merges further property lists over its own', async () => {
    const { target } = await runSteps([dotnetStep], {
      'App.csproj': project('<TargetFramework>net9.0-ios</TargetFramework>').replace(
        '</Project>',
        '<ItemGroup><PartialAppManifest Include="Modes.plist" /></ItemGroup></Project>',
      ),
      'Info.plist': infoPlist([]),
      'Modes.plist': plistText({ UIBackgroundModes: ['audio'] }),
    });
    const owned = target('App').configurations[0]?.ownedInfoPlist;
    expect(owned).toMatchObject({ effect: 'extends', isComplete: true });
    expect(valuesOf(owned)).toEqual(['UIBackgroundModes: audio (<string>audio</string>)']);
  });

  it('may be an extension', async () => {
    const { target } = await runSteps([dotnetStep], {
      'Share.csproj': project('<TargetFramework>net9.0-ios</TargetFramework>').replace(
        '<OutputType>Exe</OutputType>',
        '<OutputType>Library</OutputType><IsAppExtension>true</IsAppExtension>',
      ),
    });
    expect(target('Share').product).toBe('app-extension');
  });
});

describe('other projects of .NET', () => {
  it('are no targets', async () => {
    const { targets } = await runSteps([dotnetStep], {
      'Server.csproj': project('<TargetFramework>net9.0</TargetFramework>'),
      'Lib.csproj':
        '<Project><PropertyGroup><TargetFramework>net9.0-ios</TargetFramework></PropertyGroup></Project>',
      'Broken.csproj': '<Project><Prop',
    });
    expect(targets).toEqual([]);
  });

  it('are read as far as they are not broken', async () => {
    const text = project('<TargetFramework>net9.0-ios</TargetFramework>').replace('</PropertyGroup>', '');
    const { targets, problems } = await runSteps([dotnetStep], {
      'App.csproj': text,
      'Info.plist': infoPlist([]),
    });
    expect(targets.map(({ name }) => name)).toEqual(['App']);
    expect(problems).toHaveLength(1);
  });
});
