/** One row of a plan as a task of Microsoft Project. */
import type { Constraint } from "#shared/domain/constraint.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import { CONSTRAINTS, HOURS_PER_DAY, LINK_TYPES, MARK_FIELD } from "./mspdi-words.ts";
import { closes, hoursText, type MspdiPlan, type MspdiRow, opens } from "./mspdi-write.ts";
import { element, textElement as text, type XmlPart } from "./xml-write.ts";

export function writeTask(row: MspdiRow, id: number, of: MspdiPlan): XmlPart {
  const { node, uid, level, outlineNumber, role } = row;
  const { item } = node;
  const isPoint = item.kind === "milestone" && role !== "holder";
  const isSummary = role === "holder" || (role === "plain" && node.children.length > 0);
  const dates = datesOf(row, of);
  const task = item.kind === "task" ? item : null;
  const isPinned = item.kind !== "stage" && item.isPinned && !isSummary;
  const rule = ruleOf(item, isSummary, dates.day);
  return element("Task", [
    text("UID", uid),
    text("ID", id),
    text("Name", item.name),
    text("Active", task?.status !== "cancelled"),
    text("Manual", isPinned),
    text("Type", 1),
    text("IsNull", false),
    contactOf(item, of),
    text("WBS", outlineNumber),
    text("OutlineNumber", outlineNumber),
    text("OutlineLevel", level),
    text("Priority", 500),
    text("Start", dates.start),
    text("Finish", dates.finish),
    text("Duration", hoursText(dates.days * HOURS_PER_DAY)),
    ...(isPinned
      ? [
          text("ManualStart", dates.start),
          text("ManualFinish", dates.finish),
          text("ManualDuration", hoursText(dates.days * HOURS_PER_DAY)),
        ]
      : []),
    text("DurationFormat", 7),
    task?.effortHours == null || isSummary ? "" : text("Work", hoursText(task.effortHours)),
    text("EffortDriven", false),
    text("Estimated", false),
    text("Milestone", isPoint),
    text("Summary", isSummary),
    text("PercentComplete", progressOf(row)),
    ...actuals(row),
    text("ConstraintType", rule.type),
    text("CalendarUID", -1),
    rule.date === null ? "" : text("ConstraintDate", rule.date),
    item.kind === "stage" || item.deadline === null || role === "holder"
      ? ""
      : text("Deadline", closes(item.deadline)),
    role === "point" || notesOf(item) === "" ? "" : text("Notes", notesOf(item)),
    ...(role === "holder" ? [] : (of.linksTo.get(item.id) ?? []).map((link) => predecessor(link, of))),
    mark(row, rule.mark),
    ...(role === "holder" ? [] : baselines(item, of)),
  ]);
}

/** A milestone has a day of its own, which Project keeps as the end of that day. */
function datesOf({ node, role }: MspdiRow, { plan }: MspdiPlan) {
  const { item } = node;
  const isMilestone = item.kind === "milestone";
  const spansAll = role === "holder" || item.kind === "stage";
  const first = (spansAll ? node.spanStart : node.start) ?? plan.roadmap.startDate;
  const last = (spansAll ? node.spanFinish : node.finish) ?? first;
  if (isMilestone && role !== "holder")
    return { day: first, start: closes(first), finish: closes(first), days: 0 };
  const days = node.days ?? 0;
  const finish = node.days === 0 ? opens(last) : days % 1 === 0.5 ? `${last}T12:00:00` : closes(last);
  return { day: first, start: opens(first), finish, days };
}

/** The sentence that a stage is behind us by leads its notes, since Project has no other place for it. */
function notesOf(item: PlanItem): string {
  if (item.kind !== "stage" || item.goal === "") return item.notes;
  return item.notes === "" ? item.goal : `${item.goal}\n\n${item.notes}`;
}

function contactOf(item: PlanItem, { plan }: MspdiPlan): XmlPart {
  const id = item.kind === "task" ? item.accountableId : null;
  const name = id === null ? undefined : plan.people.get(id)?.name;
  return name ? text("Contact", name) : "";
}

function progressOf({ node, role }: MspdiRow): number {
  const { item } = node;
  if (item.kind === "milestone" && role !== "holder") return item.reachedOn === null ? 0 : 100;
  const progress = Math.round(node.progressPct ?? 0);
  if (item.kind !== "task" || node.isGroup) return progress;
  // In Project, work is done when it is complete, and only then.
  return item.status === "done" ? 100 : Math.min(99, progress);
}

function actuals({ node, role }: MspdiRow): XmlPart[] {
  const { item } = node;
  if (item.kind === "milestone" && role !== "holder" && item.reachedOn !== null)
    return [text("ActualStart", closes(item.reachedOn)), text("ActualFinish", closes(item.reachedOn))];
  if (item.kind !== "task" || node.children.length > 0) return [];
  return [
    item.actualStart === null ? "" : text("ActualStart", opens(item.actualStart)),
    item.actualFinish === null ? "" : text("ActualFinish", closes(item.actualFinish)),
  ];
}

interface TaskRule {
  readonly type: number;
  readonly date: string | null;
  readonly mark: "put" | "asap" | null;
}

/** Work stays where somebody put it until links push it: in Project, it starts no earlier than that day. */
function ruleOf(item: PlanItem, isSummary: boolean, day: string): TaskRule {
  if (item.kind === "stage" || (isSummary && item.kind === "milestone"))
    return { type: 0, date: null, mark: null };
  const { constraint } = item;
  if (constraint) return { ...dated(constraint), mark: constraint.kind === "ASAP" ? "asap" : null };
  if (isSummary || item.isPinned) return { type: 0, date: null, mark: null };
  return { type: CONSTRAINTS.indexOf("SNET"), date: opens(day), mark: "put" };
}

function dated({ kind, date }: Constraint): { readonly type: number; readonly date: string | null } {
  const byFinish = kind === "MFO" || kind === "FNET" || kind === "FNLT";
  return { type: CONSTRAINTS.indexOf(kind), date: date && (byFinish ? closes(date) : opens(date)) };
}

/** Tenths of a minute: of working time (7, days), or of the clock (8, elapsed days). */
function predecessor({ fromId, type, lagDays, lagKind }: Dependency, { uidOf }: MspdiPlan): XmlPart {
  const isElapsed = lagKind === "elapsed";
  return element("PredecessorLink", [
    text("PredecessorUID", uidOf.get(fromId) ?? 0),
    text("Type", LINK_TYPES.indexOf(type)),
    text("CrossProject", false),
    text("LinkLag", Math.round(lagDays * (isElapsed ? 24 : HOURS_PER_DAY) * 600)),
    text("LagFormat", isElapsed ? 8 : 7),
  ]);
}

function mark({ node, role }: MspdiRow, rule: TaskRule["mark"]): XmlPart {
  const { item } = node;
  const words: string[] = [];
  if (item.kind === "stage") words.push("stage");
  if (role !== "plain") words.push(role);
  if (rule !== null) words.push(rule);
  if (item.kind === "task" && (item.status === "waiting" || item.status === "blocked"))
    words.push(item.status);
  if (item.kind === "task" && item.status === "in-progress" && item.progressPct === 0)
    words.push(item.status);
  if (item.kind === "task" && item.status === "not-started" && (item.progressPct > 0 || item.actualStart))
    words.push(item.status);
  if (item.kind === "milestone" && role !== "holder" && item.health !== "unset") words.push(item.health);
  if (words.length === 0) return "";
  return element("ExtendedAttribute", [text("FieldID", MARK_FIELD), text("Value", words.join(" "))]);
}

function baselines(item: PlanItem, of: MspdiPlan): XmlPart[] {
  return of.baselines.flatMap((baseline, number) => {
    const frozen = baseline.get(item.id);
    if (!frozen || frozen.start === null || frozen.finish === null) return [];
    const isPoint = item.kind === "milestone";
    return element("Baseline", [
      text("Number", number),
      text("Start", isPoint ? closes(frozen.start) : opens(frozen.start)),
      text("Finish", closes(frozen.finish)),
    ]);
  });
}
