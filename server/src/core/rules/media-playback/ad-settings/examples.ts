import type { RuleExample } from '../../types';

function swift(module: string, body: string): RuleExample['files'] {
  return {
    'Ads.swift': `import ${module}

final class Ads {
  func prepare() throws {
${body.trim().replace(/^/gm, '    ')}
  }
}
`,
  };
}

function objc(body: string): RuleExample['files'] {
  return {
    'Ads.m': `@implementation Ads

- (void)prepare {
${body.trim().replace(/^/gm, '    ')}
}

@end
`,
  };
}

const ima = 'GoogleInteractiveMediaAds';
const flagged = 'let settings = IMASettings()\nsettings.enableBackgroundPlayback = true\n';
const jw = 'JWPlayerKit';
const built = 'JWAdSettingsBuilder().allowsBackgroundPlayback(true).build()';

export const examples: readonly RuleExample[] = [
  { kind: 'bad', entry: 'ima', files: swift(ima, `${flagged}loader = ⟦IMAAdsLoader⟧()`) },
  { kind: 'bad', entry: 'ima', files: swift(ima, `${flagged}loader = ⟦IMAAdsLoader⟧(settings: nil)`) },
  { kind: 'good', entry: 'ima', files: swift(ima, `${flagged}loader = IMAAdsLoader(settings: settings)`) },
  { kind: 'near-miss', entry: 'ima', note: 'no settings', files: swift(ima, 'loader = IMAAdsLoader()') },
  {
    kind: 'near-miss',
    entry: 'ima',
    note: 'settings about something else',
    files: swift(ima, 'let settings = IMASettings()\nsettings.language = "de"\nloader = IMAAdsLoader()'),
  },
  {
    kind: 'bad',
    entry: 'ima',
    files: objc(`IMASettings *settings = [[IMASettings alloc] init];
settings.enableBackgroundPlayback = YES;
self.loader = [[⟦IMAAdsLoader⟧ alloc] init];`),
  },
  {
    kind: 'good',
    entry: 'ima',
    files: objc(`IMASettings *settings = [[IMASettings alloc] init];
settings.enableBackgroundPlayback = YES;
self.loader = [[IMAAdsLoader alloc] initWithSettings:settings];`),
  },
  {
    kind: 'bad',
    entry: 'jw',
    files: swift(
      jw,
      `let ⟦adSettings⟧ = ${built}\nads = try JWAdsAdvertisingConfigBuilder().tag(url).build()`,
    ),
  },
  {
    kind: 'good',
    entry: 'jw',
    files: swift(
      jw,
      `let adSettings = ${built}\nads = try JWAdsAdvertisingConfigBuilder().tag(url).adSettings(adSettings).build()`,
    ),
  },
  {
    kind: 'near-miss',
    entry: 'jw',
    note: 'kept for later',
    files: swift(jw, `let adSettings = ${built}\nself.settings = adSettings`),
  },
];
