/** Whole roadmaps: starting one, copying one, and the bin of the home screen. */
import { generateNKeysBetween } from "fractional-indexing";
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Entity } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { createPerson, type Person } from "#shared/domain/person.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { withReferences } from "#shared/domain/references.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { createRoadmap, type Roadmap } from "#shared/domain/roadmap.ts";
import { createStage, STANDARD_STAGES } from "#shared/domain/stage.ts";
import { changed } from "./context.ts";
import { checked } from "./fieldProblem.ts";

export interface RoadmapStart {
  readonly companyName: string;
  readonly vision: string;
  readonly startDate: Day;
  readonly ceoName: string;
  readonly cooName: string;
}

/** Hours a week a part-time, outside COO is first assumed to give. */
const COO_HOURS_PER_WEEK = 16;

/** A new roadmap with its CEO, its COO and the four standard stages. The roadmap is the first added row. */
export function startRoadmap(ctx: EditContext, input: RoadmapStart): Result<Change> {
  const companyName = input.companyName.trim();
  if (companyName === "") return refuse("no-name", "Give the company a name.");
  const id = ctx.newId();
  const people = namedPeople(ctx, id, input);
  const keys = generateNKeysBetween(null, null, STANDARD_STAGES.length);
  const stages = STANDARD_STAGES.map((stage, i) =>
    createStage({ ...stage, id: ctx.newId(), roadmapId: id, order: keys[i] as string }),
  );
  const roadmap = createRoadmap({
    id,
    companyName,
    vision: input.vision.trim(),
    startDate: input.startDate,
    ceoId: people.ceo?.id ?? null,
    cooId: people.coo?.id ?? null,
    createdAt: ctx.now(),
  });
  const added = [roadmap, ...people.all, ...stages];
  for (const row of added) {
    const sound = checked(row);
    if (!sound.ok) return sound;
  }
  return changed(ctx, "New roadmap", { added });
}

function namedPeople(ctx: EditContext, roadmapId: Id, input: RoadmapStart) {
  const [first, second] = generateNKeysBetween(null, null, 2) as [string, string];
  const person = (name: string, role: string, order: string, hoursPerWeek: number): Person | null =>
    name.trim() === ""
      ? null
      : createPerson({ id: ctx.newId(), roadmapId, order, name: name.trim(), role, hoursPerWeek });
  const ceo = person(input.ceoName, "CEO", first, 40);
  const sameName = input.cooName.trim() === input.ceoName.trim();
  const coo = sameName ? ceo : person(input.cooName, "COO", second, COO_HOURS_PER_WEEK);
  return { ceo, coo, all: [ceo, sameName ? null : coo].filter((p) => p !== null) };
}

/** A copy of a whole plan under new ids. The new roadmap is the first added row. */
export function copyRoadmap(ctx: EditContext, plan: Plan, name: string): Result<Change> {
  return changed(ctx, "Duplicate roadmap", { added: withNewIds(ctx, plan, name) });
}

/** The rows of a plan that came from outside (a file, an example), under new ids so that nothing is overwritten. */
export function adoptRoadmap(
  ctx: EditContext,
  plan: Plan,
  label: string,
  name = plan.roadmap.name,
): Result<Change> {
  return changed(ctx, label, { added: withNewIds(ctx, plan, name) });
}

export function renameRoadmap(ctx: EditContext, roadmap: Roadmap, name: string): Result<Change> {
  const trimmed = name.trim();
  if (trimmed === "") return refuse("no-name", "Give the roadmap a name.");
  if (trimmed.length > 500) return refuse("long-name", "The name is too long (500 characters at most).");
  return changed(ctx, "Rename roadmap", {
    updated: trimmed === roadmap.name ? [] : [[roadmap, { ...roadmap, name: trimmed }]],
  });
}

export function deleteRoadmap(ctx: EditContext, roadmap: Roadmap): Result<Change> {
  return changed(ctx, "Delete roadmap", { updated: [[roadmap, { ...roadmap, deletedAt: ctx.now() }]] });
}

export function restoreRoadmap(ctx: EditContext, roadmap: Roadmap): Result<Change> {
  return changed(ctx, "Restore roadmap", { updated: [[roadmap, { ...roadmap, deletedAt: null }]] });
}

function withNewIds(ctx: EditContext, plan: Plan, name: string): Entity[] {
  const ids = new Map<Id, Id>();
  const rows = entitiesOf(plan);
  for (const row of rows) ids.set(row.id, ctx.newId());
  const renew = (id: Id): Id => ids.get(id) ?? id;
  const roadmapId = renew(plan.roadmap.id);
  return rows.map((old): Entity => {
    const row = withReferences(old, renew);
    if (row.kind === "roadmap") return { ...row, id: roadmapId, name, createdAt: ctx.now(), deletedAt: null };
    return { ...row, id: renew(row.id), roadmapId };
  });
}
