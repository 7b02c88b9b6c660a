import { appProject } from '../../example-projects';
import type { RuleExample } from '../../types';
import {
  example,
  identifiers,
  info,
  launching,
  launchingObjc,
  registering,
  registeringObjc,
  submitting,
  submittingObjc,
} from '../example-parts';

const refresh = '"com.example.app.refresh"';
const permitted = info(identifiers('com.example.app.refresh'));
const mistyped = info(identifiers('com.example.app.refesh'));

const exporting = (identifier: string) => `import BackgroundTasks

func export() throws {
    let id = ${identifier}
    let request = BGContinuedProcessingTaskRequest(identifier: id, title: "Export", subtitle: "Starting")
    try BGTaskScheduler.shared.submit(request)
}
`;

const modifier = (identifier: string) => `import SwiftUI

@main struct ExampleApp: App {
    var body: some Scene {
        WindowGroup { RootView() }
            .backgroundTask(.appRefresh(${identifier})) { await Feed.load() }
    }
}
`;

export const examples: readonly RuleExample[] = [
  example(
    'bad',
    {
      ...launching(registering(`⟦${refresh}⟧`)),
      'Scheduling.swift': submitting(`⟦${refresh}⟧`),
      ...mistyped,
    },
    'A letter is missing in the Info.plist',
  ),
  example('bad', { ...launching(registering(`⟦${refresh}⟧`)), ...info() }, 'There is no list at all'),
  example('bad', { 'App.swift': modifier(`⟦${refresh}⟧`), ...mistyped }, "SwiftUI's handler"),
  example('bad', {
    'Identifiers.swift': 'enum TaskID {\n    static let refresh = "com.example.app.refresh"\n}\n',
    ...launching(registering('⟦TaskID⟧.refresh')),
    ...mistyped,
  }),
  example(
    'bad',
    {
      'Scheduling.swift': submitting('⟦"com.example.app.export.1"⟧'),
      ...info(identifiers('com.example.app.export.*')),
    },
    'A wildcard counts for continued tasks alone',
  ),
  example('bad', { ...launchingObjc(registeringObjc('⟦@"com.example.app.refresh"⟧')), ...mistyped }),
  example('bad', { 'Scheduler.m': submittingObjc('⟦@"com.example.app.refresh"⟧'), ...mistyped }),
  example('good', {
    ...launching(registering(refresh)),
    'Scheduling.swift': submitting(refresh),
    ...permitted,
  }),
  example('good', { 'App.swift': modifier(refresh), ...permitted }),
  example('good', {
    ...launchingObjc(registeringObjc('@"com.example.app.refresh"')),
    'Scheduler.m': submittingObjc('@"com.example.app.refresh"'),
    ...permitted,
  }),
  example('near-miss', {
    'App.xcodeproj/project.pbxproj': appProject({
      settings: 'INFOPLIST_FILE = Info.plist;\nPRODUCT_BUNDLE_IDENTIFIER = com.example.app;',
    }),
    'Scheduling.swift': submitting(refresh),
    ...info(identifiers('$(PRODUCT_BUNDLE_IDENTIFIER).refresh')),
  }),
  example(
    'near-miss',
    {
      'Scheduling.swift': submitting('Bundle.main.bundleIdentifier! + ".refresh"'),
      ...info(identifiers('$(PRODUCT_BUNDLE_IDENTIFIER).refresh')),
    },
    'The same text, whatever the bundle identifier is',
  ),
  example(
    'near-miss',
    {
      'Export.swift': exporting('Bundle.main.bundleIdentifier! + ".export." + UUID().uuidString'),
      ...info(identifiers('$(PRODUCT_BUNDLE_IDENTIFIER).export.*')),
    },
    'Nobody knows the identifier',
  ),
  example('near-miss', {
    'Export.swift': exporting('"com.example.app.export.video"'),
    ...info(identifiers('com.example.app.export.*')),
  }),
  example(
    'near-miss',
    { ...launching(registering(refresh)), ...info(identifiers('$(TASK_PREFIX).refresh')) },
    'A build variable of unknown value',
  ),
  example(
    'near-miss',
    {
      'Tidy.swift':
        'import BackgroundTasks\n\nfunc tidy() {\n    BGTaskScheduler.shared.cancel(taskRequestWithIdentifier: "com.example.app.old")\n}\n',
      ...permitted,
    },
    'Cancelling what an earlier version has left behind',
  ),
];
