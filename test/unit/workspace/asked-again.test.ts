/** Files say again where they name what has come to be wanted; the rest of what is known about them stays true. */
import { expect, it } from 'vitest';
import { OpenDocuments } from '../../../server/src/core/workspace/documents';
import { WorkspaceFiles } from '../../../server/src/core/workspace/files';
import { Sources } from '../../../server/src/core/workspace/sources';
import { memoryHost } from '../../support/memory-fs';

const text = (id: string) => `import BackgroundTasks
func submit() { try? BGTaskScheduler.shared.submit(BGAppRefreshTaskRequest(identifier: "${id}")) }
func other() { schedule(id: "a.other") }
`;

it.each([
  ['the text is the same', 'a.known'],
  ['the text is another one, whose program somebody has asked for', 'a.changed'],
])('of the text at hand when %s', async (_name, id) => {
  const host = memoryHost({ 'A.swift': text('a.known') });
  const documents = new OpenDocuments();
  const files = new WorkspaceFiles(host, documents);
  files.setRoots(['file:///ws']);
  const sources = new Sources(host, files, documents);
  const uri = host.uri('A.swift');
  sources.apply(uri, await sources.read(uri));
  sources.program(uri, text(id));
  sources.want(new Set(['schedule']));
  expect(sources.outdated()).toEqual([uri]);
  sources.askAgain(uri, { kind: 'text', text: text(id) });
  const constants = sources.summary(uri)?.constants;
  expect(constants?.mentions).toMatchObject([{ kind: 'call', name: 'schedule' }]);
  expect(constants?.uses.map(({ value }) => value)).toEqual([{ kind: 'text', value: id }]);
  expect(sources.outdated()).toEqual([]);
  sources.dispose();
});
