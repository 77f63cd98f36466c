/** Who is assigned to what in a GanttProject file. */
import type { Person } from "#shared/domain/person.ts";
import type { Assignment } from "#shared/domain/task.ts";
import type { GanPeople } from "./gan-people.ts";
import type { GanLosses } from "./gan-report.ts";
import { attribute, childrenNamed, isTrue, numberOf } from "./gan-text.ts";
import type { XmlElement } from "./xml.ts";

export interface Allocation {
  readonly person: Person;
  /** Percent of the person's working time. */
  readonly load: number;
  /** The coordinator, who answers for the task. */
  readonly responsible: boolean;
}

/** Allocations by the number of their task. Those of people or tasks that are not there are reported. */
export function readAllocations(
  project: XmlElement,
  { bySourceId: people, roleIds }: GanPeople,
  isTask: (sourceId: string) => boolean,
  report: GanLosses,
): ReadonlyMap<string, readonly Allocation[]> {
  const allocations = new Map<string, Allocation[]>();
  for (const element of childrenNamed(project, "allocations").flatMap((a) =>
    childrenNamed(a, "allocation"),
  )) {
    const taskId = attribute(element, "task-id").trim();
    const person = people.get(attribute(element, "resource-id").trim());
    if (!person || !isTask(taskId)) {
      report.leave("unknownAssignment", person?.name);
      continue;
    }
    const role = attribute(element, "function").trim();
    if (role !== "" && role !== roleIds.get(person.id)) report.leave("assignmentRole", person.name);
    const load = loadOf(element, person, report);
    const known = allocations.get(taskId);
    const allocation = { person, load, responsible: isTrue(element, "responsible") };
    if (known) known.push(allocation);
    else allocations.set(taskId, [allocation]);
  }
  return allocations;
}

function loadOf(element: XmlElement, person: Person, report: GanLosses): number {
  const load = attribute(element, "load").trim() === "" ? 100 : numberOf(element, "load");
  if (load !== null && load >= 0 && load <= 1_000) return load;
  report.leave("load", person.name);
  return load === null ? 100 : Math.min(Math.max(load, 0), 1_000);
}

/** One assignment per person; a person named twice gives both shares. */
export function assignmentsOf(allocations: readonly Allocation[]): Assignment[] {
  const shares = new Map<string, number>();
  for (const { person, load } of allocations) shares.set(person.id, (shares.get(person.id) ?? 0) + load);
  return [...shares].map(([personId, share]) => ({ personId, allocationPct: Math.min(share, 1_000) }));
}

/** The first coordinator, or null. Further ones are reported with what they stand on. */
export function accountableOf(
  allocations: readonly Allocation[],
  name: string,
  report: GanLosses,
): string | null {
  const coordinators = new Map(allocations.filter((a) => a.responsible).map((a) => [a.person.id, a.person]));
  const [first, ...others] = coordinators.values();
  for (const other of others) report.leave("coordinator", `${other.name} on ${name}`);
  return first?.id ?? null;
}

/** A milestone's owner: its coordinator, else the only person on it. The others are reported. */
export function ownerOf(allocations: readonly Allocation[], name: string, report: GanLosses): string | null {
  const people = new Map(allocations.map((a) => [a.person.id, a.person]));
  const coordinator = allocations.find((a) => a.responsible)?.person;
  const owner = coordinator ?? (people.size === 1 ? allocations[0]?.person : undefined);
  for (const person of people.values()) {
    if (person !== owner) report.leave("milestoneAssignment", `${person.name} on ${name}`);
  }
  return owner?.id ?? null;
}
