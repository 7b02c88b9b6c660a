import type { RuleExample } from '../../types';

function swift(body: string): RuleExample['files'] {
  return {
    'Transfers.swift': `import BackgroundTasks\nimport Foundation\n\nfunc prepare() {\n${body.trim().replace(/^(?=.)/gm, '  ')}\n}\n`,
  };
}

function objc(body: string): RuleExample['files'] {
  return {
    'Transfers.m': `#import <Foundation/Foundation.h>

@implementation Transfers

- (void)prepare {
${body.trim().replace(/^(?=.)/gm, '    ')}
}

@end
`,
  };
}

function scan(option: string, mode: string): RuleExample['files'] {
  return {
    'Scanner.swift': `import CoreBluetooth
func scan(_ central: CBCentralManager) {
  central.scanForPeripherals(withServices: nil, options: [${option}])
}
`,
    'Info.plist': `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0">
<dict>
	<key>UIBackgroundModes</key>
	<array>
		<string>${mode}</string>
	</array>
</dict>
</plist>
`,
  };
}

const background = 'let files = URLSessionConfiguration.background(withIdentifier: "com.example.files")';

export const examples: readonly RuleExample[] = [
  {
    kind: 'bad',
    entry: 'url-session',
    files: swift(`${background}\nfiles.⟦waitsForConnectivity⟧ = true\nuse(files)`),
  },
  {
    kind: 'bad',
    entry: 'url-session',
    files: swift('let plain = URLSessionConfiguration.default\nplain.⟦isDiscretionary⟧ = true\nuse(plain)'),
  },
  {
    kind: 'good',
    entry: 'url-session',
    files: swift(`${background}\nfiles.isDiscretionary = true\nuse(files)`),
  },
  {
    kind: 'near-miss',
    entry: 'url-session',
    note: 'either kind',
    files: swift(
      'func set(_ configuration: URLSessionConfiguration) { configuration.waitsForConnectivity = true }',
    ),
  },
  {
    kind: 'bad',
    entry: 'url-session',
    files: objc(
      'NSURLSessionConfiguration *plain = [NSURLSessionConfiguration defaultSessionConfiguration];\nplain.⟦sessionSendsLaunchEvents⟧ = YES;\n[self use:plain];',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'url-session',
    files: objc(
      'NSURLSessionConfiguration *files = [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.files"];\nfiles.discretionary = YES;\n[self use:files];',
    ),
  },
  {
    kind: 'bad',
    entry: 'continued-task-begin-date',
    files: swift(
      'let request = BGContinuedProcessingTaskRequest(identifier: "com.example.export", title: "Export", subtitle: "")\nrequest.⟦earliestBeginDate⟧ = Date(timeIntervalSinceNow: 60)\nuse(request)',
    ),
  },
  {
    kind: 'near-miss',
    entry: 'continued-task-begin-date',
    files: swift(
      'let request = BGProcessingTaskRequest(identifier: "com.example.clean")\nrequest.earliestBeginDate = Date(timeIntervalSinceNow: 86_400)\nuse(request)',
    ),
  },
  {
    kind: 'bad',
    entry: 'bluetooth-allow-duplicates',
    files: scan('⟦CBCentralManagerScanOptionAllowDuplicatesKey⟧: true', 'bluetooth-central'),
  },
  {
    kind: 'near-miss',
    entry: 'bluetooth-allow-duplicates',
    note: 'no scan goes on in the background',
    files: scan('CBCentralManagerScanOptionAllowDuplicatesKey: true', 'fetch'),
  },
  {
    kind: 'near-miss',
    entry: 'bluetooth-allow-duplicates',
    files: scan('CBCentralManagerScanOptionAllowDuplicatesKey: false', 'bluetooth-central'),
  },
  {
    kind: 'good',
    entry: 'url-session',
    files: objc(
      'NSURLSessionConfiguration *plain = [NSURLSessionConfiguration defaultSessionConfiguration];\nplain.waitsForConnectivity = YES;\n[self use:plain];',
    ),
  },
  {
    kind: 'good',
    entry: 'continued-task-begin-date',
    files: swift(
      'let request = BGContinuedProcessingTaskRequest(identifier: "com.example.export", title: "Export", subtitle: "")\nrequest.strategy = .fail\nuse(request)',
    ),
  },
  {
    kind: 'good',
    entry: 'bluetooth-allow-duplicates',
    files: scan('CBCentralManagerScanOptionSolicitedServiceUUIDsKey: services', 'bluetooth-central'),
  },
];
