/** Uses of APIs in the members of an open document, remembered from its last version. */
import { MemberMemory } from './member-memory';
import type { ApiUse, OpenUse } from './summary';

/** Conditions are looked up in each version. */
export type Found<Use> = Omit<Use, 'when'>;

export interface MemberUses {
  readonly uses: readonly Found<ApiUse>[];
  readonly open: readonly Found<OpenUse>[];
}

/** By the path of the type around a member: names are looked up from there. */
export class UsesMemory extends MemberMemory<MemberUses> {
  constructor() {
    super({
      moved: ({ uses, open }, delta) => ({ uses: moved(uses, delta), open: moved(open, delta) }),
    });
  }
}

function moved<Use extends Found<ApiUse> | Found<OpenUse>>(
  uses: readonly Use[],
  delta: number,
): readonly Use[] {
  return uses.map((use) => {
    const { start, end } = use.range;
    return { ...use, range: { start: start + delta, end: end + delta } };
  });
}
