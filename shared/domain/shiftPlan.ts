/** A plan told on other days. */
import { shiftedRoutine, shiftedRun } from "#shared/routines/shifted.ts";
import { addDays, type Day, isDay, shiftedInstant } from "./day.ts";
import type { Entity } from "./entity.ts";
import type { GateCriterion } from "./gate.ts";
import { entitiesOf, type Plan, planFromEntities } from "./plan.ts";
import type { Roadmap } from "./roadmap.ts";
import { shiftedTicks } from "./tick.ts";

/** The same plan told `days` calendar days later (a multiple of 7 keeps weekdays). Dated calendar exceptions move along, public holidays not. */
export function shiftPlan(plan: Plan, days: number): Plan {
  if (days === 0) return plan;
  return planFromEntities(
    shiftedRoadmap(plan.roadmap, laterBy(days)),
    entitiesOf(plan).map((row) => {
      if (row.kind === "routine") return shiftedRoutine(row, days);
      if (row.kind === "routineRun") return shiftedRun(row, plan.routines.get(row.routineId), days);
      return shiftedRow(row, days);
    }),
  );
}

type Later = <T extends Day | null>(day: T) => T;

function laterBy(days: number): Later {
  return (day) => (day === null ? day : (addDays(day, days) as typeof day));
}

function shiftedRoadmap(roadmap: Roadmap, later: Later): Roadmap {
  const exceptions = roadmap.calendar.exceptions.map((e) =>
    e.yearly || e.source === "holiday" ? e : { ...e, date: later(e.date) },
  );
  return {
    ...roadmap,
    startDate: later(roadmap.startDate),
    statusDate: later(roadmap.statusDate),
    sessionRhythm: roadmap.sessionRhythm && {
      ...roadmap.sessionRhythm,
      firstDay: later(roadmap.sessionRhythm.firstDay),
      skipped: roadmap.sessionRhythm.skipped.map(later),
    },
    calendar: { ...roadmap.calendar, exceptions },
  };
}

function shiftedRow(row: Entity, days: number): Entity {
  const later = laterBy(days);
  switch (row.kind) {
    case "task":
      return {
        ...row,
        ...shiftedRules(row, later),
        start: later(row.start),
        actualStart: later(row.actualStart),
        actualFinish: later(row.actualFinish),
        handovers: row.handovers.map((h) => ({ ...h, on: later(h.on), followUpOn: later(h.followUpOn) })),
      };
    case "milestone":
      return {
        ...row,
        ...shiftedRules(row, later),
        date: later(row.date),
        reachedOn: later(row.reachedOn),
        slips: row.slips.map((slip) => ({
          ...slip,
          from: later(slip.from),
          to: later(slip.to),
          on: later(slip.on),
        })),
      };
    case "stage":
      return { ...row, gateCriteria: shiftedCriteria(row.gateCriteria, later) };
    case "person": {
      const daysOff = row.daysOff.map((off) => ({ ...off, from: later(off.from), to: later(off.to) }));
      const { engagement } = row;
      const moved = engagement && { from: later(engagement.from), until: later(engagement.until) };
      return { ...row, daysOff, engagement: engagement && { ...engagement, ...moved } };
    }
    case "baseline": {
      const items = row.items.map((i) => ({ ...i, start: later(i.start), finish: later(i.finish) }));
      return { ...row, frozenAt: shiftedInstant(row.frozenAt, days), items };
    }
    case "procedure":
    case "decisionRight":
      return { ...row, reviewOn: later(row.reviewOn) };
    case "checklistRun":
      return {
        ...row,
        startedOn: later(row.startedOn),
        finishedOn: later(row.finishedOn),
        ticked: shiftedTicks(row.ticked, days),
      };
    default:
      return shiftedMeeting(row, days, later);
  }
}

/** What was said and decided on a day. */
function shiftedMeeting(row: Entity, days: number, later: Later): Entity {
  switch (row.kind) {
    case "session":
      return {
        ...row,
        plannedFor: later(row.plannedFor),
        openedAt: shiftedInstant(row.openedAt, days),
        closedAt: shiftedInstant(row.closedAt, days),
        nextOn: later(row.nextOn),
      };
    case "issue":
      return { ...row, raisedOn: later(row.raisedOn), settledOn: later(row.settledOn) };
    case "decision":
      return {
        ...row,
        decidedOn: later(row.decidedOn),
        recordedAt: shiftedInstant(row.recordedAt, days),
        ratifiedOn: later(row.ratifiedOn),
      };
    case "gateDecision":
      return {
        ...row,
        on: later(row.on),
        recordedAt: shiftedInstant(row.recordedAt, days),
        criteria: shiftedCriteria(row.criteria, later),
      };
    case "review": {
      const assumptions = row.assumptions.map((line) => ({ ...line, testBy: later(line.testBy) }));
      const findings = row.findings.map((found) => ({ ...found, check: shiftedCheck(found.check, later) }));
      return { ...row, on: later(row.on), closedOn: later(row.closedOn), assumptions, findings };
    }
    default:
      return row;
  }
}

/** Whether it is the same finding hangs on the fact behind the colon, which can be a day. */
function shiftedCheck(check: string, later: Later): string {
  const [key = "", fact = ""] = check.split(/:(.*)/s);
  return isDay(fact) ? `${key}:${later(fact)}` : check;
}

function shiftedCriteria(criteria: readonly GateCriterion[], later: Later): GateCriterion[] {
  return criteria.map((criterion) => ({
    ...criterion,
    evidence: criterion.evidence.map((seen) => ({ ...seen, on: later(seen.on) })),
  }));
}

function shiftedRules(row: Extract<Entity, { kind: "task" | "milestone" }>, later: Later) {
  const { constraint, deadline } = row;
  return {
    constraint: constraint && { ...constraint, date: later(constraint.date) },
    deadline: later(deadline),
  };
}
