/** Milestones that moved later without a word of why. Each slip is asked about once. */
import { type Day, dayOfInstant } from "#shared/domain/day.ts";
import type { Milestone, Slip } from "#shared/domain/milestone.ts";
import { isSame } from "./net.ts";
import type { Former } from "./types.ts";

/** The slips that were told since, a stored one without a reason included. */
export function toldSince(former: Former, milestone: Milestone): readonly Slip[] {
  if (former.kind === "baseline") {
    const frozenOn = dayOfInstant(new Date(former.baseline.frozenAt));
    return milestone.slips.filter(({ on }) => on >= frozenOn);
  }
  const before = former.plan.milestones.get(milestone.id)?.slips ?? [];
  return milestone.slips.filter((slip) => !before.some((old) => isSame(old, slip)));
}

/** From which day to which a milestone slipped that nobody has said a word about; null when nothing is to be asked. */
export function untoldSlip(
  milestone: Milestone,
  was: Day | null,
  told: readonly Slip[],
): Pick<Slip, "from" | "to"> | null {
  if (was === null || milestone.reachedOn !== null) return null;
  const from = told.reduce((latest, { to }) => (to > latest ? to : latest), was);
  return milestone.date > from ? { from, to: milestone.date } : null;
}

/** The milestone's slips with one more. An empty reason says that there is none to tell. */
export function withSlip(milestone: Milestone, slip: Slip): readonly Slip[] {
  return [...milestone.slips, { ...slip, reason: slip.reason.trim() }];
}
