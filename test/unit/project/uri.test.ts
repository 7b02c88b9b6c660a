import { describe, expect, it } from 'vitest';
import {
  basenameUri,
  dirnameUri,
  extensionUri,
  isInside,
  joinUri,
  normaliseUri,
  relativeUri,
} from '../../../server/src/core/uri';

describe('normaliseUri', () => {
  it('gives every spelling of a document the same name', () => {
    expect(normaliseUri('file:///ws/My%20App/Info.plist')).toBe(normaliseUri('file:///ws/My App/Info.plist'));
    expect(normaliseUri('file:///C:/App/a.swift')).toBe(normaliseUri('file:///c%3A/App/a.swift'));
    expect(normaliseUri('file:///ws/App/')).toBe('file:///ws/App');
    expect(normaliseUri('file:///ws/./App/../Info.plist')).toBe('file:///ws/Info.plist');
  });

  it('is idempotent and keeps what is no URI', () => {
    const once = normaliseUri('file:///ws/a+b (1)/ä#.swift');
    expect(normaliseUri(once)).toBe(once);
    expect(normaliseUri('not a uri')).toBe('not a uri');
    expect(normaliseUri('file:///')).toBe('file:///');
  });

  it('keeps a file whose name starts with a dot', () => {
    expect(normaliseUri('file:///ws/.hidden/.file')).toBe('file:///ws/.hidden/.file');
  });
});

describe('paths of URIs', () => {
  it('joins relative, climbing and absolute paths', () => {
    expect(joinUri('file:///ws/App', 'Sub/Info.plist')).toBe('file:///ws/App/Sub/Info.plist');
    expect(joinUri('file:///ws/App', '../Info.plist')).toBe('file:///ws/Info.plist');
    expect(joinUri('file:///ws/App', '/etc/hosts')).toBe('file:///etc/hosts');
    expect(joinUri('file:///ws/App', '')).toBe('file:///ws/App');
    expect(joinUri('file:///ws', 'a b#c')).toBe(normaliseUri('file:///ws/a%20b%23c'));
  });

  it('takes folder, name and extension apart', () => {
    const uri = joinUri('file:///ws', 'My App/Über.Swift');
    expect(basenameUri(uri)).toBe('Über.Swift');
    expect(extensionUri(uri)).toBe('.swift');
    expect(extensionUri('file:///ws/.gitignore')).toBe('');
    expect(basenameUri(dirnameUri(uri))).toBe('My App');
    expect(dirnameUri('file:///')).toBe('file:///');
  });

  it('tells what lies inside a folder by whole segments', () => {
    expect(isInside('file:///ws/App', 'file:///ws/App/a.swift')).toBe(true);
    expect(isInside('file:///ws/App', 'file:///ws/App')).toBe(true);
    expect(isInside('file:///ws/App', 'file:///ws/AppTests/a.swift')).toBe(false);
    expect(isInside('file:///', 'file:///ws/a.swift')).toBe(true);
  });

  it('describes one place from another', () => {
    expect(relativeUri('file:///ws/App', joinUri('file:///ws/App', 'a b/c.swift'))).toBe('a b/c.swift');
    expect(relativeUri('file:///ws/App/Sub', 'file:///ws/Info.plist')).toBe('../../Info.plist');
    expect(relativeUri('file:///ws', 'file:///ws')).toBe('');
  });
});
