/** Downloads of streams and settings of ad frameworks, for the rules about media. */

/**
 * Downloads of HTTP live streams.
 * Source: developer.apple.com/documentation/avfoundation/avassetdownloadurlsession
 */
export const assetDownload = {
  type: 'AVAssetDownloadURLSession',
  selector: 'sessionWithConfiguration:assetDownloadDelegate:delegateQueue:',
  configurationLabels: ['configuration', 'sessionWithConfiguration'],
} as const;

/** Configurations of sessions inside of the app: members in Swift, class methods in Objective-C. */
export const foregroundConfigurations: ReadonlySet<string> = new Set([
  'default',
  'ephemeral',
  'defaultSessionConfiguration',
  'ephemeralSessionConfiguration',
]);

/** Source: developers.google.com/interactive-media-ads/docs/sdks/ios/background_ad_playback */
export const imaSettings = {
  type: 'IMASettings',
  flag: 'enableBackgroundPlayback',
  setter: 'setEnableBackgroundPlayback',
  loader: 'IMAAdsLoader',
} as const;

export const jwSettings = {
  builder: 'JWAdSettingsBuilder',
  build: ['build', 'buildAndReturnError'],
} as const;

/** Identifiers whose presence in a text makes it worth analysing. */
export const mediaSymbols: readonly string[] = [assetDownload.type, imaSettings.loader, jwSettings.builder];
