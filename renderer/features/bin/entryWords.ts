import { type Day, dayOfInstant, daysBetween, formatDay } from "#shared/domain/day.ts";
import { isPlanItem, type PlanItem, parentIdOf } from "#shared/domain/entity.ts";
import type { BinEntry } from "#shared/domain/operations/bin.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { dayOfSession } from "#shared/domain/sessions.ts";
import { count, isBlank, KIND_WORDS, nameOrUntitled } from "#shared/domain/words.ts";

const UNNAMED = {
  person: "Unnamed person",
  routine: "Untitled routine",
  procedure: "Untitled workflow",
  decisionRight: "Untitled matter",
  session: "Session",
  issue: "Untitled issue",
  decision: "Untitled decision",
  review: "Review",
} as const;

export function entryName(entity: BinEntry["entity"]): string {
  if (isPlanItem(entity)) return nameOrUntitled(entity.name, entity.kind);
  return isBlank(entity.name) ? UNNAMED[entity.kind] : entity.name;
}

/** `Milestone in First customer, and 5 items inside`. */
export function entryDetail(plan: Plan, { entity, holds }: BinEntry): string {
  if (entity.kind === "person") return entity.role ? `Person, ${entity.role}` : "Person";
  if (entity.kind === "routine") return "Routine, with its history";
  if (entity.kind === "procedure") return `Workflow, ${count(entity.steps.length, "step")}`;
  if (entity.kind === "decisionRight") return "Who decides, a matter";
  if (entity.kind === "session") return `Session of ${formatDay(dayOfSession(entity))}`;
  if (entity.kind === "issue") return `Issue, raised ${formatDay(entity.raisedOn)}`;
  if (entity.kind === "decision") return "Decision";
  if (entity.kind === "review") return `Review of ${formatDay(entity.on)}`;
  const holder = holderOf(plan, entity);
  const where = holder ? ` in ${nameOrUntitled(holder.name, holder.kind)}` : "";
  const held = holds > 0 ? `, and ${count(holds, "item")} inside` : "";
  return `${KIND_WORDS[entity.kind]}${where}${held}`;
}

function holderOf(plan: Plan, item: PlanItem): PlanItem | null {
  const parentId = parentIdOf(item);
  return parentId === null ? null : itemById(plan, parentId);
}

/** `Today, 14:05`, `Yesterday, 09:10`, `3 Mar 2027`: by the clock where the app runs. */
export function whenWords(instant: string, today: Day): string {
  const then = new Date(instant);
  const day = dayOfInstant(then);
  const time = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const ago = daysBetween(day, today);
  if (ago === 0) return `Today, ${time}`;
  if (ago === 1) return `Yesterday, ${time}`;
  return formatDay(day);
}
