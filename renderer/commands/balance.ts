/** What a person can do about who carries how much: wishes, marks of strategy, engagements, giving work away. */
import type { Id } from "#shared/domain/fields.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { giveTo, markStrategy } from "#shared/domain/operations/strategy.ts";
import type { Engagement, Person } from "#shared/domain/person.ts";
import type { Stage } from "#shared/domain/stage.ts";
import type { App } from "./app.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

export function wishFor(
  app: App,
  stageId: Id,
  wish: Partial<Pick<Stage, "wantedCeoPct" | "wantedStrategyPct">>,
): void {
  perform(app, (plan, ctx) =>
    editEntity(plan, ctx, "stage", stageId, wish, { label: "Change wanted share" }),
  );
}

/** Tasks and routines, any number of them, as one step. */
export function sayStrategy(app: App, ids: readonly Id[], isStrategy: boolean): void {
  perform(app, (plan, ctx) => markStrategy(plan, ctx, ids, isStrategy));
}

export function giveWork(app: App, id: Id, fromId: Id, to: Person): void {
  if (perform(app, (plan, ctx) => giveTo(plan, ctx, id, fromId, to.id)))
    notify(app, `Given to ${to.name.trim() || "them"}.`, UNDO);
}

const NONE: Engagement = { from: null, until: null, daysPerMonth: null };

/** One that says nothing any more is none. */
export function editEngagement(app: App, person: Person, patch: Partial<Engagement>): void {
  const next = { ...(person.engagement ?? NONE), ...patch };
  const says = next.from !== null || next.until !== null || next.daysPerMonth !== null;
  perform(app, (plan, ctx) =>
    editEntity(
      plan,
      ctx,
      "person",
      person.id,
      { engagement: says ? next : null },
      { label: "Change engagement" },
    ),
  );
}
