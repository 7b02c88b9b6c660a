/** What is known of the sample app, test/fixtures/podcast-player; paths are relative to it. */

/** Its mistakes, one for each of the first rules. */
export const mistakes = {
  missingMode: { file: 'PodcastPlayer/Playback/NowPlayingInfo.swift', rule: 'missing-background-mode' },
  lateEnd: {
    file: 'PodcastPlayer/Library/ProgressSync.swift',
    rule: 'expiration-handler-does-not-end-task',
  },
  neverEnded: { file: 'Legacy/OPMLImporter.m', rule: 'background-task-not-ended' },
  invalidMode: { file: 'PodcastPlayer/Info.plist', rule: 'invalid-background-mode' },
} as const;

/** Does what the files with mistakes do, and does it right. */
export const flawlessFile = 'PodcastPlayer/Library/LibrarySaver.swift';

/** The title of the fix for `missingMode` begins so; it edits `infoPlist`. */
export const missingModeFix = "Add 'audio' to UIBackgroundModes";
export const infoPlist = 'PodcastPlayer/Info.plist';

/** The row of the checklist for the missing mode, and one for a mode that is declared and used. */
export const missingModeLabel = 'Audio, AirPlay, and Picture in Picture';
export const declaredModeLabel = 'Background fetch';

/** A background task: its identifier stands in `infoPlist` and, as a constant, in the file that registers its handler. */
export const task = {
  identifier: 'com.example.podcastplayer.refresh',
  file: 'PodcastPlayer/Library/FeedRefresher.swift',
  /** As written where the handler is registered. */
  registration: 'forTaskWithIdentifier: Self.identifier',
} as const;
