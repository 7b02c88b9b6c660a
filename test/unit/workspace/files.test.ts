import { expect, it } from 'vitest';
import { OpenDocuments } from '../../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../../server/src/core/workspace/files';
import { memoryHost } from '../../support/memory-fs';

it('knows what exists in folders that were listed, until something changes there', async () => {
  const host = memoryHost({ 'file:///ws/App/Info.plist': '', 'file:///ws/Kit/a.swift': '' });
  const documents = new OpenDocuments();
  const files = new WorkspaceFiles(host, documents);
  files.setRoots(['file:///ws']);
  expect(files.exists('file:///ws/App/Info.plist')).toBeUndefined();
  await files.list('file:///ws/App');
  expect(files.exists('file:///ws/App/info.PLIST')).toBe(true);
  expect(files.exists('file:///ws/App/App-Info.plist')).toBe(false);
  expect(files.exists('file:///ws/Kit/Info.plist')).toBeUndefined();
  files.forget('file:///ws/App/App-Info.plist');
  expect(files.exists('file:///ws/App/App-Info.plist')).toBeUndefined();
  await files.list('file:///elsewhere');
  expect(files.exists('file:///elsewhere/Info.plist')).toBeUndefined();
});

it('takes what is open for existing', () => {
  const documents = new OpenDocuments();
  const files = new WorkspaceFiles(memoryHost({}), documents);
  documents.set('file:///ws/Info.plist', 1, '');
  expect(files.exists('file:///ws/Info.plist')).toBe(true);
});
