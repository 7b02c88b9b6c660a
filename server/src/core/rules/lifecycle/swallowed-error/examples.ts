import type { RuleExample } from '../../types';

function example(
  entry: string,
  kind: RuleExample['kind'],
  files: RuleExample['files'],
  note?: string,
): RuleExample {
  return { kind, entry, files, ...(note === undefined ? {} : { note }) };
}

const playing = (body: string) => ({
  'Player.swift': `import AVFAudio

final class Player {
    func start() throws {
        let session = AVAudioSession.sharedInstance()
        ${body.trim().replaceAll('\n', '\n        ')}
    }
}
`,
});

const playingObjc = (body: string) => ({
  'Player.m': `#import <AVFoundation/AVFoundation.h>

@implementation Player

- (void)start {
    ${body.trim().replaceAll('\n', '\n    ')}
}

@end
`,
});

const scheduling = (body: string) => ({
  'Scheduling.swift': `import BackgroundTasks

func schedule(_ request: BGTaskRequest) throws {
    ${body.trim().replaceAll('\n', '\n    ')}
}
`,
});

const schedulingObjc = (body: string) => ({
  'Scheduler.m': `#import <BackgroundTasks/BackgroundTasks.h>

@implementation Scheduler

- (void)schedule:(BGTaskRequest *)request {
    ${body.trim().replaceAll('\n', '\n    ')}
}

@end
`,
});

const audio = 'audio-session';
const submit = 'task-submit';

export const examples: readonly RuleExample[] = [
  example(audio, 'bad', playing('⟦try?⟧ session.setCategory(.playback)')),
  example(audio, 'bad', playing('_ = ⟦try?⟧ session.setActive(true)')),
  example(
    audio,
    'bad',
    playing('do {\n    try session.setCategory(.playback)\n    try session.setActive(true)\n} ⟦catch⟧ {}'),
    'Once for one catch',
  ),
  example(
    audio,
    'bad',
    playingObjc('[[AVAudioSession sharedInstance] setCategory:AVAudioSessionCategoryPlayback ⟦error⟧:nil];'),
  ),
  example(audio, 'bad', playingObjc('[[AVAudioSession sharedInstance] setActive:YES ⟦error⟧:NULL];')),
  example(
    audio,
    'good',
    playing('do {\n    try session.setCategory(.playback)\n} catch {\n    logger.error("\\(error)")\n}'),
  ),
  example(
    audio,
    'good',
    playingObjc(`NSError *error = nil;
if (![[AVAudioSession sharedInstance] setActive:YES error:&error]) { NSLog(@"%@", error); }`),
  ),
  example(audio, 'near-miss', playing('try session.setCategory(.playback)'), 'The caller looks at it'),
  example(
    audio,
    'near-miss',
    playing('try? session.setActive(false, options: .notifyOthersOnDeactivation)'),
    'Nothing is lost when the end fails',
  ),
  example(
    audio,
    'near-miss',
    playing('guard (try? session.setActive(true)) != nil else { return }'),
    'The failure counts, if not the reason',
  ),
  example(
    audio,
    'near-miss',
    playing('do {\n    try session.setActive(true)\n} catch {\n    // The next call tries again.\n}'),
    'Meant like that',
  ),
  example(
    audio,
    'near-miss',
    playingObjc('if (![[AVAudioSession sharedInstance] setActive:YES error:nil]) { [self fail]; }'),
  ),
  example(submit, 'bad', scheduling('⟦try?⟧ BGTaskScheduler.shared.submit(request)')),
  example(submit, 'bad', scheduling('do {\n    try BGTaskScheduler.shared.submit(request)\n} ⟦catch⟧ {\n}')),
  example(
    submit,
    'bad',
    schedulingObjc('[[BGTaskScheduler sharedScheduler] submitTaskRequest:request ⟦error⟧:nil];'),
  ),
  example(
    submit,
    'good',
    scheduling(
      'do {\n    try BGTaskScheduler.shared.submit(request)\n} catch {\n    print("Could not schedule: \\(error)")\n}',
    ),
  ),
  example(
    submit,
    'good',
    schedulingObjc(`NSError *error = nil;
if (![[BGTaskScheduler sharedScheduler] submitTaskRequest:request error:&error]) { NSLog(@"%@", error); }`),
  ),
  example(
    submit,
    'near-miss',
    {
      'Form.swift':
        'struct Form {\n    func submit() throws {}\n}\n\nfunc send(_ form: Form) {\n    try? form.submit()\n}\n',
    },
    'Another submit',
  ),
];
