/** Who does what next: open work that has begun, should have, or begins soon, by person. */
import type { Day } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { listOf, livePeople } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { count, isBlank } from "#shared/domain/words.ts";
import { COLUMNS, headingLine, heightOf, type PresentLine, textLine } from "./lines.ts";
import { milestoneLine, taskLine } from "./stageLines.ts";

/** More of one person's steps are counted, not listed. */
const MOST_STEPS = 6;

export function nextStepLines(plan: Plan, today: Day, until: Day): readonly PresentLine[] {
  const lines = livePeople(plan).flatMap((person) => {
    const { does, answersFor, owns } = listOf(plan, person.id);
    const undone = answersFor.filter(({ item }) => item.kind === "task" && item.assignments.length === 0);
    return group(plan, person.id, nameOf(person), [...owns, ...does, ...undone], today, until);
  });
  const nobodys = outlineOf(plan).inOrder.filter((node) => isNobodys(plan, node));
  const all = [...lines, ...group(plan, "nobody", "Nobody yet", nobodys, today, until)];
  return all.length > 0
    ? all
    : [textLine("none", "Nothing begins or is due in the next two weeks.", COLUMNS.criterion)];
}

function group(
  plan: Plan,
  key: string,
  name: string,
  nodes: readonly OutlineNode[],
  today: Day,
  until: Day,
): readonly PresentLine[] {
  const steps = nodes.filter((node) => isNext(node, until)).sort(byFinish);
  if (steps.length === 0) return [];
  const left = steps.length - MOST_STEPS;
  return [
    headingLine(`of ${key}`, name),
    ...steps.slice(0, MOST_STEPS).flatMap((node) => {
      const { item } = node;
      if (item.kind === "stage") return [];
      const line =
        item.kind === "task" ? taskLine(plan, node, item, today) : milestoneLine(plan, node, item, today);
      const height = heightOf([line.text, COLUMNS.ownName], [line.state, COLUMNS.state]);
      return [{ ...line, key: `${key} ${item.id}`, who: "", height }];
    }),
    ...(left > 0
      ? [textLine(`more of ${key}`, `and ${count(left, "more step", "more steps")}`, COLUMNS.name)]
      : []),
  ];
}

/** Tasks begin in time; milestones are due in time. */
function isNext(node: OutlineNode, until: Day): boolean {
  if (node.isGroup || isFinished(node)) return false;
  if (node.item.kind === "milestone") return node.item.date <= until;
  return node.item.kind === "task" && node.start !== null && node.start <= until;
}

function isNobodys(plan: Plan, { item }: OutlineNode): boolean {
  const isHere = (id: string | null): boolean => plan.people.get(id ?? "")?.deletedAt === null;
  if (item.kind === "milestone") return !isHere(item.ownerId);
  if (item.kind !== "task") return false;
  return !isHere(item.accountableId) && !item.assignments.some(({ personId }) => isHere(personId));
}

function byFinish(a: OutlineNode, b: OutlineNode): number {
  return (a.finish ?? "") < (b.finish ?? "") ? -1 : 1;
}

function nameOf({ name }: Person): string {
  return isBlank(name) ? "Somebody without a name" : name;
}
