/** The lines of what stands outside the stages: people, routines, workflows, who decides, and the roadmap itself. */
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import type { Entity } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { levelLabel } from "#shared/domain/handoverWords.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Procedure } from "#shared/domain/procedure.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { count, isBlank } from "#shared/domain/words.ts";
import { dayWords, type Facts, personWords, shortName } from "./facts.ts";
import { inOrder, said } from "./itemSays.ts";
import { isSame } from "./net.ts";
import { noteSays } from "./noteSays.ts";
import { recordLines } from "./records.ts";
import type { ChangeLine, Said } from "./types.ts";

type Listed = Person | Routine | Procedure | DecisionRight;

const UNTITLED: Record<Listed["kind"], string> = {
  person: "Somebody without a name",
  routine: "Untitled routine",
  procedure: "Untitled workflow",
  decisionRight: "Untitled matter",
};

/** Nothing against a baseline, which holds none of these. */
export function otherLines(facts: Facts): ChangeLine[] {
  const { before, plan } = facts;
  if (!before) return [];
  return [
    ...roadmapLine(facts, before.roadmap, plan.roadmap),
    ...listedLines(facts, (of) => of.people, personSays),
    ...listedLines(facts, (of) => of.routines, routineSays),
    ...listedLines(facts, (of) => of.procedures, procedureSays),
    ...listedLines(facts, (of) => of.decisionRights, rightSays),
    ...recordLines(facts),
  ];
}

function listedLines<T extends Listed>(
  facts: Facts,
  rowsOf: (plan: Plan) => ReadonlyMap<Id, T>,
  saysOf: (facts: Facts, was: T, is: T) => Said[],
): ChangeLine[] {
  const [was, is] = [rowsOf(facts.before as Plan), rowsOf(facts.plan)];
  if (was === is) return [];
  const rows = [...is.values(), ...[...was.values()].filter(({ id }) => !is.has(id))].sort(compareOrder);
  return rows.flatMap((row) => {
    const says = listedSays(facts, was.get(row.id), is.get(row.id), saysOf);
    return says.length > 0 ? [listedLine(row, inOrder(says), is.get(row.id))] : [];
  });
}

function listedSays<T extends Listed>(
  facts: Facts,
  was: T | undefined,
  is: T | undefined,
  saysOf: (facts: Facts, was: T, is: T) => Said[],
): Said[] {
  if (was === is) return [];
  const [stood, stands] = [was?.deletedAt === null, is?.deletedAt === null];
  const isPerson = (was ?? is)?.kind === "person";
  if (!stood && !stands) return [];
  if (!stands) return [said("deleted", `${isPerson ? "left" : "deleted"}${is ? "" : " for good"}`)];
  if (!stood)
    return [was ? said("restored", "restored from the bin") : said("added", isPerson ? "joined" : "added")];
  return was && is ? [...nameSays(was, is), ...saysOf(facts, was, is), ...noteSays(was.notes, is.notes)] : [];
}

function listedLine(row: Listed, says: readonly Said[], is: Listed | undefined): ChangeLine {
  const isLive = is?.deletedAt === null;
  return lineOf(row, shortNameOf(row), says, isLive, is && !isLive ? is.id : null);
}

function lineOf(
  row: Entity,
  name: string,
  says: readonly Said[],
  isLive: boolean,
  binnedId: Id | null,
): ChangeLine {
  const { id, kind: rowKind } = row;
  return { id, rowKind, name, says, move: null, reason: null, effectDays: 0, holds: 0, isLive, binnedId };
}

function shortNameOf({ name, kind }: Listed): string {
  return isBlank(name) ? UNTITLED[kind] : name.trim();
}

function nameSays(was: Listed, is: Listed): Said[] {
  return was.name === is.name
    ? []
    : [said("renamed", `was called “${shortName(was.name, UNTITLED[was.kind])}”`)];
}

function personSays(_: Facts, was: Person, is: Person): Said[] {
  const says: Said[] = [];
  if (was.role !== is.role) says.push(said("other", `role: ${shortName(is.role, "none")}`));
  if (was.hoursPerWeek !== is.hoursPerWeek)
    says.push(said("other", `${count(is.hoursPerWeek, "hour")} a week, was ${was.hoursPerWeek}`));
  if (!isSame(was.daysOff, is.daysOff)) says.push(said("other", "other days off"));
  if (!isSame(was.engagement, is.engagement)) says.push(said("other", "engaged on other terms"));
  return says;
}

function routineSays(facts: Facts, was: Routine, is: Routine): Said[] {
  const says: Said[] = [];
  if (was.ownerId !== is.ownerId) says.push(ownerSaid(facts, was.ownerId, is.ownerId));
  if (was.rule !== is.rule || was.firstRun !== is.firstRun) says.push(said("other", "runs on other days"));
  if (was.minutes !== is.minutes)
    says.push(said("other", `${count(is.minutes, "minute")} a run, was ${was.minutes}`));
  if (!isSame(was.steps, is.steps)) says.push(said("other", "other steps"));
  return says;
}

function procedureSays(facts: Facts, was: Procedure, is: Procedure): Said[] {
  const says: Said[] = [];
  if (was.ownerId !== is.ownerId) says.push(ownerSaid(facts, was.ownerId, is.ownerId));
  if (!isSame(was.steps, is.steps)) says.push(said("other", "other steps"));
  if (was.reviewOn !== is.reviewOn) says.push(reviewSaid(facts, is.reviewOn));
  return says;
}

function rightSays(facts: Facts, was: DecisionRight, is: DecisionRight): Said[] {
  const says: Said[] = [];
  if (was.isReserved !== is.isReserved)
    says.push(said("other", is.isReserved ? "only the CEO decides now" : "no longer only the CEO’s"));
  if (was.holderId !== is.holderId) says.push(ownerSaid(facts, was.holderId, is.holderId));
  if (was.level !== is.level)
    says.push(said("other", `“${levelLabel(is.level)}”, was “${levelLabel(was.level)}”`));
  if (was.ceiling !== is.ceiling) {
    const upTo = is.ceiling === null ? "no limit" : `up to ${is.ceiling.toLocaleString("en")}`;
    says.push(said("other", `${upTo} ${facts.plan.roadmap.currency}`.replace("no limit ", "no limit in ")));
  }
  if (was.reviewOn !== is.reviewOn) says.push(reviewSaid(facts, is.reviewOn));
  return says;
}

function ownerSaid(facts: Facts, was: Id | null, is: Id | null): Said {
  return said("reassigned", `with ${personWords(facts, is)} now, was ${personWords(facts, was)}`);
}

function reviewSaid(facts: Facts, on: string | null): Said {
  return said("other", on === null ? "not to be reviewed" : `to be reviewed on ${dayWords(facts, on)}`);
}

function roadmapLine(facts: Facts, was: Roadmap, is: Roadmap): ChangeLine[] {
  if (was === is) return [];
  const says: Said[] = [];
  if (was.name !== is.name) says.push(said("renamed", `was called “${shortName(was.name, "Untitled")}”`));
  if (was.ceoId !== is.ceoId) says.push(said("reassigned", `CEO: ${personWords(facts, is.ceoId)}`));
  if (was.cooId !== is.cooId) says.push(said("reassigned", `COO: ${personWords(facts, is.cooId)}`));
  if (!isSame(was.calendar, is.calendar)) says.push(said("other", "other working days"));
  if (was.vision !== is.vision || !isSame(was.visionLines, is.visionLines))
    says.push(said("other", "the vision was reworded"));
  if (was.currency !== is.currency) says.push(said("other", `amounts in ${is.currency}`));
  return says.length > 0 ? [lineOf(is, "The roadmap", inOrder(says), true, null)] : [];
}
