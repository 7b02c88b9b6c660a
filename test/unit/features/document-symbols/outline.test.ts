import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faults, printed, symbolsOf } from './support';

const plist = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
	<key>Näme 🎧</key>
	<string>Ünder
	  way</string>
	<key>UIBackgroundModes</key>
	<array>
		<string>audio</string>
		<string></string>
	</array>
	<key>Scenes</key>
	<dict>
		<key>Multiple</key>
		<true/>
		<key>Count</key>
		<integer>3</integer>
	</dict>
	<key>Types</key>
	<array>
		<dict>
			<key>Role</key>
			<string>Viewer</string>
		</dict>
	</array>
</dict>
</plist>
`;

const project = `// !$*UTF8*$!
{
	archiveVersion = 1;
	objects = {
		A1 = {isa = PBXBuildFile; fileRef = A2; };
		A2 = {isa = PBXFileReference; path = App.swift; };
		B1 = {isa = PBXGroup; children = (A2); path = Sources; };
		C1 = {
			isa = PBXNativeTarget;
			buildConfigurationList = D1;
			buildPhases = (E1);
			name = "Player 🎧";
		};
		P1 = {isa = PBXProject; buildConfigurationList = D2; targets = (C1); };
		E1 = {isa = PBXSourcesBuildPhase; files = (A1); };
		F1 = {
			isa = XCBuildConfiguration;
			buildSettings = {
				INFOPLIST_FILE = "App/Info.plist";
				LD_RUNPATH_SEARCH_PATHS = ("$(inherited)", "@executable_path");
			};
			name = Debug;
		};
		F2 = {isa = XCBuildConfiguration; buildSettings = { SDKROOT = iphoneos; }; name = Debug; };
		D1 = {isa = XCConfigurationList; buildConfigurations = (F1); };
		D2 = {isa = XCConfigurationList; buildConfigurations = (F2); };
	};
	rootObject = P1;
}
`;

const xcconfig = `#include "Base.xcconfig"
#include? "Local.xcconfig"
// Signing
CODE_SIGN_ENTITLEMENTS[sdk=iphoneos*] = App/App.entitlements
EMPTY =
`;

describe('the outline of a property list', () => {
  it('has keys with their values, and items by their values', async () => {
    expect(printed(await symbolsOf('Info.plist', plist))).toEqual([
      'Näme 🎧: Ünder way',
      'UIBackgroundModes: 2 items',
      '  audio',
      '  Item 1',
      'Scenes: 2 keys',
      '  Multiple: YES',
      '  Count: 3',
      'Types: 1 item',
      '  Item 0: 1 key',
      '    Role: Viewer',
    ]);
  });

  it('selects the key, and reaches from the key to the end of the value', async () => {
    const [name] = await symbolsOf('Info.plist', plist);
    expect(plist.slice(name?.selectionRange.start, name?.selectionRange.end)).toBe('Näme 🎧');
    expect(plist.slice(name?.range.start, name?.range.end)).toMatch(/^<key>Näme.*way<\/string>$/s);
  });

  it('keeps what can be read of a broken list, keys without value included', async () => {
    const broken = '<plist><dict><key>A</key><key>B</key><array><string>x</string><key>C';
    expect(printed(await symbolsOf('Info.plist', broken))).toEqual(
      expect.arrayContaining(['A', expect.stringMatching(/^B/), '  x']),
    );
  });

  it('is there for privacy manifests, which are no part of an app’s targets', async () => {
    expect(printed(await symbolsOf('PrivacyInfo.xcprivacy', plist))).toContain('  audio');
  });

  it('is empty for lists that are not XML, and for other files', async () => {
    expect(await symbolsOf('Localizable.plist', '{ a = b; }')).toEqual([]);
    expect(await symbolsOf('App.swift', 'let a = 1')).toEqual([]);
  });
});

describe('the outline of a project', () => {
  it('follows the text, and says whose each configuration is', async () => {
    expect(printed(await symbolsOf('App.xcodeproj/project.pbxproj', project))).toEqual([
      'Groups',
      '  Sources',
      'Targets',
      '  Player 🎧',
      'Project',
      '  Project: 1 target',
      'Build phases',
      '  Sources: 1 file',
      'Build configurations',
      '  Debug: Player 🎧',
      '    INFOPLIST_FILE: App/Info.plist',
      '    LD_RUNPATH_SEARCH_PATHS: $(inherited) @executable_path',
      '  Debug: project',
      '    SDKROOT: iphoneos',
    ]);
  });
});

describe('the outline of a build configuration file', () => {
  it('has includes and settings with their conditions', async () => {
    expect(printed(await symbolsOf('App.xcconfig', xcconfig))).toEqual([
      'Base.xcconfig: #include',
      'Local.xcconfig: #include?',
      'CODE_SIGN_ENTITLEMENTS[sdk=iphoneos*]: App/App.entitlements',
      'EMPTY',
    ]);
  });
});

describe('every outline', () => {
  it.each([
    ['Info.plist', plist],
    ['App.xcodeproj/project.pbxproj', project],
    ['App.xcconfig', xcconfig],
  ])('of %s stays within the text and within itself, however damaged the text is', async (name, text) => {
    const offset = fc.nat({ max: text.length });
    await fc.assert(
      fc.asyncProperty(
        offset,
        offset,
        fc.constantFrom('', '<', '</dict>', '<key>', '"', '{', '};', '\\\n', '🎧'),
        async (one, other, put) => {
          const [start, end] = one < other ? [one, other] : [other, one];
          const damaged = text.slice(0, start) + put + text.slice(end);
          const symbols = await symbolsOf(name, damaged);
          expect(faults(symbols, { start: 0, end: damaged.length })).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
