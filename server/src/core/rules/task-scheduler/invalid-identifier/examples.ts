import { appPlist, stringArray } from '../../example-files';
import { appProject } from '../../example-projects';
import type { RuleExample } from '../../types';

type Kind = RuleExample['kind'];

function example(entry: string, kind: Kind, files: RuleExample['files'], note?: string): RuleExample {
  return { kind, entry, files, ...(note === undefined ? {} : { note }) };
}

const plist = (identifier: string) => ({
  'Info.plist': appPlist(stringArray('BGTaskSchedulerPermittedIdentifiers', [identifier])),
});
const project = (bundle: string) => ({
  'App.xcodeproj/project.pbxproj': appProject({
    configurations: { Release: `INFOPLIST_FILE = Info.plist;\nPRODUCT_BUNDLE_IDENTIFIER = ${bundle};` },
  }),
});
const swift = (identifier: string, more = '') => ({
  'Export.swift': `import BackgroundTasks

func registerExport() {
  BGTaskScheduler.shared.register(forTaskWithIdentifier: ${identifier}, using: nil) { task in
    task.expirationHandler = { task.setTaskCompleted(success: false) }
    task.setTaskCompleted(success: true)
  }
}
${more}`,
});
const objc = (identifier: string) => ({
  'Export.m': `#import <BackgroundTasks/BackgroundTasks.h>

BGProcessingTaskRequest *exportRequest(void) {
    return [[BGProcessingTaskRequest alloc] initWithIdentifier:${identifier}];
}
`,
});

const long = `com.example.${'a'.repeat(117)}`;

export const examples: readonly RuleExample[] = [
  example('too-long', 'bad', plist(`⟦${long}⟧`)),
  example('too-long', 'bad', {
    ...plist(`⟦$(PRODUCT_BUNDLE_IDENTIFIER)⟧.${'a'.repeat(117)}`),
    ...project('com.example'),
  }),
  example('too-long', 'good', plist('com.example.app.refresh')),
  example('too-long', 'near-miss', plist(long.slice(0, 128)), 'As long as it may be'),
  example('too-long', 'near-miss', plist(`$(UNKNOWN).${'a'.repeat(130)}`), 'A variable that nobody knows'),
  example('wildcard-form', 'bad', plist('⟦com.example.app.export*⟧')),
  example('wildcard-form', 'bad', plist('⟦com.example.*.export⟧')),
  example('wildcard-form', 'bad', plist('⟦com.*.example.*⟧')),
  example('wildcard-form', 'bad', { ...plist('⟦com.other.export.*⟧'), ...project('com.example.app') }),
  example('wildcard-form', 'good', { ...plist('com.example.app.export.*'), ...project('com.example.app') }),
  example('wildcard-form', 'near-miss', {
    ...plist('$(PRODUCT_BUNDLE_IDENTIFIER).export.*'),
    ...project('com.example.app'),
  }),
  example(
    'wildcard-form',
    'near-miss',
    { ...plist('com.other.export.*'), ...project('"$(UNKNOWN).app"') },
    'An unknown bundle identifier',
  ),
  example('wildcard-in-code', 'bad', swift('⟦"com.example.app.export.*"⟧')),
  example('wildcard-in-code', 'bad', objc('⟦@"com.example.app.export.*"⟧')),
  example('wildcard-in-code', 'good', swift('"com.example.app.export.photos"')),
  example('wildcard-in-code', 'good', objc('@"com.example.app.export.photos"')),
  example(
    'wildcard-in-code',
    'near-miss',
    swift('"com.example.app.export.photos"', 'let pattern = "com.example.app.export.*"\n'),
  ),
];
