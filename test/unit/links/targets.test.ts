import { describe, expect, it } from 'vitest';
import { linkedTargets } from '../../support/link-targets';
import { type ProjectSpec, pbxproj } from '../../support/pbxproj-builder';

function project(spec: ProjectSpec): Record<string, string> {
  return { 'App.xcodeproj/project.pbxproj': pbxproj(spec) };
}

describe('code of other targets', () => {
  it('counts for whatever links it, over any number of links', async () => {
    const { linked, target } = await linkedTargets({
      ...project({
        targets: [
          { name: 'App', sources: ['App.swift'], links: ['Kit'] },
          { name: 'Kit', type: 'framework', sources: ['Kit.swift'], links: ['Core'] },
          { name: 'Core', type: 'library.static', sources: ['Core.m'], links: ['Kit'] },
        ],
      }),
      'App.swift': '',
      'Kit.swift': '',
      'Core.m': '',
      'Core.h': '',
    });
    expect(linked('App')).toEqual(['Core.h', 'Core.m', 'Kit.swift']);
    expect(linked('Kit')).toEqual(['Core.h', 'Core.m']);
    expect(target('App')).toMatchObject({ isComplete: true, gaps: [] });
  });

  it('counts when a framework only has to be built first: modules are linked without being listed', async () => {
    const { linked } = await linkedTargets({
      ...project({
        targets: [
          { name: 'App', dependsOn: ['Kit', 'Widget'] },
          { name: 'Kit', type: 'framework', sources: ['Kit.swift'] },
          { name: 'Widget', type: 'app-extension', sources: ['Widget.swift'] },
        ],
      }),
      'Kit.swift': '',
      'Widget.swift': '',
    });
    expect(linked('App')).toEqual(['Kit.swift']);
  });

  it('does not count for tests, and apps, extensions and watch apps are not linked', async () => {
    const { linked, target } = await linkedTargets({
      ...project({
        targets: [
          { name: 'App', sources: ['App.swift'], links: ['Widget', 'Watch'] },
          { name: 'Widget', type: 'app-extension', sources: ['Widget.swift'] },
          { name: 'Watch', type: 'application.watchapp2', sources: ['Watch.swift'] },
          { name: 'Kit', type: 'framework', sources: ['Kit.swift'] },
          { name: 'Tests', type: 'bundle.unit-test', dependsOn: ['App'], links: ['App', 'Kit'] },
        ],
      }),
      'App.swift': '',
      'Widget.swift': '',
      'Watch.swift': '',
      'Kit.swift': '',
    });
    expect(linked('App')).toEqual([]);
    expect(target('App').isComplete).toBe(true);
    expect(linked('Tests')).toEqual([]);
  });

  it('keeps the gaps of what is linked', async () => {
    const { target } = await linkedTargets(
      project({
        targets: [
          { name: 'App', links: ['Kit'] },
          { name: 'Kit', type: 'framework', sources: ['Gone.swift'], frameworks: ['Player.xcframework'] },
        ],
      }),
    );
    expect(target('App').gaps).toEqual([
      'Kit: 1 source file is missing',
      'Links Player.xcframework, which is built elsewhere',
    ]);
  });

  it('that are linked on the Mac alone do not count for an app of the iPhone', async () => {
    const spec = {
      settings: { SUPPORTED_PLATFORMS: 'iphoneos macosx' },
      targets: [
        { name: 'App', sources: ['App.swift', 'Mac.swift'], links: ['Kit', 'Vendor'] },
        { name: 'Kit', type: 'framework', sources: ['Kit.swift'] },
        { name: 'Vendor', type: 'framework', sources: ['Vendor.swift'] },
      ],
      objects: {
        'build:App:product:Kit': '{ isa = PBXBuildFile; fileRef = "product:Kit"; platformFilter = macos; }',
        'build:App:file:Mac.swift':
          '{ isa = PBXBuildFile; fileRef = "file:Mac.swift"; platformFilters = (macos, ); }',
        'build:App:product:Vendor':
          '{ isa = PBXBuildFile; fileRef = "product:Vendor"; platformFilters = (ios, macos, ); }',
      },
    };
    const files = { 'App.swift': '', 'Mac.swift': '', 'Kit.swift': '', 'Vendor.swift': '' };
    const { linked, target } = await linkedTargets({ ...project(spec), ...files });
    expect(linked('App')).toEqual(['Vendor.swift']);
    expect(target('App').sources).toEqual(['file:///ws/App.swift']);
    expect(target('App').isComplete).toBe(true);
    const onMac = await linkedTargets({
      ...project({ ...spec, settings: { SUPPORTED_PLATFORMS: 'macosx' } }),
      ...files,
    });
    expect(onMac.linked('App')).toEqual(['Kit.swift', 'Vendor.swift']);
  });
});

describe('code of other projects', () => {
  const kit = pbxproj({
    targets: [
      { name: 'Kit', type: 'framework', sources: ['Kit.swift'] },
      {
        name: 'KitMac',
        type: 'framework',
        product: 'Kit.framework',
        sources: ['Mac.swift'],
        settings: { SDKROOT: 'macosx' },
      },
    ],
  });
  const files = {
    'Kit/Kit.xcodeproj/project.pbxproj': kit,
    'Kit/Kit.swift': '',
    'Kit/Mac.swift': '',
    'App.swift': '',
  };
  const implicit = project({
    targets: [{ name: 'App', sources: ['App.swift'], frameworks: ['Kit.framework'] }],
  });
  const workspace = (body: string) => ({
    'App.xcworkspace/contents.xcworkspacedata': `<?xml version="1.0"?><Workspace version="1.0">${body}</Workspace>`,
  });

  it('counts where a project refers to the product of another', async () => {
    const app = project({
      targets: [
        {
          name: 'App',
          sources: ['App.swift'],
          remoteLinks: { 'Kit.framework': 'Kit/Kit.xcodeproj' },
        },
      ],
    });
    const { linked, target } = await linkedTargets({ ...app, ...files });
    expect(linked('App')).toEqual(['Kit/Kit.swift']);
    expect(target('App').isComplete).toBe(true);
  });

  it('counts where it has the name of a product in the same workspace and is built for the platform', async () => {
    for (const body of [
      '<FileRef location="group:App.xcodeproj"/><FileRef location="container:Kit/Kit.xcodeproj"/>',
      '<FileRef location="group:App.xcodeproj"/><Group location="group:Kit" name="K"><FileRef location="group:Kit.xcodeproj"></FileRef></Group>',
      '<FileRef location="absolute:/ws/App.xcodeproj"/><Group location="container:" name="K"><FileRef location="group:Kit/Kit.xcodeproj"></FileRef></Group>',
    ]) {
      const { linked, target } = await linkedTargets({ ...implicit, ...files, ...workspace(body) });
      expect(linked('App')).toEqual(['Kit/Kit.swift']);
      expect(target('App').isComplete).toBe(true);
    }
  });

  it('stays a gap where no workspace joins the projects', async () => {
    for (const more of [{}, workspace('<FileRef location="group:App.xcodeproj"/>')]) {
      const { linked, target } = await linkedTargets({ ...implicit, ...files, ...more });
      expect(linked('App')).toEqual([]);
      expect(target('App').gaps).toEqual(['Links Kit.framework, which is built elsewhere']);
    }
  });

  it('is never read outside of the workspace folder', async () => {
    const app = project({
      targets: [{ name: 'App', remoteLinks: { 'Kit.framework': '../Kit/Kit.xcodeproj' } }],
    });
    const { host, target } = await linkedTargets({
      ...app,
      ...workspace(
        '<FileRef location="group:App.xcodeproj"/><FileRef location="group:../Kit/Kit.xcodeproj"/><FileRef location="absolute:/Kit/Kit.xcodeproj"/>',
      ),
      'file:///Kit/Kit.xcodeproj/project.pbxproj': kit,
    });
    expect(host.reads.filter((uri) => !uri.startsWith('file:///ws/'))).toEqual([]);
    expect(target('App').isComplete).toBe(false);
  });

  it('is found as far as a broken workspace file can be read', async () => {
    const { linked, problems } = await linkedTargets({
      ...implicit,
      ...files,
      ...workspace(
        '<FileRef location="group:App.xcodeproj"/><FileRef location="group:Kit/Kit.xcodeproj"/><<<<<<< HEAD',
      ),
    });
    expect(linked('App')).toEqual(['Kit/Kit.swift']);
    expect(problems).toEqual(['The workspace could not be read completely']);
  });
});
