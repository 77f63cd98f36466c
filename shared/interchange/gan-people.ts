/** People of a GanttProject file, with the roles they are filed under. */
import { generateNKeysBetween } from "fractional-indexing";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Absence, createPerson, type Person } from "#shared/domain/person.ts";
import { definedFields, fieldLines } from "./gan-fields.ts";
import type { GanLosses } from "./gan-report.ts";
import { attribute, childrenNamed, dayOf, nameWithin, numberOf, textWithin } from "./gan-text.ts";
import type { XmlElement } from "./xml.ts";

export interface GanPeople {
  readonly people: readonly Person[];
  /** By the number that allocations name. */
  readonly bySourceId: ReadonlyMap<string, Person>;
  /** The file's number of each person's role. */
  readonly roleIds: ReadonlyMap<Id, string>;
}

export function readPeople(
  project: XmlElement,
  roadmapId: Id,
  newId: () => Id,
  report: GanLosses,
): GanPeople {
  const homes = childrenNamed(project, "resources");
  const resources = homes.flatMap((home) => childrenNamed(home, "resource"));
  const fields = definedFields(homes, "custom-property-definition", "default-value", report);
  const roles = readRoles(project);
  const keys = generateNKeysBetween(null, null, resources.length);
  const bySourceId = new Map<string, Person>();
  const roleIds = new Map<Id, string>();
  const people = resources.map((resource, i) => {
    const name = nameWithin(attribute(resource, "name"), report);
    const notes = [
      ...contactLines(resource),
      ...fieldLines(resource, fields, "custom-property", "definition-id"),
    ];
    const person = createPerson({
      id: newId(),
      roadmapId,
      order: keys[i] as string,
      name,
      role: roleOf(resource, roles, name, report),
      notes: textWithin(notes, report),
    });
    if (childrenNamed(resource, "rate").some((rate) => numberOf(rate, "value") !== 0))
      report.leave("rate", name);
    roleIds.set(person.id, attribute(resource, "function").trim());
    const sourceId = attribute(resource, "id").trim();
    if (sourceId === "" || bySourceId.has(sourceId)) report.leave("personId", name);
    else bySourceId.set(sourceId, person);
    return person;
  });
  return { people, bySourceId, roleIds };
}

/** GanttProject calls the address `contacts`. */
function contactLines(resource: XmlElement): string[] {
  const contact = attribute(resource, "contacts").trim();
  const phone = attribute(resource, "phone").trim();
  return [
    contact === "" ? "" : `${contact.includes("@") ? "Email" : "Contact"}: ${contact}`,
    phone === "" ? "" : `Phone: ${phone}`,
  ];
}

/** Role names by what resources call them: `4` in the project's own set, `Set:4` in a named one. */
function readRoles(project: XmlElement): Map<string, string> {
  const roles = new Map([
    ["Default:0", ""],
    ["Default:1", "Project manager"],
  ]);
  for (const set of childrenNamed(project, "roles")) {
    const prefix = attribute(set, "roleset-name").trim();
    for (const role of childrenNamed(set, "role")) {
      const id = attribute(role, "id").trim();
      roles.set(prefix === "" ? id : `${prefix}:${id}`, attribute(role, "name").trim());
    }
  }
  return roles;
}

function roleOf(
  resource: XmlElement,
  roles: ReadonlyMap<string, string>,
  person: string,
  report: GanLosses,
): string {
  const id = attribute(resource, "function").trim();
  const role = roles.get(id);
  if (role === undefined && id !== "") report.leave("role", person);
  return nameWithin(role ?? "", report);
}

/**
 * The people with their days off. GanttProject's days off move nothing, here they do: those on which the file has
 * somebody work are left out, so that every date stays as the file has it. Both ends are days off, as in the program.
 */
export function withDaysOff(
  { people, bySourceId }: GanPeople,
  project: XmlElement,
  work: readonly WorkSpan[],
  report: GanLosses,
): readonly Person[] {
  const daysOff = new Map<Id, Absence[]>();
  for (const home of childrenNamed(project, "vacations")) {
    for (const vacation of childrenNamed(home, "vacation")) {
      const person = bySourceId.get(attribute(vacation, "resourceid").trim());
      const from = dayOf(attribute(vacation, "start"));
      const to = dayOf(attribute(vacation, "end")) ?? from;
      if (!person || from === null || to === null || to < from)
        report.leave("unreadableVacation", person?.name);
      else if (work.some((span) => span.personId === person.id && span.start <= to && from <= span.finish))
        report.leave("vacation", person.name);
      else daysOff.set(person.id, [...(daysOff.get(person.id) ?? []), { from, to, name: "Days off" }]);
    }
  }
  return people.map((person) => {
    const own = daysOff.get(person.id);
    return own ? { ...person, daysOff: own } : person;
  });
}

/** Days, first and last, on which the file has somebody work. */
export interface WorkSpan {
  readonly personId: Id;
  readonly start: Day;
  readonly finish: Day;
}
