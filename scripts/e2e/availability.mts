/** Whether something that a run needs is there, and if not, why; words are for people. */
export type Availability = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export const available: Availability = { ok: true };

export function unavailable(reason: string): Availability {
  return { ok: false, reason };
}
