import { describe, expect, it } from 'vitest';
import { apiDocs } from '../../../server/src/core/catalog/api-docs';
import { modeDoc } from '../../../server/src/core/catalog/docs';
import { backgroundModes } from '../../../server/src/core/catalog/modes';
import { escapeMarkdown, linkLine } from '../../../server/src/core/features/hover/text';
import { displayPath } from '../../../server/src/core/features/places';

describe('texts of hovers', () => {
  it('exist for every background mode', () => {
    expect(backgroundModes.filter(({ value }) => modeDoc(value) === undefined)).toEqual([]);
  });

  it('link to pages over https', () => {
    const links = [...apiDocs, ...backgroundModes.flatMap(({ value }) => modeDoc(value) ?? [])].flatMap(
      (doc) => doc.links,
    );
    expect(links.filter((link) => !link.startsWith('https://'))).toEqual([]);
  });

  it('keep names of projects from being taken for Markdown', () => {
    expect(escapeMarkdown('My *App* [beta]_<x>')).toBe('My \\*App\\* \\[beta\\]\\_\\<x\\>');
  });

  it('name links after articles, and those to symbols in general', () => {
    expect(
      linkLine([
        'https://developer.apple.com/documentation/uikit/extending-your-app-s-time',
        'https://developer.apple.com/documentation/uikit/uiapplication/endbackgroundtask(_:)',
      ]),
    ).toEqual([
      '[Extending your app’s time](https://developer.apple.com/documentation/uikit/extending-your-app-s-time) · ' +
        '[Reference](https://developer.apple.com/documentation/uikit/uiapplication/endbackgroundtask%28_:%29)',
    ]);
  });

  it('shorten paths to the workspace folder, and name it only among several', () => {
    const uri = 'file:///projects/Shop/App/My%20Info.plist';
    expect(displayPath(uri, ['file:///projects/Shop'])).toBe('App/My Info.plist');
    expect(displayPath(uri, ['file:///other', 'file:///projects/Shop'])).toBe('Shop/App/My Info.plist');
    expect(displayPath(uri, [])).toBe('My Info.plist');
  });
});
