/** Property lists that exist and cannot be looked at: they may hold the identifier. */
import { infoPlistLayers } from '../../project/owned-values';
import { isSettled } from '../../syntax/plist-query';
import { basenameUri } from '../../uri';
import type { TargetModel } from '../../workspace-types';
import { hasModes } from '../mode-state';
import { RenameRefused } from './refusal';

/** Throws `RenameRefused` when the target has one. */
export function refuseUnreadLists({ target, infoPlist }: TargetModel): void {
  if (!hasModes(target.product)) return;
  for (const { document, uri } of infoPlist.files)
    if (!isSettled(document))
      throw new RenameRefused(`${basenameUri(uri)} cannot be read as it is: repair it first`);
  for (const configuration of target.configurations) {
    const read = (uri: string) => infoPlist.files.find((file) => file.uri === uri);
    const { isResolved } = infoPlistLayers(configuration, read);
    if (!isResolved && configuration.infoPlistMissing !== true)
      throw new RenameRefused(
        `The Info.plist of '${target.name}' (${configuration.name}) cannot be read, so the identifier in it could not be renamed`,
      );
  }
}
