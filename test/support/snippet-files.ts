/** Files, and whole apps, with the body of a snippet where it belongs. */
import { plist, stringArray } from '../../server/src/core/rules/example-files';
import type { Files } from './check-files';
import { pbxproj } from './pbxproj-builder';
import type { SnippetContext } from './snippet-contexts';

const imports = [
  'StoreKit',
  'ActivityKit',
  'AlarmKit',
  'AVFoundation',
  'AVKit',
  'BackgroundTasks',
  'CallKit',
  'CoreBluetooth',
  'CoreLocation',
  'HealthKit',
  'LiveCommunicationKit',
  'MediaPlayer',
  'MetricKit',
  'PushKit',
  'PushToTalk',
  'SwiftUI',
  'UIKit',
  'UserNotifications',
  'WatchKit',
];

/** A Swift file with the body where it belongs. */
export function swiftFile(body: string, { around = 'type' }: SnippetContext): string {
  const head = imports.map((name) => `import ${name}\n`).join('');
  return `${head}\n${swiftShells[around](body)}`;
}

type Shell = (body: string) => string;

const swiftShells: Readonly<Record<NonNullable<SnippetContext['around']>, Shell>> = {
  type: (body) => `final class Sample: NSObject {\n${body}\n}\n`,
  function: (body) => `final class Sample: NSObject {\n    func sample() throws {\n${body}\n    }\n}\n`,
  scene: (body) =>
    `@main struct SampleApp: App {\n    var body: some Scene {\n        WindowGroup { Text("") }\n${body}\n    }\n}\n`,
  view: (body) =>
    `struct Sample: View {\n    @Environment(\\.scenePhase) private var scenePhase\n    var body: some View {\n        Text("")\n${body}\n    }\n}\n`,
  nothing: (body) => `${body}\n`,
};

/** An Objective-C file with the body where it belongs. */
export function objectiveCFile(body: string, { around = 'type' }: SnippetContext): string {
  const inside = around === 'function' ? `- (void)sample {\n${body}\n}` : body;
  return `#import <UIKit/UIKit.h>\n\n@implementation Sample\n\n${inside}\n\n@end\n`;
}

/** The files of an app with these sources, by their paths below `App`, and with what the context declares. */
export function appAround(sources: Files, context: SnippetContext): Files {
  const isWatch = context.target === 'watch';
  const app = {
    name: 'App',
    type: context.target === 'extension' ? 'app-extension' : 'application',
    folders: ['App'],
    settings: {
      INFOPLIST_FILE: 'App/Info.plist',
      CODE_SIGN_ENTITLEMENTS: 'App/App.entitlements',
      PRODUCT_BUNDLE_IDENTIFIER: 'com.example.app',
      ...(isWatch ? { SDKROOT: 'watchos', WATCHOS_DEPLOYMENT_TARGET: '10.0' } : deployment),
    },
  };
  const folder = { path: 'App', exceptions: { App: ['Info.plist', 'App.entitlements'] } };
  return {
    'App.xcodeproj/project.pbxproj': pbxproj({ targets: [app], folders: [folder] }),
    'App/Info.plist': plist(infoPlistBody(context)),
    'App/App.entitlements': plist(dictionaryBody(context.entitlements ?? {})),
    'background-modes.json': '{ "preset": "strict" }\n',
    ...Object.fromEntries(Object.entries(sources).map(([path, text]) => [`App/${path}`, text])),
  };
}

const deployment = { IPHONEOS_DEPLOYMENT_TARGET: '17.0' };

/** A property list with the body in its root dictionary, after what the context declares there. */
export function propertyListFile(body: string, context: SnippetContext): string {
  return plist(context.file === undefined ? `${infoPlistBody(context)}${body}` : body);
}

/** What stands in the dictionary of the target's Info.plist. */
function infoPlistBody({ lists = {}, texts = {}, ...context }: SnippetContext): string {
  const all = {
    UIBackgroundModes: context.modes ?? [],
    WKBackgroundModes: context.watchModes ?? [],
    BGTaskSchedulerPermittedIdentifiers: context.permitted ?? [],
    ...lists,
  };
  const arrays = Object.entries(all).filter(([, values]) => values.length > 0);
  return [...arrays.map(([key, values]) => stringArray(key, values)), dictionaryBody(texts)].join('');
}

function dictionaryBody(values: Readonly<Record<string, string | true>>): string {
  return Object.entries(values)
    .map(([key, value]) => `<key>${key}</key>\n${value === true ? '<true/>' : `<string>${value}</string>`}\n`)
    .join('');
}
