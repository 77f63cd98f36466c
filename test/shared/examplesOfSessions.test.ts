/** What the worked examples show of sessions, issues, decisions, gates and reviews. */
import { describe, expect, test } from "vitest";
import lawOffice from "#assets/examples/immigration-law-office.groundwork?raw";
import pizzaShop from "#assets/examples/pizza-shop.groundwork?raw";
import { changesSince } from "#shared/changes/list.ts";
import { parseDocument } from "#shared/document/parse.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { rightStanding } from "#shared/domain/decisionRecords.ts";
import { gatesOf } from "#shared/domain/gates.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { isLost, referencesOf } from "#shared/domain/references.ts";
import { must } from "#shared/domain/result.ts";
import { dayOfSession, isRhythmDay, liveSessions, stateOf } from "#shared/domain/sessions.ts";
import { shiftPlan } from "#shared/domain/shiftPlan.ts";
import { checkOf } from "#shared/review/health.ts";

/** The day on which both stories stand; opening an example shifts it to the present. */
const STORY_TODAY = "2026-11-23";

/** Every day in a row, and the day of every instant. */
function daysIn(value: unknown): Day[] {
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d(T.*Z)?$/.test(value) ? [value.slice(0, 10)] : [];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(daysIn) : [];
}

function meetingRows(plan: Plan) {
  const kinds = ["session", "issue", "decision", "gateDecision", "review", "baseline"];
  return entitiesOf(plan).filter(({ kind }) => kinds.includes(kind));
}

describe.each([
  ["the pizza shop", pizzaShop],
  ["the immigration law office", lawOffice],
])("%s", (_name, text) => {
  const plan = must(parseDocument(text));
  const sessions = liveSessions(plan);
  const closed = sessions.filter((session) => stateOf(session) === "closed");

  test("has met three times and will again, and nothing points to what is not there", () => {
    expect(sessions.map(stateOf)).toEqual(["closed", "closed", "closed", "planned"]);
    const [next] = sessions.slice(-1);
    const rhythm = plan.roadmap.sessionRhythm;
    expect(rhythm && next && isRhythmDay(rhythm, next.plannedFor)).toBe(true);
    expect(next && next.plannedFor > STORY_TODAY).toBe(true);
    expect(next?.agenda.some(({ isCarriedOver }) => isCarriedOver)).toBe(true);
    closed.forEach((session, at) => {
      const baseline = plan.baselines.get(session.baselineId ?? "");
      expect(baseline?.frozenAt).toBe(session.closedAt);
      expect(session.nextOn).toBe(dayOfSession(sessions[at + 1] ?? session));
      expect(session.minutes).not.toBe("");
    });
    expect(closed.filter(({ privateNotes }) => privateNotes !== "").length).toBe(1);
    const lost = entitiesOf(plan).flatMap((row) => referencesOf(row).filter((to) => isLost(plan, to)));
    expect(lost).toEqual([]);
  });

  test("shows every kind of change since the session before, each slip with its reason", () => {
    const baseline = plan.baselines.get(closed.at(-1)?.baselineId ?? "");
    if (!baseline) throw new Error("nothing frozen");
    const list = changesSince({ kind: "baseline", baseline }, plan, STORY_TODAY);
    const said = new Set(
      list.groups.flatMap(({ lines }) => lines.flatMap(({ says }) => says.map((s) => s.kind))),
    );
    expect([...said]).toEqual(expect.arrayContaining(["added", "moved", "reassigned", "deleted"]));
    expect(list.untold).toEqual([]);
  });

  test("solves issues and records decisions: replaced, agreed afterwards, still proposed", () => {
    const issues = [...plan.issues.values()];
    expect(issues.filter(({ state }) => state === "open").length).toBe(3);
    expect(issues.some(({ decisionId }) => decisionId !== null)).toBe(true);
    expect(issues.some(({ taskId }) => taskId !== null)).toBe(true);
    const decisions = [...plan.decisions.values()];
    expect(decisions.length).toBe(7);
    expect(decisions.filter(({ state }) => state === "proposed").length).toBe(1);
    expect(decisions.filter(({ supersedesId }) => supersedesId !== null).length).toBe(1);
    const standings = decisions.map((decision) => rightStanding(plan, decision).kind);
    expect(standings.filter((kind) => kind === "agreed").length).toBe(1);
    expect(standings).not.toContain("outside");
    for (const { state, outcome, reason, options, chosenId, name } of decisions) {
      expect.soft(options.length, name).toBeGreaterThanOrEqual(2);
      expect.soft(outcome !== "" && reason !== "" && chosenId !== null, name).toBe(state === "accepted");
    }
  });

  test("has a gate at every stage: held, then passed, the others still ahead", () => {
    const gates = gatesOf(plan);
    expect(gates.map(({ state }) => state)).toEqual(["go", "open", "open", "open"]);
    expect(gates[0]?.decisions.map(({ verdict }) => verdict)).toEqual(["go", "hold"]);
    expect(gates[0]?.musts.met).toBe(gates[0]?.musts.count);
    for (const { musts, shoulds } of gates) {
      expect(musts.count > 1 && shoulds.count > 0).toBe(true);
      expect(musts.withoutEvidence).toBe(0);
    }
  });

  test("was looked at with fresh eyes, by checks that the app knows", () => {
    const [review] = plan.reviews.values();
    expect(review?.premortem.length).toBeGreaterThanOrEqual(4);
    expect(new Set(review?.assumptions.map(({ outcome }) => outcome)).size).toBe(3);
    expect(review?.findings.some(({ answer }) => answer === "accepted")).toBe(true);
    for (const { check } of review?.findings ?? []) expect.soft(checkOf(check), check).toBeDefined();
  });

  test("moves in time with all that was said on a day", () => {
    const later = meetingRows(shiftPlan(plan, 364)).flatMap(daysIn);
    expect(later).toEqual(
      meetingRows(plan)
        .flatMap(daysIn)
        .map((day) => addDays(day, 364)),
    );
  });
});
