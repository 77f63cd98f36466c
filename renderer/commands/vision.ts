/** What a person can do to the sentences of the vision and to what hangs on them. */
import type { Id } from "#shared/domain/fields.ts";
import type { EditOptions } from "#shared/domain/operations/edit.ts";
import {
  addVisionLine,
  editVisionLine,
  hangMilestones,
  hangOnNewLine,
  moveVisionLine,
  putUnderMilestone,
  removeVisionLine,
  splitVision,
} from "#shared/domain/operations/vision.ts";
import { count } from "#shared/domain/words.ts";
import type { App } from "./app.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

export function addSentence(app: App, text: string): void {
  perform(app, (plan, ctx) => addVisionLine(plan, ctx, text));
}

export function editSentence(app: App, id: Id, text: string, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editVisionLine(plan, ctx, id, text, options));
}

export function moveSentence(app: App, id: Id, by: -1 | 1): void {
  perform(app, (plan, ctx) => moveVisionLine(plan, ctx, id, by));
}

export function removeSentence(app: App, id: Id): void {
  const change = perform(app, (plan, ctx) => removeVisionLine(plan, ctx, id));
  const freed = (change?.updated.length ?? 1) - 1;
  const words =
    freed > 0 ? ` ${count(freed, "milestone")} served it and ${freed === 1 ? "is" : "are"} free now.` : "";
  if (change) notify(app, `The sentence is removed.${words}`, UNDO);
}

export function takeVisionSentences(app: App): void {
  perform(app, (plan, ctx) => splitVision(plan, ctx));
}

/** Hangs milestones on a sentence; null takes them off theirs. */
export function hang(app: App, milestoneIds: readonly Id[], lineId: Id | null): void {
  perform(app, (plan, ctx) => hangMilestones(plan, ctx, milestoneIds, lineId));
}

export function hangOnNewSentence(app: App, milestoneIds: readonly Id[], text: string): void {
  perform(app, (plan, ctx) => hangOnNewLine(plan, ctx, milestoneIds, text));
}

/** Puts tasks under a milestone, so that they lead up to it. */
export function leadTo(app: App, taskIds: readonly Id[], milestoneId: Id): void {
  perform(app, (plan, ctx) => putUnderMilestone(plan, ctx, taskIds, milestoneId));
}
