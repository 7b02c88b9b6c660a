/** Types that other files declare decide what an API is used of. */
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../server/src/core/workspace-types';
import { hostOf as appOf, type Files, opened } from '../../support/handed-values';
import type { MemoryHost } from '../../support/memory-fs';
import { infoPlist } from '../../support/plist-text';

function hostOf(files: Files): MemoryHost {
  return appOf({ 'Info.plist': infoPlist([]), ...files });
}

async function found(workspace: Workspace): Promise<readonly string[]> {
  const all = await workspace.allFindings();
  return all
    .filter(({ rule }) => rule === 'missing-background-mode')
    .map(({ uri, entry }) => `${uri.slice('file:///ws/'.length)} ${entry}`);
}

async function check(files: Files): Promise<readonly string[]> {
  const workspace = await opened(hostOf(files));
  const findings = await found(workspace);
  workspace.dispose();
  return findings;
}

const track = `import CoreLocation
extension Screen { func track() { world.place.tracker.allowsBackgroundLocationUpdates = true } }
`;
const screen = 'class Screen { let world = World() }\n';
const world = 'class World { let place: Place }\n';
const place = 'class Place { let tracker = Tracker() }\n';
const own = 'class Tracker { var allowsBackgroundLocationUpdates = false }\n';
const api = 'import CoreLocation\nclass Place { let tracker = CLLocationManager() }\n';
const missing = 'App/Track.swift location-background-updates';

describe('the type of a receiver', () => {
  it('is followed through files that name no API', async () => {
    const files = { 'App/Track.swift': track, 'App/Screen.swift': screen, 'App/World.swift': world };
    expect(await check({ ...files, 'App/Place.swift': api })).toEqual([missing]);
    expect(await check({ ...files, 'App/Place.swift': place, 'App/Own.swift': own })).toEqual([]);
  });

  it('changes findings in another file within the same update', async () => {
    const host = hostOf({
      'App/Track.swift': track,
      'App/Screen.swift': screen,
      'App/World.swift': world,
      'App/Place.swift': place,
      'App/Own.swift': own,
    });
    const workspace = await opened(host);
    await workspace.update();
    expect(await found(workspace)).toEqual([]);
    workspace.didOpen(host.uri('App/Place.swift'), 1, api);
    expect(await workspace.update()).toContain(host.uri('App/Track.swift'));
    expect(await found(workspace)).toEqual([missing]);
    workspace.didChange(host.uri('App/Place.swift'), 2, place, undefined);
    await workspace.update();
    expect(await found(workspace)).toEqual([]);
    workspace.dispose();
  });

  it.each([
    ['is the API’s where nothing else conforms to the protocol', '', ['App/Session.swift audio-now-playing']],
    ['is not known with a double in a file without APIs', 'class Silence: Sounding {}\n', []],
  ])('%s', async (_what, double, expected) => {
    const files = {
      'App/Session.swift': `import AVFoundation
import MediaPlayer
extension Deck { func start() throws {
  try session.setCategory(.playback)
  MPNowPlayingInfoCenter.default().nowPlayingInfo = [:]
  AVPlayer().play()
} }
`,
      'App/Deck.swift': 'class Deck { let session: any Sounding }\n',
      'App/Sounding.swift': 'protocol Sounding: AnyObject { var volume: Float { get } }\n',
      'App/Conformance.swift': 'import AVFoundation\nextension AVAudioSession: Sounding {}\n',
      'App/Double.swift': double,
    };
    expect(await check(files)).toEqual(expected);
  });
});
