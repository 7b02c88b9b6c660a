import type { RuleExample } from '../../types';
import { type Files, objc, plist, swift } from './example-files';

const session = 'AVAudioSession.sharedInstance()';
const objcSession = '[AVAudioSession sharedInstance]';
const modes = '<key>UIBackgroundModes</key>\n<array>\n\t<string>audio</string>\n</array>';
const receive = 'func pushRegistry(_ registry: PKPushRegistry,';
const types = 'payload: PKPushPayload, for type: PKPushType';

function bad(entry: string, files: Files, note?: string): RuleExample {
  return { kind: 'bad', entry, files, ...(note === undefined ? {} : { note }) };
}

function good(entry: string, files: Files): RuleExample {
  return { kind: 'good', entry, files };
}

function near(entry: string, files: Files, note?: string): RuleExample {
  return { kind: 'near-miss', entry, files, ...(note === undefined ? {} : { note }) };
}

const wakeUps: readonly RuleExample[] = [
  bad(
    'legacy-fetch',
    swift('func start() { UIApplication.shared.⟦setMinimumBackgroundFetchInterval⟧(3600) }', '15.0'),
  ),
  bad(
    'legacy-fetch',
    objc(
      '- (void)application:(UIApplication *)application ⟦performFetchWithCompletionHandler⟧:(void (^)(UIBackgroundFetchResult))done {\n    done(UIBackgroundFetchResultNoData);\n}',
    ),
  ),
  good(
    'legacy-fetch',
    swift(
      'func start() throws { try BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: "com.example.news")) }',
      '15.0',
    ),
  ),
  near(
    'legacy-fetch',
    swift('func start() { UIApplication.shared.setMinimumBackgroundFetchInterval(3600) }', '12.0'),
    'the app still supports systems without BackgroundTasks',
  ),
  near(
    'legacy-fetch',
    swift(
      'func start() {\n  if #available(iOS 13, *) { schedule(); return }\n  UIApplication.shared.setMinimumBackgroundFetchInterval(3600)\n}\nfunc schedule() {}',
    ),
    'what is left is for older systems',
  ),
  near(
    'legacy-fetch',
    swift(
      'func application(_ application: UIApplication, performFetchWithCompletionHandler done: @escaping (UIBackgroundFetchResult) -> Void) -> Bool {\n  done(.noData)\n  return true\n}',
    ),
    'a plugin that is asked by the app delegate',
  ),
  bad(
    'keep-alive-timeout',
    swift('func start(_ application: UIApplication) { application.⟦setKeepAliveTimeout⟧(900) { ping() } }'),
  ),
  bad(
    'keep-alive-timeout',
    objc('- (void)stop {\n    [[UIApplication sharedApplication] ⟦clearKeepAliveTimeout⟧];\n}'),
  ),
  near('keep-alive-timeout', swift('func start(_ socket: Socket) { socket.setKeepAliveTimeout(900) }')),
  bad(
    'voip-stream-service-type',
    swift('func mark(_ request: inout URLRequest) { request.networkServiceType = ⟦.voip⟧ }'),
  ),
  bad(
    'voip-stream-service-type',
    objc(
      '- (void)mark:(NSInputStream *)stream {\n    [stream setProperty:⟦NSStreamNetworkServiceTypeVoIP⟧ forKey:NSStreamNetworkServiceType];\n}',
    ),
  ),
  near(
    'voip-stream-service-type',
    swift('func mark(_ request: inout URLRequest) { request.networkServiceType = .callSignaling }'),
  ),
];

const pushes: readonly RuleExample[] = [
  bad(
    'pushkit-without-completion',
    swift(`${receive} ⟦didReceiveIncomingPushWith⟧ ${types}) { ring(payload) }`),
  ),
  bad(
    'pushkit-without-completion',
    objc(
      '- (void)pushRegistry:(PKPushRegistry *)registry ⟦didReceiveIncomingPushWithPayload⟧:(PKPushPayload *)payload forType:(NSString *)type {\n    [self ring:payload];\n}',
    ),
  ),
  good(
    'pushkit-without-completion',
    swift(
      `${receive} didReceiveIncomingPushWith ${types}, completion: @escaping () -> Void) { ring(payload, completion) }`,
    ),
  ),
  near(
    'pushkit-without-completion',
    swift(`${receive} didReceiveIncomingPushWith ${types}) async { await ring(payload) }`),
    'the method with a completion handler as an async one',
  ),
  bad(
    'pushkit-without-metadata',
    swift(
      `${receive} ⟦didReceiveIncomingPushWith⟧ ${types}, completion: @escaping () -> Void) { ring(payload, completion) }`,
      '26.4',
    ),
  ),
  near(
    'pushkit-without-metadata',
    swift(
      `${receive} didReceiveIncomingPushWith ${types}, completion: @escaping () -> Void) { ring(payload, completion) }`,
      '18.0',
    ),
  ),
  bad(
    'task-submit',
    swift(
      'func refresh(_ request: BGTaskRequest) throws { try BGTaskScheduler.shared.⟦submit⟧(request) }',
      '27.0',
    ),
  ),
  near(
    'task-submit',
    swift(
      'func refresh(_ request: BGTaskRequest) throws { try BGTaskScheduler.shared.submit(request) }',
      '26.0',
    ),
  ),
  bad(
    'background-session-configuration',
    objc(
      '- (NSURLSessionConfiguration *)transfers {\n    return [NSURLSessionConfiguration ⟦backgroundSessionConfiguration⟧:@"com.example.radio"];\n}',
    ),
  ),
  good(
    'background-session-configuration',
    objc(
      '- (NSURLSessionConfiguration *)transfers {\n    return [NSURLSessionConfiguration backgroundSessionConfigurationWithIdentifier:@"com.example.radio"];\n}',
    ),
  ),
];

const audio: readonly RuleExample[] = [
  bad(
    'long-form-policy',
    swift(
      `func start() throws { try ${session}.setCategory(.playback, mode: .default, policy: ⟦.longForm⟧) }`,
    ),
  ),
  bad(
    'long-form-policy',
    objc(
      `- (void)start {\n    [${objcSession} setCategory:AVAudioSessionCategoryPlayback mode:AVAudioSessionModeDefault routeSharingPolicy:⟦AVAudioSessionRouteSharingPolicyLongForm⟧ options:0 error:nil];\n}`,
    ),
  ),
  good(
    'long-form-policy',
    swift(
      `func start() throws { try ${session}.setCategory(.playback, mode: .default, policy: .longFormAudio) }`,
    ),
  ),
  near('long-form-policy', swift('func open(_ article: Article) { article.show(policy: .longForm) }')),
  bad(
    'allow-bluetooth',
    swift(
      `func start() throws { try ${session}.setCategory(.playAndRecord, options: [.defaultToSpeaker, ⟦.allowBluetooth⟧]) }`,
    ),
  ),
  bad(
    'allow-bluetooth',
    objc(
      `- (void)start {\n    [${objcSession} setCategory:AVAudioSessionCategoryRecord withOptions:⟦AVAudioSessionCategoryOptionAllowBluetooth⟧ error:nil];\n}`,
    ),
  ),
  near(
    'allow-bluetooth',
    swift(`func start() throws { try ${session}.setCategory(.playAndRecord, options: .allowBluetoothA2DP) }`),
  ),
  bad(
    'audio-processing-category',
    swift(`func start() throws { try ${session}.setCategory(⟦.audioProcessing⟧) }`),
  ),
  near('audio-processing-category', swift('func start(_ graph: Graph) { graph.select(.audioProcessing) }')),
  bad('audio-session-c-api', swift('func start() { ⟦AudioSessionSetActive⟧(true) }')),
  bad(
    'audio-session-c-api',
    objc('- (void)start {\n    ⟦AudioSessionInitialize⟧(NULL, NULL, NULL, NULL);\n}'),
  ),
  near('audio-session-c-api', objc('- (void)start {\n    AudioServicesPlaySystemSound(1057);\n}')),
  bad(
    'record-permission',
    swift(`func isAllowed() -> Bool { ${session}.⟦recordPermission⟧ == .granted }`, '17.2'),
  ),
  good(
    'record-permission',
    swift('func ask() { AVAudioApplication.requestRecordPermission { _ in } }', '17.2'),
  ),
  near('record-permission', swift(`func ask() { ${session}.requestRecordPermission { _ in } }`, '15.0')),
  near(
    'record-permission',
    swift(
      `func ask() {\n  guard #available(iOS 17, *) else {\n    ${session}.requestRecordPermission { _ in }\n    return\n  }\n  AVAudioApplication.requestRecordPermission { _ in }\n}`,
    ),
  ),
  bad(
    'was-suspended-reason',
    objc(
      '- (BOOL)wasSuspended:(NSNotification *)note {\n    return [note.userInfo[⟦AVAudioSessionInterruptionWasSuspendedKey⟧] boolValue];\n}',
    ),
  ),
  near(
    'was-suspended-reason',
    swift(
      'func wasSuspended(_ note: Notification) -> Any? { note.userInfo?[AVAudioSessionInterruptionWasSuspendedKey] }',
      '14.5',
    ),
  ),
  bad(
    'interruption-notification',
    swift('func name() -> Notification.Name { AVAudioSession.⟦interruptionNotification⟧ }', '27.0'),
  ),
  near(
    'interruption-notification',
    swift('func name() -> Notification.Name { AVAudioSession.interruptionNotification }', '18.0'),
  ),
];

const goods: readonly RuleExample[] = [
  good(
    'keep-alive-timeout',
    swift('func start(_ registry: PKPushRegistry) { registry.desiredPushTypes = [.voIP] }'),
  ),
  good(
    'voip-stream-service-type',
    objc(
      '- (void)mark:(NSInputStream *)stream {\n    [stream setProperty:NSStreamNetworkServiceTypeVoice forKey:NSStreamNetworkServiceType];\n}',
    ),
  ),
  good(
    'pushkit-without-metadata',
    swift(
      `${receive} didReceiveIncomingVoIPPushWith payload: PKPushPayload, metadata: PKVoIPPushMetadata, withCompletionHandler done: @escaping () -> Void) { ring(payload, done) }`,
      '26.4',
    ),
  ),
  good(
    'task-submit',
    swift(
      'func refresh(_ request: BGTaskRequest) async throws { try await BGTaskScheduler.shared.submitTaskRequest(request) }',
      '27.0',
    ),
  ),
  near(
    'background-session-configuration',
    objc(
      '- (id)transfers {\n    return [self.factory backgroundSessionConfiguration:@"com.example.radio"];\n}',
    ),
    'a method of its own',
  ),
  good(
    'allow-bluetooth',
    swift(`func start() throws { try ${session}.setCategory(.record, options: .allowBluetoothHFP) }`),
  ),
  good('audio-processing-category', swift(`func start() throws { try ${session}.setCategory(.playback) }`)),
  good('audio-session-c-api', swift(`func start() throws { try ${session}.setActive(true) }`)),
  good(
    'was-suspended-reason',
    swift(
      'func reason(_ note: Notification) -> Any? { note.userInfo?[AVAudioSessionInterruptionReasonKey] }',
      '17.0',
    ),
  ),
  good(
    'interruption-notification',
    swift('func name() -> Notification.Name { AVAudioSession.didBecomeInactiveNotification }', '27.0'),
  ),
];

export const examples: readonly RuleExample[] = [
  ...wakeUps,
  ...pushes,
  ...audio,
  ...goods,
  bad('exits-on-suspend', plist(`<key>⟦UIApplicationExitsOnSuspend⟧</key>\n<true/>\n${modes}`)),
  good('exits-on-suspend', plist(modes)),
  near('exits-on-suspend', plist(`<key>UIApplicationExitsOnSuspend</key>\n<false/>\n${modes}`)),
];
