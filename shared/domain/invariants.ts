/**
 * What must hold for every plan, live rows and bin alike. Files are checked against it before anything is
 * opened, and the tests check it after every operation. Linear in the number of rows, without recursion.
 */
import type { Dependency } from "./dependency.ts";
import { type Entity, isPlanItem, type PlanItem, parentIdOf } from "./entity.ts";
import type { Id } from "./fields.ts";
import { chainProblem } from "./handover.ts";
import { canHold } from "./operations/place.ts";
import { entitiesOf, itemById, type Plan } from "./plan.ts";
import { isLost, referencesOf, TARGET_WORDS, type Target } from "./references.ts";
import type { Problem } from "./result.ts";
import { KIND_WORDS } from "./words.ts";

/** Everything that is wrong with a plan, each in one sentence naming the place; empty for a sound plan. */
export function checkPlan(plan: Plan): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (code, message) => problems.push({ code, message });
  checkIds(plan, report);
  checkReferences(plan, report);
  checkTasks(plan, report);
  const places = checkPlaces(plan, report);
  checkOrder(plan, report);
  checkRuns(plan, report);
  checkLinks(plan, places, report);
  checkDecisions(plan, report);
  return problems;
}

type Report = (code: string, message: string) => void;

function checkIds(plan: Plan, report: Report): void {
  const seen = new Set<Id>();
  for (const row of entitiesOf(plan)) {
    if (seen.has(row.id)) report("same-id", `${described(plan, row)} has the same id as another row.`);
    seen.add(row.id);
    if (row.kind !== "roadmap" && row.roadmapId !== plan.roadmap.id)
      report("other-roadmap", `${described(plan, row)} belongs to another roadmap.`);
    for (const [list, word] of listsOf(row)) {
      if (new Set(list.map((line) => line.id)).size !== list.length)
        report("same-line-id", `${described(plan, row)} has two ${word} with the same id.`);
    }
  }
}

function listsOf(row: Entity): [readonly { readonly id: Id }[], string][] {
  switch (row.kind) {
    case "task":
      return [[row.checklist, "checklist lines"]];
    case "milestone":
      return [[row.criteria, "acceptance criteria"]];
    case "routine":
    case "procedure":
    case "checklistRun":
      return [[row.steps, "steps"]];
    case "stage":
      return [[row.gateCriteria, "exit criteria"]];
    case "session":
      return [[row.agenda, "items on the agenda"]];
    case "decision":
      return [[row.options, "options"]];
    case "roadmap":
      return [[row.visionLines, "sentences of the vision"]];
    default:
      return [];
  }
}

/** Containers and ends of links have checks of their own, which say more. */
function checkReferences(plan: Plan, report: Report): void {
  for (const row of entitiesOf(plan)) {
    const known = new Set<Target>(row.kind === "dependency" ? ["item"] : []);
    for (const reference of referencesOf(row)) {
      const { id, target } = reference;
      if (
        known.has(target) ||
        (target === "item" && isPlanItem(row) && id === parentIdOf(row)) ||
        !isLost(plan, reference)
      )
        continue;
      known.add(target);
      report(
        `unknown-${target}`,
        `${described(plan, row)} names a ${TARGET_WORDS[target]} ${target === "person" ? "who" : "that"} is not in the file.`,
      );
    }
  }
}

function checkTasks(plan: Plan, report: Report): void {
  for (const task of plan.tasks.values()) {
    const lists = [task.assignments.map((a) => a.personId), task.consultedIds, task.informedIds];
    if (lists.some((ids) => new Set(ids).size !== ids.length))
      report("assigned-twice", `${described(plan, task)} names the same person twice.`);
    const broken = chainProblem(task.handovers);
    if (broken) report("broken-handover", `${described(plan, task)} ${broken}.`);
  }
}

function checkRuns(plan: Plan, report: Report): void {
  const days = new Set<string>();
  for (const run of plan.routineRuns.values()) {
    const day = `${run.routineId}\n${run.day}`;
    if (days.has(day)) report("run-twice", `${described(plan, run)} is in the file twice.`);
    days.add(day);
  }
}

/**
 * Checks containers and numbers every well-placed item by a walk from the stages down: an item holds another
 * when the other's interval lies inside its own, which answers "does A hold B?" at once at any depth.
 */
function checkPlaces(plan: Plan, report: Report): Places {
  const children = new Map<Id, PlanItem[]>();
  const roots: PlanItem[] = [...plan.stages.values()];
  const items: PlanItem[] = [...plan.milestones.values(), ...plan.tasks.values()];
  const unplaced = new Set<PlanItem>(items);
  for (const item of items) {
    const parent = itemById(plan, parentIdOf(item) as Id);
    if (!parent) {
      report("unknown-parent", `${described(plan, item)} stands in something that is not in the file.`);
    } else if (!canHold(parent.kind, item.kind)) {
      const [what, holder] = [KIND_WORDS[item.kind].toLowerCase(), described(plan, parent)];
      report("misplaced", `${described(plan, item)} is in the wrong place: ${holder} cannot hold a ${what}.`);
    } else {
      pushTo(children, parent.id, item);
      continue;
    }
    unplaced.delete(item);
    roots.push(item);
  }
  const places = numberItems(roots, children, unplaced);
  const first = unplaced.values().next().value;
  if (first) report("inside-itself", `${described(plan, first)} stands inside itself.`);
  return places;
}

type Places = ReadonlyMap<Id, { readonly from: number; readonly to: number }>;

function numberItems(
  roots: readonly PlanItem[],
  children: ReadonlyMap<Id, readonly PlanItem[]>,
  unplaced: Set<PlanItem>,
): Places {
  const places = new Map<Id, { from: number; to: number }>();
  const stack: (PlanItem | { readonly leave: Id })[] = [...roots];
  let clock = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    if ("leave" in next) {
      const place = places.get(next.leave);
      if (place) place.to = clock;
      continue;
    }
    unplaced.delete(next);
    places.set(next.id, { from: clock++, to: clock });
    stack.push({ leave: next.id });
    for (const child of children.get(next.id) ?? []) stack.push(child);
  }
  return places;
}

/** Decisions take each other's place in a line, never in a ring. */
function checkDecisions(plan: Plan, report: Report): void {
  const replacing = [...plan.decisions.values()].flatMap(({ id, supersedesId }) =>
    supersedesId === null ? [] : [{ fromId: id, toId: supersedesId }],
  );
  const [ring] = closingLinks(replacing);
  const decision = ring && plan.decisions.get(ring.fromId);
  if (decision) report("replaced-in-a-ring", `${described(plan, decision)} takes its own place.`);
}

function checkOrder(plan: Plan, report: Report): void {
  const taken = new Map<Id | null, Set<string>>();
  for (const map of [plan.stages, plan.milestones, plan.tasks]) {
    for (const item of map.values()) {
      if (item.deletedAt !== null) continue;
      const parentId = parentIdOf(item);
      const keys = taken.get(parentId) ?? new Set();
      if (keys.has(item.order))
        report("same-order", `${described(plan, item)} has the same place in the order as its neighbour.`);
      keys.add(item.order);
      taken.set(parentId, keys);
    }
  }
}

function checkLinks(plan: Plan, places: Places, report: Report): void {
  const pairs = new Set<string>();
  const sound: Dependency[] = [];
  for (const link of plan.dependencies.values()) {
    const pair = `${link.fromId}\n${link.toId}`;
    const [from, to] = [places.get(link.fromId), places.get(link.toId)];
    const [fromName, toName] = [itemName(plan, link.fromId), itemName(plan, link.toId)];
    if (!from || !to) {
      const known = fromName ?? toName;
      report(
        "unknown-link-end",
        `A link ${known ? `of ${known} ` : ""}leads to something that is not in the file.`,
      );
    } else if (link.fromId === link.toId) report("self-link", `${fromName} is linked to itself.`);
    else if ((from.from <= to.from && to.to <= from.to) || (to.from <= from.from && from.to <= to.to)) {
      report("nested-link", `${fromName} and ${toName} are linked, and one of them holds the other.`);
    } else if (pairs.has(pair)) report("linked-twice", `${fromName} is linked to ${toName} twice.`);
    else sound.push(link);
    pairs.add(pair);
  }
  const loop = closingLinks(sound)[0];
  if (loop) {
    const [from, to] = [itemName(plan, loop.fromId), itemName(plan, loop.toId)];
    report("loop", `The links of the file form a loop through ${from} and ${to}.`);
  }
}

/**
 * The links that close a loop when links are followed in the order given; without them there is no loop.
 * Depth-first search with its own stack (Tarjan 1972): a link back to an item still being visited closes a loop.
 */
export function closingLinks<T extends { readonly fromId: Id; readonly toId: Id }>(links: Iterable<T>): T[] {
  const outgoing = new Map<Id, T[]>();
  for (const link of links) pushTo(outgoing, link.fromId, link);
  const state = new Map<Id, "open" | "done">();
  const closing: T[] = [];
  for (const start of outgoing.keys()) {
    if (state.has(start)) continue;
    state.set(start, "open");
    const stack = [{ id: start, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const link = outgoing.get(top.id)?.[top.next++];
      if (!link) {
        state.set(top.id, "done");
        stack.pop();
      } else if (state.get(link.toId) === "open") closing.push(link);
      else if (!state.has(link.toId)) {
        state.set(link.toId, "open");
        stack.push({ id: link.toId, next: 0 });
      }
    }
  }
  return closing;
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const ROW_WORDS: Record<
  Exclude<Entity["kind"], "roadmap" | "dependency" | "routineRun" | "checklistRun" | "gateDecision">,
  string
> = {
  ...KIND_WORDS,
  person: "Person",
  baseline: "Baseline",
  routine: "Routine",
  procedure: "Workflow",
  decisionRight: "Matter",
  session: "Session",
  issue: "Issue",
  decision: "Decision",
  review: "Review",
};

/** `Task “Sign the lease”`, for the start of a sentence. */
function described(plan: Plan, row: Entity): string {
  if (row.kind === "roadmap") return "The roadmap";
  if (row.kind === "dependency")
    return `The link from ${itemName(plan, row.fromId) ?? "?"} to ${itemName(plan, row.toId) ?? "?"}`;
  if (row.kind === "routineRun") {
    const name = plan.routines.get(row.routineId)?.name.trim() || "a routine without a name";
    return `The run of ${name} on ${row.day}`;
  }
  if (row.kind === "checklistRun") {
    const name = plan.procedures.get(row.procedureId)?.name.trim() || "a workflow without a name";
    return `The checklist of ${name} from ${row.startedOn}`;
  }
  if (row.kind === "gateDecision")
    return `The decision at the gate of ${itemName(plan, row.stageId) ?? "a stage that is gone"}`;
  const kind = ROW_WORDS[row.kind];
  return row.name.trim() === "" ? `${kind} without a name (${row.id})` : `${kind} “${row.name}”`;
}

function itemName(plan: Plan, id: Id): string | null {
  const item = itemById(plan, id);
  if (!item) return null;
  return item.name.trim() === "" ? `an unnamed ${KIND_WORDS[item.kind].toLowerCase()}` : `“${item.name}”`;
}
