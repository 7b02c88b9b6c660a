/** Renaming, in memory; `⟦` marks the cursor. What is expected are the lines that differ. */
import { describe, expect, it } from 'vitest';
import { rename, renameSubject } from '../../../../server/src/core/features/rename/rename';
import {
  type Files,
  identifierApp,
  infoPlist,
  permittedPlist,
  renamed,
} from '../../../support/identifier-app';
import { pbxproj } from '../../../support/pbxproj-builder';

/** `path: line` of every line that the rename changes. */
async function changes(files: Files, newName: string): Promise<readonly string[]> {
  const after = await renamed(files, newName);
  return Object.entries(files).flatMap(([path, text]) => {
    const before = text.replace('⟦', '').split('\n');
    const lines = (after?.[path] ?? '').split('\n');
    return lines.filter((line, index) => line !== before[index]).map((line) => `${path}: ${line.trim()}`);
  });
}

function swift(...lines: readonly string[]): string {
  return ['import BackgroundTasks', 'import Foundation', ...lines, ''].join('\n');
}

function request(argument: string): string {
  return `let request = BGAppRefreshTaskRequest(identifier: ${argument})`;
}

const refresh = 'com.example.app.refresh';
const sync = 'com.example.app.sync';
const literal = `"com.example.⟦app.refresh"`;

/** An app of an Xcode project with this bundle identifier in each configuration. */
function project(...bundles: readonly [debug: string, release?: string]): Files {
  const [debug, release = debug] = bundles;
  return {
    'App.xcodeproj/project.pbxproj': pbxproj({
      targets: [
        {
          name: 'App',
          settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'App/Info.plist' },
          perConfiguration: {
            Debug: { PRODUCT_BUNDLE_IDENTIFIER: debug },
            Release: { PRODUCT_BUNDLE_IDENTIFIER: release },
          },
          sources: ['App/A.swift'],
        },
      ],
    }),
  };
}

describe('a task identifier gets its new name', () => {
  it('in code of both languages and in the Info.plist, from any of them', async () => {
    const files: Files = {
      'App/Info.plist': infoPlist(refresh, 'com.example.app.other'),
      'App/Names.h': `#define kRefresh @"com.example.app.refresh"\n`,
      'App/Old.m': `#import "Names.h"
#import <BackgroundTasks/BackgroundTasks.h>
void ask(void) { [[BGAppRefreshTaskRequest alloc] initWithIdentifier:kRefresh]; }
NSString *const Name = @"com.example.app.refresh";
void stop(BGTask *task) {
    [BGTaskScheduler.sharedScheduler cancelTaskRequestWithIdentifier:Name];
    if ([task.identifier isEqualToString:@"com.example.app.refresh"]) stop(task);
}
`,
      'App/A.swift': swift(
        'enum TaskID: String { case refresh = "com.example.app.refresh" }',
        request('TaskID.refresh.rawValue'),
        'func handle(task: BGTask) { switch task.identifier {',
        'case "com.example.app.refresh": break',
        'default: break } }',
      ),
    };
    const expected = [
      'App/Info.plist: <string>com.example.app.sync</string>',
      'App/Names.h: #define kRefresh @"com.example.app.sync"',
      'App/Old.m: NSString *const Name = @"com.example.app.sync";',
      'App/Old.m: if ([task.identifier isEqualToString:@"com.example.app.sync"]) stop(task);',
      'App/A.swift: enum TaskID: String { case refresh = "com.example.app.sync" }',
      'App/A.swift: case "com.example.app.sync": break',
    ];
    for (const [path, text] of Object.entries(files)) {
      const marked = { ...files, [path]: text.replace('example.app.refresh', 'example.⟦app.refresh') };
      expect(await changes(marked, sync), path).toEqual(expected);
    }
  });

  it('behind the bundle identifier, which stays a variable', async () => {
    const files = {
      ...project('com.example.app'),
      'App/Info.plist': infoPlist('$(PRODUCT_BUNDLE_IDENTIFIER).refresh'),
      'App/A.swift': swift(
        request('"\\(Bundle.main.bundleIdentifier!).refresh"'),
        'BGTaskScheduler.shared.cancel(taskRequestWithIdentifier: "com.example.app.⟦refresh")',
        request('Bundle.main.bundleIdentifier! + ".refresh"'),
      ),
    };
    expect(await changes(files, sync)).toEqual([
      'App/Info.plist: <string>$(PRODUCT_BUNDLE_IDENTIFIER).sync</string>',
      'App/A.swift: let request = BGAppRefreshTaskRequest(identifier: "\\(Bundle.main.bundleIdentifier!).sync")',
      'App/A.swift: BGTaskScheduler.shared.cancel(taskRequestWithIdentifier: "com.example.app.sync")',
      'App/A.swift: let request = BGAppRefreshTaskRequest(identifier: Bundle.main.bundleIdentifier! + ".sync")',
    ]);
  });

  it('written with the variable too', async () => {
    const files = {
      ...project('com.example.app.debug', 'com.example.app'),
      'App/Info.plist': infoPlist('$(PRODUCT_BUNDLE_IDENTIFIER).⟦refresh'),
      'App/A.swift': swift(request('"\\(Bundle.main.bundleIdentifier!).refresh"')),
    };
    const expected = [
      'App/Info.plist: <string>$(PRODUCT_BUNDLE_IDENTIFIER).sync</string>',
      'App/A.swift: let request = BGAppRefreshTaskRequest(identifier: "\\(Bundle.main.bundleIdentifier!).sync")',
    ];
    expect(await changes(files, '$(PRODUCT_BUNDLE_IDENTIFIER).sync')).toEqual(expected);
    expect(await changes(files, 'com.example.app.debug.sync')).toEqual(expected);
    expect(await changes(files, sync)).toEqual(expected);
  });

  it('instead of the variable, when it does not begin with its value', async () => {
    const files = {
      ...project('com.example.app'),
      'App/Info.plist': infoPlist('$(PRODUCT_BUNDLE_IDENTIFIER).refresh'),
      'App/A.swift': swift(request(literal)),
    };
    expect(await changes(files, 'org.example.sync')).toEqual([
      'App/Info.plist: <string>org.example.sync</string>',
      'App/A.swift: let request = BGAppRefreshTaskRequest(identifier: "org.example.sync")',
    ]);
  });

  it('in the last part of what is put together', async () => {
    const files = {
      'App/Info.plist': infoPlist(refresh),
      'App/A.swift': swift(
        'enum Names { static let prefix = "com.example.app." }',
        request('Names.prefix + "ref⟦resh"'),
      ),
      'App/Old.m': `#import <BackgroundTasks/BackgroundTasks.h>
void ask(void) { [[BGAppRefreshTaskRequest alloc] initWithIdentifier:[NSString stringWithFormat:@"com.example.%@.refresh", @"app"]]; }
`,
    };
    expect(await changes(files, 'com.example.app.100%')).toEqual([
      'App/Info.plist: <string>com.example.app.100%</string>',
      'App/A.swift: let request = BGAppRefreshTaskRequest(identifier: Names.prefix + "100%")',
      'App/Old.m: void ask(void) { [[BGAppRefreshTaskRequest alloc] initWithIdentifier:[NSString stringWithFormat:@"com.example.%@.100%%", @"app"]]; }',
    ]);
  });

  it('in the raw value of a case, behind what a member puts in front of it', async () => {
    const files = {
      ...project('com.example.app'),
      'App/Info.plist': infoPlist(
        '$(PRODUCT_BUNDLE_IDENTIFIER).refresh',
        '$(PRODUCT_BUNDLE_IDENTIFIER).sync',
      ),
      'App/A.swift': swift(
        'enum TaskID: String {',
        '  case refresh = "ref⟦resh", sync = "sync"',
        '  var full: String {',
        '    guard let bundle = Bundle.main.bundleIdentifier else { return "none" }',
        '    return "\\(bundle).\\(rawValue)"',
        '  }',
        '}',
        request('TaskID.refresh.full'),
        request('TaskID.sync.full'),
      ),
    };
    expect(await changes(files, 'com.example.app.new')).toEqual([
      'App/Info.plist: <string>$(PRODUCT_BUNDLE_IDENTIFIER).new</string>',
      'App/A.swift: case refresh = "new", sync = "sync"',
    ]);
  });

  it('where it reaches the SDK on a way that is not known', async () => {
    const files = {
      'App/Info.plist': infoPlist(refresh),
      'App/Scheduler.swift': swift('public func schedule(_ name: String) {', request('name'), '}'),
      'App/Main.swift': swift(`func start() { schedule(${literal}) }`),
    };
    expect(await changes(files, sync)).toEqual([
      'App/Info.plist: <string>com.example.app.sync</string>',
      'App/Main.swift: func start() { schedule("com.example.app.sync") }',
    ]);
  });

  it('only in the target that is meant', async () => {
    const settings = (name: string) => ({ SDKROOT: 'iphoneos', INFOPLIST_FILE: `${name}/Info.plist` });
    const files = {
      'App.xcodeproj/project.pbxproj': pbxproj({
        targets: [
          { name: 'One', settings: settings('One'), sources: ['One/A.swift'] },
          { name: 'Two', settings: settings('Two'), sources: ['Two/A.swift'] },
        ],
      }),
      'One/Info.plist': infoPlist(refresh),
      'Two/Info.plist': infoPlist(refresh),
      'One/A.swift': swift(request(literal)),
      'Two/A.swift': swift(request(`"${refresh}"`)),
    };
    expect(await changes(files, sync)).toEqual([
      'One/Info.plist: <string>com.example.app.sync</string>',
      'One/A.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.app.sync")',
    ]);
  });

  it('in every target that shares a file with it', async () => {
    const settings = (name: string) => ({ SDKROOT: 'iphoneos', INFOPLIST_FILE: `${name}/Info.plist` });
    const files = {
      'App.xcodeproj/project.pbxproj': pbxproj({
        targets: [
          { name: 'One', settings: settings('One'), sources: ['Shared/A.swift'] },
          { name: 'Two', settings: settings('Two'), sources: ['Shared/A.swift', 'Two/B.swift'] },
        ],
      }),
      'One/Info.plist': infoPlist(`${refresh.replace('refresh', '⟦refresh')}`),
      'Two/Info.plist': infoPlist(refresh),
      'Shared/A.swift': swift(request(`"${refresh}"`)),
      'Two/B.swift': swift(request(`"${refresh}"`)),
    };
    expect(await changes(files, sync)).toEqual([
      'One/Info.plist: <string>com.example.app.sync</string>',
      'Two/Info.plist: <string>com.example.app.sync</string>',
      'Shared/A.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.app.sync")',
      'Two/B.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.app.sync")',
    ]);
  });
});

describe('targets with bundle identifiers of their own', () => {
  const app = (name: string) => ({
    name,
    settings: {
      SDKROOT: 'iphoneos',
      INFOPLIST_FILE: `${name}/Info.plist`,
      PRODUCT_BUNDLE_IDENTIFIER: `com.example.${name}`,
    },
    sources: ['Shared/A.swift', `${name}/B.swift`],
  });
  const files: Files = {
    'App.xcodeproj/project.pbxproj': pbxproj({ targets: [app('app'), app('beta')] }),
    'app/Info.plist': infoPlist('$(PRODUCT_BUNDLE_IDENTIFIER).refresh'),
    'beta/Info.plist': infoPlist('$(PRODUCT_BUNDLE_IDENTIFIER).refresh'),
    'Shared/A.swift': swift(request('"\\(Bundle.main.bundleIdentifier!).refresh"')),
    'app/B.swift': swift(request('"com.example.app.refresh"')),
    'beta/B.swift': swift(request('"com.example.beta.refresh"')),
  };

  it.each(Object.keys(files).slice(1))(
    'are renamed together where they share code, from %s',
    async (path) => {
      const marked = { ...files, [path]: (files[path] ?? '').replace('refresh', '⟦refresh') };
      const name = path.startsWith('beta') ? 'com.example.beta.sync' : 'com.example.app.sync';
      expect(await changes(marked, name)).toEqual([
        'app/Info.plist: <string>$(PRODUCT_BUNDLE_IDENTIFIER).sync</string>',
        'beta/Info.plist: <string>$(PRODUCT_BUNDLE_IDENTIFIER).sync</string>',
        'Shared/A.swift: let request = BGAppRefreshTaskRequest(identifier: "\\(Bundle.main.bundleIdentifier!).sync")',
        'app/B.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.app.sync")',
        'beta/B.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.beta.sync")',
      ]);
    },
  );
});

describe('targets that share an Info.plist', () => {
  it('are renamed together', async () => {
    const files = {
      'App.xcodeproj/project.pbxproj': pbxproj({
        targets: ['app', 'beta'].map((name) => ({
          name,
          settings: {
            SDKROOT: 'iphoneos',
            INFOPLIST_FILE: 'App/Info.plist',
            PRODUCT_BUNDLE_IDENTIFIER: `com.example.${name}`,
          },
          sources: [`${name}/A.swift`],
        })),
      }),
      'App/Info.plist': infoPlist('$(PRODUCT_BUNDLE_IDENTIFIER).refresh'),
      'app/A.swift': swift(request(literal)),
      'beta/A.swift': swift(request('"com.example.beta.refresh"')),
    };
    expect(await changes(files, sync)).toEqual([
      'App/Info.plist: <string>$(PRODUCT_BUNDLE_IDENTIFIER).sync</string>',
      'app/A.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.app.sync")',
      'beta/A.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.beta.sync")',
    ]);
    expect(await changes(files, 'org.example.sync')).toEqual([
      'App/Info.plist: <string>org.example.sync</string>',
      'app/A.swift: let request = BGAppRefreshTaskRequest(identifier: "org.example.sync")',
      'beta/A.swift: let request = BGAppRefreshTaskRequest(identifier: "org.example.sync")',
    ]);
  });
});

describe('a session identifier', () => {
  it('gets its new name where it is made, compared and handed to SwiftUI', async () => {
    const files = {
      'App/Info.plist': infoPlist(),
      'App/A.swift': swift(
        'import SwiftUI',
        'let name = "uploads"',
        'let configuration = URLSessionConfiguration.background(withIdentifier: name)',
        'let scene = WindowGroup { }.backgroundTask(.urlSession("up⟦loads")) { }',
        'let key = "uploads"',
      ),
      'App/Old.m': `#import <UIKit/UIKit.h>
@implementation Old
- (void)application:(UIApplication *)app handleEventsForBackgroundURLSession:(NSString *)session completionHandler:(void (^)(void))done {
    if ([session isEqualToString:@"uploads"]) done();
}
@end
`,
    };
    expect(await changes(files, 'transfers')).toEqual([
      'App/A.swift: let name = "transfers"',
      'App/A.swift: let scene = WindowGroup { }.backgroundTask(.urlSession("transfers")) { }',
      'App/Old.m: if ([session isEqualToString:@"transfers"]) done();',
    ]);
  });
});

describe('in the file of a tool', () => {
  const code = { 'Player/A.swift': swift(request(literal)) };
  const changed =
    'Player/A.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.app.s\'y\\"nc")';

  const spec = (item: string) => `name: Player
targets:
  Player:
    type: application
    platform: iOS
    sources: [Player]
    info:
      path: Player/Info.plist
      properties:
        BGTaskSchedulerPermittedIdentifiers:
          - ${item} # of the app
`;

  it.each([
    [refresh, `"com.example.app.s'y\\"nc"`],
    [`'${refresh}'`, `'com.example.app.s''y"nc'`],
    [`"${refresh}"`, `"com.example.app.s'y\\"nc"`],
  ])('project.yml: %s', async (before, after) => {
    expect(await changes({ 'project.yml': spec(before), ...code }, `com.example.app.s'y"nc`)).toEqual([
      `project.yml: - ${after} # of the app`,
      changed,
    ]);
  });

  it('app.json, and nothing that is written from it', async () => {
    const files = {
      'app.json': `{
  "expo": {
    "name": "Player",
    "ios": {
      "bundleIdentifier": "com.example.app",
      "infoPlist": { "BGTaskSchedulerPermittedIdentifiers": ["com.example.app.refresh"] }
    }
  }
}
`,
      'package.json': '{ "dependencies": { "expo": "52.0.0" } }',
      'ios/Player.xcodeproj/project.pbxproj': pbxproj({
        targets: [
          {
            name: 'Player',
            settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: 'Player/Info.plist' },
            sources: ['Player/A.swift'],
          },
        ],
      }),
      '.gitignore': '/ios\n',
      'ios/Player/Info.plist': infoPlist(refresh),
      'ios/Player/A.swift': swift(request(literal)),
    };
    expect(await changes(files, `com.example.app.s"ync`)).toEqual([
      'app.json: "infoPlist": { "BGTaskSchedulerPermittedIdentifiers": ["com.example.app.s\\"ync"] }',
      'ios/Player/A.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.app.s\\"ync")',
    ]);
  });

  it('Project.swift', async () => {
    const files = {
      'Project.swift': `import ProjectDescription
let project = Project(
    name: "Player",
    targets: [
        .target(
            name: "App",
            destinations: .iOS,
            product: .app,
            bundleId: "com.example.app",
            infoPlist: .extendingDefault(with: [
                "BGTaskSchedulerPermittedIdentifiers": [.string("com.example.app.ref⟦resh"), "com.example.app.other"]
            ]),
            sources: ["Player/**"]
        ),
    ]
)
`,
      'Player/A.swift': swift(request(`"${refresh}"`)),
    };
    expect(await changes(files, sync)).toEqual([
      'Project.swift: "BGTaskSchedulerPermittedIdentifiers": [.string("com.example.app.sync"), "com.example.app.other"]',
      'Player/A.swift: let request = BGAppRefreshTaskRequest(identifier: "com.example.app.sync")',
    ]);
  });

  it('the property list that it writes is no place to rename in', async () => {
    const files = {
      'project.yml': spec(refresh),
      'Player/Info.plist': infoPlist('com.example.app.⟦refresh'),
      'Player/A.swift': swift(request(`"${refresh}"`)),
    };
    await expect(renamed(files, sync)).rejects.toThrow(
      'Info.plist is written from project.yml: rename the identifier where it comes from',
    );
  });
});

describe('texts keep their notation', () => {
  it.each([
    ['XML', '<string>com.example.app.refresh</string>', '<string>com.example.&lt;a&gt;&amp;"</string>'],
    [
      'CDATA',
      '<string><![CDATA[com.example.app.refresh]]></string>',
      '<string><![CDATA[com.example.<a>&"]]></string>',
    ],
  ])('%s', async (_, before, after) => {
    const files = { 'App/Info.plist': permittedPlist(before), 'App/A.swift': swift(request(literal)) };
    expect((await changes(files, 'com.example.<a>&"'))[0]).toBe(`App/Info.plist: ${after}`);
  });

  it.each([
    ['"com.example.⟦app.refresh"', String.raw`"com.example.\\(a)\""`],
    ['#"com.example.⟦app.refresh"#', String.raw`#"com.example.\(a)""#`],
    ['"com.example.⟦app\\u{2E}refresh"', String.raw`"com.example.\\(a)\""`],
  ])('Swift: %s', async (before, after) => {
    const files = { 'App/Info.plist': infoPlist(refresh), 'App/A.swift': swift(request(before)) };
    expect((await changes(files, String.raw`com.example.\(a)"`))[1]).toBe(
      `App/A.swift: let request = BGAppRefreshTaskRequest(identifier: ${after})`,
    );
  });
});

describe('a name that is none is refused', () => {
  const files = {
    'App/Info.plist': infoPlist(refresh, 'com.example.app.other'),
    'App/A.swift': swift(request(literal)),
  };

  it.each([
    ['', 'An identifier needs a name'],
    ['com.example.my app', 'An identifier holds no spaces, line ends or invisible characters'],
    ['com.example\n', 'An identifier holds no spaces, line ends or invisible characters'],
    ['com.example\u200b', 'An identifier holds no spaces, line ends or invisible characters'],
    ['$(NAME).sync', '$(PRODUCT_BUNDLE_IDENTIFIER) is the only build variable an identifier can hold'],
    ['a.$(PRODUCT_BUNDLE_IDENTIFIER)', '$(PRODUCT_BUNDLE_IDENTIFIER) can only stand at the beginning'],
    ['com.example.*', "A name that ends with '.*' stands for several identifiers"],
    ['a'.repeat(129), 'iOS ignores identifiers of more than 128 characters'],
    ['com.example.app.other', "'com.example.app.other' is another identifier already"],
  ])('%j', async (name, message) => {
    await expect(renamed(files, name)).rejects.toThrow(message);
  });

  it('changes nothing when the name stays', async () => {
    expect(await changes(files, refresh)).toEqual([]);
  });
});

describe('a rename that could not be complete is refused', () => {
  it.each<[why: string, files: Files, message: string]>([
    [
      'the bundle identifier is put in front of it in code',
      {
        ...project('com.example.app'),
        'App/Info.plist': infoPlist('com.example.app.⟦refresh'),
        'App/A.swift': swift(request('"\\(Bundle.main.bundleIdentifier!).refresh"')),
      },
      'The identifier begins with the bundle identifier in A.swift, line 3: the new name has to begin with it too',
    ],
    [
      'its parts are somewhere else',
      {
        'App/Info.plist': infoPlist('com.example.app.⟦refresh'),
        'App/A.swift': swift('let prefix = "com.example.app."', request('prefix + "refresh"')),
      },
      'The identifier is put together in A.swift, line 4: the new name has to keep all but its last part',
    ],
    [
      'a part of it belongs to others too',
      {
        'App/Info.plist': infoPlist('com.example.app.⟦refresh', 'com.example.app.refresh.all'),
        'App/A.swift': swift(
          'let name = "com.example.app.refresh"',
          request('name'),
          request('name + ".all"'),
        ),
      },
      "The text in A.swift, line 3 is part of 'com.example.app.refresh.all' too",
    ],
    [
      'it is a name of a case',
      {
        'App/Info.plist': infoPlist('re⟦fresh'),
        'App/A.swift': swift('enum TaskID: String { case refresh }', request('TaskID.refresh.rawValue')),
      },
      'The identifier is not written as a plain string in A.swift, line 3',
    ],
    [
      'it stands in several lines',
      {
        'App/Info.plist': infoPlist('com.example.app.⟦refresh'),
        'App/A.swift': swift(request('"""\n  com.example.app.refresh\n  """')),
      },
      'The identifier is not written as a plain string in A.swift, line 3',
    ],
    [
      'a raw string cannot hold the name',
      {
        'App/Info.plist': infoPlist('com.example.app.⟦refresh'),
        'App/A.swift': swift(request('#"com.example.app.refresh"#')),
      },
      'The raw string in A.swift, line 3 cannot hold the new name',
    ],
    [
      'a wildcard stands for it',
      { 'App/Info.plist': infoPlist('com.example.⟦*'), 'App/A.swift': swift(request('"com.example.a"')) },
      "'com.example.*' stands for several identifiers, which have names of their own",
    ],
    [
      'a wildcard permits only the old name',
      { 'App/Info.plist': infoPlist('com.example.app.*'), 'App/A.swift': swift(request(literal)) },
      "The identifier is permitted by 'com.example.app.*' in Info.plist: the new name has to fit it",
    ],
    [
      'a comment stands in the entry',
      {
        'App/Info.plist': permittedPlist('<string>com.example.app.refresh<!-- hourly --></string>'),
        'App/A.swift': swift(request(literal)),
      },
      'A comment stands in the identifier in Info.plist, line 10',
    ],
    [
      'the code that names it is not seen',
      {
        'App/Info.plist': infoPlist('com.example.app.⟦refresh'),
        'App/A.swift': swift('func ask(_ name: String) {', request('"com.example.app." + name'), '}'),
      },
      "No code was found that names 'com.example.app.refresh', but A.swift uses identifiers that cannot be followed",
    ],
    [
      'another string is the same, and nobody knows where it goes',
      {
        'App/Info.plist': infoPlist(),
        'App/A.swift': swift(
          'func open(_ name: String) { _ = URLSessionConfiguration.background(withIdentifier: name) }',
          'let configuration = URLSessionConfiguration.background(withIdentifier: "up⟦loads")',
          'let key = "uploads"',
        ),
      },
      "'uploads' in A.swift, line 5 may be the identifier or something else: code uses identifiers that cannot be followed",
    ],
    [
      'the code is written in another language',
      {
        'Radio.csproj': `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFrameworks>net9.0-android;net9.0-ios</TargetFrameworks>
    <UseMaui>true</UseMaui>
    <SingleProject>true</SingleProject>
    <ApplicationId>com.example.radio</ApplicationId>
  </PropertyGroup>
</Project>
`,
        'Platforms/iOS/Info.plist': infoPlist('com.example.radio.⟦refresh'),
      },
      "No code was found that names 'com.example.radio.refresh', and not all code of 'Radio' is known",
    ],
    [
      'its file belongs to no target',
      {
        'Sources/A.swift': swift(
          'let a = URLSessionConfiguration.background(withIdentifier: "com.example.⟦a")',
        ),
      },
      'A.swift belongs to no known target, so other places of the identifier could not be renamed',
    ],
    [
      'the Info.plist is half written',
      {
        ...project('com.example.app'),
        'App/Info.plist': infoPlist(refresh).replace('</array>', ''),
        'App/A.swift': swift(request(literal)),
      },
      'Info.plist cannot be read as it is: repair it first',
    ],
    [
      'the Info.plist lies outside of the workspace',
      {
        'App.xcodeproj/project.pbxproj': pbxproj({
          targets: [
            {
              name: 'App',
              settings: { SDKROOT: 'iphoneos', INFOPLIST_FILE: '../Elsewhere/Info.plist' },
              sources: ['App/A.swift'],
            },
          ],
        }),
        'App/A.swift': swift(request(literal)),
      },
      "The Info.plist of 'App' (Debug) cannot be read, so the identifier in it could not be renamed",
    ],
    [
      'the Info.plist is another identifier in another target',
      {
        'App.xcodeproj/project.pbxproj': pbxproj({
          targets: ['app', 'beta'].map((name) => ({
            name,
            settings: {
              SDKROOT: 'iphoneos',
              INFOPLIST_FILE: 'App/Info.plist',
              TASK_PREFIX: `com.example.${name}`,
            },
            sources: [`${name}/A.swift`],
          })),
        }),
        'App/Info.plist': infoPlist('$(TASK_PREFIX).refresh'),
        'app/A.swift': swift(request(literal)),
        'beta/A.swift': swift(request('"com.example.beta.refresh"')),
      },
      "Info.plist, line 10 is another identifier in 'beta', whose code would no longer fit",
    ],
  ])('%s', async (_, files, message) => {
    await expect(renamed(files, 'org.example."#new')).rejects.toThrow(message);
  });
});

describe('what is offered to be renamed', () => {
  async function subject(files: Files): Promise<readonly [string | undefined, string | undefined]> {
    const { workspace, cursor, show } = await identifierApp(files);
    const found = await renameSubject(workspace, cursor.uri, cursor.offset);
    return [found && show([{ uri: cursor.uri, range: found.range }])[0], found?.name];
  }

  it('is the whole identifier, also where a part of it is written', async () => {
    const files = {
      ...project('com.example.app'),
      'App/Info.plist': infoPlist('$(PRODUCT_BUNDLE_IDENTIFIER).refresh'),
      'App/A.swift': swift(request('"\\(Bundle.main.bundleIdentifier!).ref⟦resh"')),
    };
    expect(await subject(files)).toEqual([
      'App/A.swift: \\(Bundle.main.bundleIdentifier!).refresh',
      'com.example.app.refresh',
    ]);
  });

  it('is refused where the bundle identifier stands inside of it, and is not one', async () => {
    const code = swift(request('"refresh-⟦\\(Bundle.main.bundleIdentifier!)"'));
    const several = {
      'App.xcodeproj/project.pbxproj': pbxproj({
        targets: [
          {
            name: 'App',
            settings: { INFOPLIST_FILE: 'App/Info.plist' },
            perConfiguration: {
              Debug: { PRODUCT_BUNDLE_IDENTIFIER: 'com.example.debug' },
              Release: { PRODUCT_BUNDLE_IDENTIFIER: 'com.example.app' },
            },
            sources: ['App/A.swift'],
          },
        ],
      }),
      'App/Info.plist': infoPlist('refresh-$(PRODUCT_BUNDLE_IDENTIFIER)'),
      'App/A.swift': code,
    };
    await expect(subject(several)).rejects.toThrow('The name has the bundle identifier in it');
    expect(await subject({ ...several, ...project('com.example.app') })).toEqual([
      expect.anything(),
      'refresh-com.example.app',
    ]);
  });

  it('is nothing on names of constants and on other strings', async () => {
    const app = { 'App/Info.plist': infoPlist(refresh) };
    const constant = `let name = "${refresh}"`;
    expect(await subject({ ...app, 'App/A.swift': swift(constant, request('na⟦me')) })).toEqual([
      undefined,
      undefined,
    ]);
    expect(
      await subject({
        ...app,
        'App/A.swift': swift(constant, request('name'), 'print("com.example.app.⟦refresh")'),
      }),
    ).toEqual([undefined, undefined]);
  });
});

describe('a file that has changed on disk', () => {
  it('is not edited before its change is known', async () => {
    const files = { 'App/Info.plist': infoPlist(refresh), 'App/A.swift': swift(request(literal)) };
    const { workspace, host, cursor } = await identifierApp(files);
    host.contents.set(host.uri('App/Info.plist'), infoPlist('com.example.app.first', refresh));
    const again = () => rename(workspace, cursor.uri, cursor.offset, sync);
    await expect(again()).rejects.toThrow('Info.plist has just changed: try again');
    workspace.didChangeFiles([{ uri: host.uri('App/Info.plist'), type: 'changed' }]);
    await workspace.load();
    expect((await again())?.files).toHaveLength(2);
  });
});
