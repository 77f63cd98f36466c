/** Who is meant by a role, as it is written beside a step. */
import type { Id } from "./fields.ts";
import { livePeople } from "./people.ts";
import type { Person } from "./person.ts";
import type { Plan } from "./plan.ts";

/** The same role however it is written: case and spaces do not count. */
export function roleKey(role: string): string {
  return role.trim().replace(/\s+/g, " ").toLocaleLowerCase();
}

/**
 * Everybody whom a role names: whoever leads as CEO or COO, else those with that role, else those with several roles
 * of which it is one (`CFO and counsel`), else those of that name. Nobody for an empty role.
 */
export function peopleForRole(plan: Plan, role: string): readonly Person[] {
  const key = roleKey(role);
  if (key === "") return [];
  const people = livePeople(plan);
  const seats: Record<string, Id | null> = { ceo: plan.roadmap.ceoId, coo: plan.roadmap.cooId };
  const lead = people.find(({ id }) => id === seats[key]);
  if (lead) return [lead];
  const matches = [
    (person: Person) => roleKey(person.role) === key,
    (person: Person) => rolesIn(person.role).includes(key),
    (person: Person) => roleKey(person.name) === key,
  ];
  for (const isMeant of matches) {
    const found = people.filter(isMeant);
    if (found.length > 0) return found;
  }
  return [];
}

function rolesIn(role: string): readonly string[] {
  return role.split(/[,;/&+|]|\sand\s/i).map(roleKey);
}

/** The one whom a role names; null when it names nobody, or several. */
export function personForRole(plan: Plan, role: string): Person | null {
  const found = peopleForRole(plan, role);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Who does something now: the person at the screen when they said who they are, else whom the role names. */
export function doerOf(plan: Plan, meId: Id | null, role: string): Id | null {
  const me = meId === null ? undefined : plan.people.get(meId);
  if (me && me.deletedAt === null) return me.id;
  return personForRole(plan, role)?.id ?? null;
}

/** Roles to choose from when one is written: those people have, and those steps name already. */
export function knownRoles(plan: Plan): readonly string[] {
  const byKey = new Map<string, string>([
    ["ceo", "CEO"],
    ["coo", "COO"],
  ]);
  const written = [
    ...livePeople(plan).map(({ role }) => role),
    ...[...plan.procedures.values()].flatMap(({ steps }) => steps.map(({ role }) => role)),
  ];
  for (const role of written) {
    const key = roleKey(role);
    if (key !== "" && !byKey.has(key)) byKey.set(key, role.trim());
  }
  return [...byKey.values()].sort((a, b) => a.localeCompare(b));
}
