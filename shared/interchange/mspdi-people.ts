/** People of a Microsoft Project file, and who is assigned to what. */
import { generateNKeysBetween } from "fractional-indexing";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { createPerson, type Person, STANDARD_HOURS_PER_WEEK } from "#shared/domain/person.ts";
import type { Assignment } from "#shared/domain/task.ts";
import { calendarsOf, readAbsences } from "./mspdi-calendars.ts";
import type { MspdiLosses } from "./mspdi-report.ts";
import { all, isOn, numberIn, textOf } from "./mspdi-text.ts";
import { NOBODY } from "./mspdi-words.ts";
import { cleanText } from "./text.ts";
import type { XmlElement } from "./xml.ts";

export interface MspdiPeople {
  readonly people: readonly Person[];
  /** By the number that assignments name; null for materials and costs, which are left out. */
  readonly bySourceId: ReadonlyMap<string, Person | null>;
}

const MATERIAL = "0";
const COST = "2";

export function readPeople(
  project: XmlElement,
  roadmapId: Id,
  newId: () => Id,
  losses: MspdiLosses,
): MspdiPeople {
  const calendars = calendarsOf(project);
  const bySourceId = new Map<string, Person | null>();
  // The one with number 0 and the nameless are places for work that nobody does.
  const resources = all(project, "Resources", "Resource").filter(
    (one) => textOf(one, "UID") !== "0" && textOf(one, "Name") !== "" && !isOn(one, "IsNull"),
  );
  const persons = resources.filter((one) => {
    const isPerson = ![MATERIAL, COST].includes(textOf(one, "Type")) && !isOn(one, "IsCostResource");
    if (!isPerson) {
      losses.leave("material", textOf(one, "Name"));
      bySourceId.set(textOf(one, "UID"), null);
    }
    return isPerson;
  });
  const keys = generateNKeysBetween(null, null, persons.length);
  const people = persons.map((one, i) => {
    const name = cutText(cleanText(textOf(one, "Name")), MAX_NAME);
    if ((numberIn(one, "StandardRate") ?? 0) > 0 || (numberIn(one, "CostPerUse") ?? 0) > 0)
      losses.leave("rate", name);
    const calendar = calendars.get(textOf(one, "CalendarUID"));
    const person = createPerson({
      id: newId(),
      roadmapId,
      order: keys[i] as string,
      name,
      role: cutText(cleanText(textOf(one, "Group")), MAX_NAME),
      hoursPerWeek: hoursOf(one),
      daysOff: calendar && !isOn(calendar, "IsBaseCalendar") ? readAbsences(calendar, name, losses) : [],
      notes: cleanText(notesOf(one)),
    });
    const uid = textOf(one, "UID");
    if (uid !== "" && !bySourceId.has(uid)) bySourceId.set(uid, person);
    return person;
  });
  return { people, bySourceId };
}

/** Project says how much of a full week somebody gives; more than a person has is a team. */
function hoursOf(resource: XmlElement): number {
  const units = numberIn(resource, "MaxUnits");
  const hours = units === null ? STANDARD_HOURS_PER_WEEK : units * STANDARD_HOURS_PER_WEEK;
  return Math.round(Math.min(Math.max(hours, 0), 168) * 100) / 100;
}

function notesOf(resource: XmlElement): string {
  const email = textOf(resource, "EmailAddress");
  return [email === "" ? "" : `Email: ${email}`, textOf(resource, "Notes")].filter(Boolean).join("\n");
}

/** Who does each task, by the task's number; each person once, with the share of their time in percent. */
export function readAssignments(
  project: XmlElement,
  { bySourceId }: MspdiPeople,
  isTask: (uid: string) => boolean,
  losses: MspdiLosses,
): ReadonlyMap<string, readonly Assignment[]> {
  const shares = new Map<string, Map<Id, number>>();
  for (const one of all(project, "Assignments", "Assignment")) {
    const [taskUid, resourceUid] = [textOf(one, "TaskUID"), textOf(one, "ResourceUID")];
    if (resourceUid === NOBODY || resourceUid === "0" || resourceUid === "") continue;
    const person = bySourceId.get(resourceUid);
    if (person === null) continue;
    if (!person || !isTask(taskUid)) {
      losses.leave("unknownAssignment", person?.name);
      continue;
    }
    const ofTask = shares.get(taskUid) ?? new Map<Id, number>();
    const units = Math.min(Math.max(numberIn(one, "Units") ?? 1, 0), 10);
    const share = Math.round(units * 1e6) / 1e4;
    if (ofTask.size < 200 || ofTask.has(person.id))
      ofTask.set(person.id, Math.min((ofTask.get(person.id) ?? 0) + share, 1_000));
    shares.set(taskUid, ofTask);
  }
  return new Map(
    [...shares].map(([uid, ofTask]) => [
      uid,
      [...ofTask].map(([personId, allocationPct]) => ({ personId, allocationPct })),
    ]),
  );
}
