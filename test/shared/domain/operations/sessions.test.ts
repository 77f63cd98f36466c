import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAction, withLinesTaken } from "#shared/domain/actionLine.ts";
import type { Change } from "#shared/domain/change.ts";
import { checkInLines, nextPlace, saidOn } from "#shared/domain/checkIn.ts";
import {
  addAgendaItem,
  editAgendaItem,
  nextItem,
  removeAgendaItem,
  startItem,
  stopItem,
  tickAgendaItem,
} from "#shared/domain/operations/agenda.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import { handOver } from "#shared/domain/operations/delegate.ts";
import { raiseIssue } from "#shared/domain/operations/issues.ts";
import { addActions, looseActions, notedInSession } from "#shared/domain/operations/sessionActions.ts";
import { closeSession } from "#shared/domain/operations/sessionClose.ts";
import {
  moveSession,
  openPlanned,
  openToday,
  planSession,
  reopenSession,
  setRhythm,
  skipSessionDay,
} from "#shared/domain/operations/sessions.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import type { AgendaItem, Session } from "#shared/domain/session.ts";
import {
  earlierNotes,
  lastClosed,
  liveSessions,
  openSession,
  plannedSessions,
  proposedNext,
  sessionYield,
} from "#shared/domain/sessions.ts";
import { leftWords, spentInAll, spentOn } from "#shared/domain/sessionTime.ts";
import { aPlan, testContext } from "#test/support/builders.ts";
import { expectSound } from "#test/support/plans.ts";

const PLAN = aPlan({
  people: [{ name: "Ana Lima" }, { name: "Bo Chen" }, { name: "Carla" }],
  roadmap: { ceoId: "Ana Lima", cooId: "Bo Chen" },
  stages: [
    { name: "Idea", holds: [{ milestone: "Lease signed", date: "2027-02-01", holds: [{ task: "Look" }] }] },
  ],
});
const ctx = testContext({ today: "2027-01-05" });
const CLOSING = { nextOn: "2027-01-19", parentId: null, byId: null };

function made(plan: Plan, result: Result<Change>): Plan {
  const next = applyChange(plan, must(result));
  expectSound(next);
  return next;
}
const opened = (plan: Plan = PLAN): Plan => made(plan, openToday(plan, ctx));
const present = (plan: Plan): Session => openSession(plan) as Session;
const ids = (plan: Plan): string[] => present(plan).agenda.map(({ id }) => id);

describe("planning", () => {
  it("starts with the usual agenda, an hour, and then with the one used last", () => {
    let plan = made(PLAN, planSession(PLAN, ctx, "2027-01-12"));
    const [session] = liveSessions(plan);
    expect(session?.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
    expect(session?.attendeeIds).toEqual(["Ana Lima", "Bo Chen"]);
    const gates = session?.agenda.find(({ kind }) => kind === "gates")?.id ?? "";
    plan = made(plan, removeAgendaItem(plan, ctx, session?.id ?? "", gates));
    plan = made(
      plan,
      editAgendaItem(plan, ctx, session?.id ?? "", session?.agenda[0]?.id ?? "", { minutes: 9 }),
    );
    plan = made(plan, planSession(plan, ctx, "2027-01-19"));
    const next = liveSessions(plan).at(-1);
    expect(next?.agenda.map(({ kind }) => kind)).not.toContain("gates");
    expect(next?.agenda[0]).toMatchObject({ name: "Check-in", minutes: 9, spentSeconds: 0 });
  });

  it("gives the days of a rhythm, but those skipped, moved away or made a session of their own", () => {
    const days = (plan: Plan) =>
      plannedSessions(plan, "2027-01-05", 3).map(({ day, session }) => [day, !!session]);
    let plan = made(
      PLAN,
      setRhythm(PLAN, ctx, { rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", firstDay: "2027-01-05" }),
    );
    plan = made(plan, skipSessionDay(plan, ctx, "2027-01-19"));
    plan = made(plan, planSession(plan, ctx, "2027-02-02"));
    const realId = liveSessions(plan)[0]?.id ?? "";
    plan = made(plan, moveSession(plan, ctx, realId, "2027-02-04"));
    const rest = [
      ["2027-01-05", false],
      ["2027-02-16", false],
      ["2027-03-02", false],
    ];
    expect(days(plan)).toEqual([rest[0], ["2027-02-04", true], ...rest.slice(1)]);
    plan = made(plan, deleteListed(plan, ctx, realId));
    expect(days(plan)).toEqual(rest);
    expect(setRhythm(plan, ctx, { rule: "nonsense", firstDay: "2027-01-05" }).ok).toBe(false);
  });

  it("opens one at a time, and again only the one closed last", () => {
    let plan = made(PLAN, planSession(PLAN, ctx, "2027-01-12"));
    const planned = liveSessions(plan)[0]?.id ?? "";
    plan = opened(plan);
    expect(openPlanned(plan, ctx, planned).ok).toBe(false);
    const first = present(plan).id;
    plan = made(plan, closeSession(plan, ctx, first, { ...CLOSING, nextOn: null }));
    plan = made(plan, openPlanned(plan, ctx, planned));
    expect(reopenSession(plan, ctx, first).ok).toBe(false);
    expect(moveSession(plan, ctx, planned, "2027-03-01").ok).toBe(false);
    plan = made(plan, closeSession(plan, ctx, planned, CLOSING));
    const frozen = plan.baselines.size;
    plan = made(plan, reopenSession(plan, ctx, planned));
    plan = made(plan, closeSession(plan, ctx, planned, CLOSING));
    expect(plan.baselines.size).toBe(frozen);
    expect(liveSessions(plan).filter(({ plannedFor }) => plannedFor === "2027-01-19")).toHaveLength(1);
  });
});

describe("actions", () => {
  it.each([
    ["Bo: call the landlord by 15 Jan", { text: "Call the landlord", toId: "Bo Chen", dueOn: "2027-01-15" }],
    ["carla: Order flour, due fri.", { text: "Order flour", toId: "Carla", dueOn: "2027-01-08" }],
    ["COO: rest", { text: "Rest", toId: "Bo Chen", dueOn: null }],
    ["Note: stand by", { text: "Note: stand by", toId: null, dueOn: null }],
    ["Ana Lima: sign", { text: "Sign", toId: "Ana Lima", dueOn: null }],
    ["iPads for the bar", { text: "iPads for the bar", toId: null, dueOn: null }],
    ["ölofen prüfen", { text: "Ölofen prüfen", toId: null, dueOn: null }],
  ])("reads %s", (line, read) => {
    expect(parseAction(PLAN, line, "2027-01-05")).toEqual(read);
  });

  it("stand in the minutes as they will be read, whatever was typed", () => {
    const notes = "Slow.\n  >> bo: call the landlord by +10d\n> order flour due fri.\n>\nb > a";
    expect(withLinesTaken(PLAN, notes, "2027-01-05")).toBe(
      "Slow.\n→ Bo Chen: Call the landlord by 15 Jan 2027\n→ Order flour by 8 Jan 2027\n>\nb > a",
    );
  });

  it("are tasks at once, taken by whoever is in the room and asked of anybody else", () => {
    let plan = opened();
    const { id } = present(plan);
    const actions = [
      { text: "Call", toId: "Bo Chen", dueOn: "2027-01-15" },
      { text: "Order", toId: "Carla", dueOn: null },
      { text: "Think", toId: null, dueOn: null },
    ];
    plan = made(plan, addActions(plan, ctx, id, { actions, parentId: null, byId: null }));
    const [call, order, think] = present(plan).taskIds.map((taskId) => plan.tasks.get(taskId));
    expect(call).toMatchObject({
      parentId: "Lease signed",
      accountableId: "Bo Chen",
      deadline: "2027-01-15",
      start: "2027-01-05",
      durationDays: 9,
      handovers: [{ byId: "Ana Lima", state: "acknowledged" }],
    });
    expect(order).toMatchObject({
      accountableId: "Ana Lima",
      handovers: [{ toId: "Carla", state: "handed" }],
    });
    expect(looseActions(plan, present(plan)).map(({ node, hasOwner }) => [node.item.id, hasOwner])).toEqual([
      [order?.id, true],
      [think?.id, false],
    ]);
  });

  it("count work handed over on any screen while a session is open", () => {
    const plan = opened();
    const to = { byId: "Ana Lima", toId: "Carla", level: 5, followUpOn: null } as const;
    const change = must(handOver(plan, ctx, "Look", to));
    const noted = applyChange(plan, notedInSession(plan, change));
    expect(present(noted).taskIds).toEqual(["Look"]);
    expect(notedInSession(PLAN, change)).toBe(change);
  });
});

describe("closing", () => {
  it("makes noted actions tasks, freezes, carries over and plans the next, as one change", () => {
    let plan = opened();
    const { id, agenda } = present(plan);
    plan = made(plan, addAgendaItem(plan, ctx, id, { kind: "own", name: "The oven", minutes: 15 }));
    const oven = present(plan).agenda.find(({ name }) => name === "The oven")?.id ?? "";
    plan = made(plan, editAgendaItem(plan, ctx, id, oven, { notes: "Ask twice.\n> Bo: ask by 15 Jan" }));
    for (const item of agenda.slice(0, 4)) plan = made(plan, tickAgendaItem(plan, ctx, id, item.id, true));
    expect(proposedNext(plan, present(plan), "2027-01-05")).toBe("2027-01-19");
    const change = must(closeSession(plan, ctx, id, CLOSING));
    const closed = applyChange(plan, change);
    expectSound(closed);
    const session = lastClosed(closed) as Session;
    expect(session).toMatchObject({ running: null, nextOn: "2027-01-19" });
    expect(session.agenda.find((item) => item.id === oven)?.notes).toBe(
      "Ask twice.\n→ Bo Chen: Ask by 15 Jan 2027",
    );
    expect(sessionYield(closed, session, "2027-01-05").tasks.map(({ item }) => item.name)).toEqual(["Ask"]);
    const frozen = closed.baselines.get(session.baselineId ?? "");
    expect(frozen?.name).toBe("Session of 4 Jan 2027");
    expect(frozen?.items.map(({ name }) => name)).toContain("Ask");
    const next = liveSessions(closed).at(-1);
    expect(next?.agenda.map(({ name, isCarriedOver }) => [name, isCarriedOver])).toEqual([
      ["Check-in", false],
      ["What changed", false],
      ["Gates", false],
      ["Overdue and waiting on", false],
      ["Issues to solve", false],
      ["Decisions", false],
      ["The oven", true],
      ["Next date", false],
    ]);
    const carried = next?.agenda.find(({ name }) => name === "The oven") as AgendaItem;
    expect(carried.notes).toBe("");
    expect(earlierNotes(closed, next as Session, carried)).toEqual([
      { session, notes: "Ask twice.\n→ Bo Chen: Ask by 15 Jan 2027" },
    ]);
  });

  it("says nothing of an earlier session where an item of that name was not left over", () => {
    let plan = opened();
    const line = { kind: "own", name: "The oven", minutes: 15 } as const;
    plan = made(plan, addAgendaItem(plan, ctx, present(plan).id, line));
    const oven = present(plan).agenda.find(({ name }) => name === "The oven") as AgendaItem;
    plan = made(plan, editAgendaItem(plan, ctx, present(plan).id, oven.id, { notes: "Bought." }));
    plan = made(plan, tickAgendaItem(plan, ctx, present(plan).id, oven.id, true));
    plan = made(plan, closeSession(plan, ctx, present(plan).id, CLOSING));
    const next = liveSessions(plan).at(-1) as Session;
    for (const item of next.agenda) expect(earlierNotes(plan, next, item)).toEqual([]);
  });

  it("waits with what was left over when no next date is known", () => {
    let plan = opened();
    plan = made(
      plan,
      addAgendaItem(plan, ctx, present(plan).id, { kind: "own", name: "The oven", minutes: 15 }),
    );
    plan = made(plan, closeSession(plan, ctx, present(plan).id, { ...CLOSING, nextOn: null }));
    expect(liveSessions(plan)).toHaveLength(1);
    plan = opened(plan);
    expect(present(plan).agenda.find(({ name }) => name === "The oven")?.isCarriedOver).toBe(true);
  });
});

describe("what came of a session", () => {
  it("counts the issues raised in it, and not those from before or after", () => {
    const before = made(PLAN, raiseIssue(PLAN, ctx, { name: "Old" }));
    let plan = opened(before);
    const within = { ...ctx, sessionId: present(plan).id };
    plan = made(plan, raiseIssue(plan, within, { name: "Who pays?" }));
    expect(sessionYield(plan, present(plan), "2027-01-05").raised.map(({ name }) => name)).toEqual([
      "Who pays?",
    ]);
    const gone = made(plan, raiseIssue(plan, { ...ctx, sessionId: "elsewhere" }, { name: "Stray" }));
    expect([...gone.issues.values()].at(-1)?.sessionId).toBeNull();
  });
});

it("proposes to meet again after as many weeks as lay between the last two sessions", () => {
  let plan = opened();
  plan = made(plan, closeSession(plan, ctx, present(plan).id, { ...CLOSING, nextOn: null }));
  const monthLater = testContext({ today: "2027-02-02", prefix: "m" });
  monthLater.setTime("2027-02-01T09:00:00.000Z");
  plan = made(plan, openToday(plan, monthLater));
  expect(proposedNext(plan, present(plan), "2027-02-02")).toBe("2027-03-02");
});

describe("check-in", () => {
  it("has a line for each who is there, and keeps what was not filled in out of the minutes", () => {
    const [checkIn] = present(opened()).agenda;
    expect(checkIn?.notes).toBe("Ana: \nBo: ");
    expect(saidOn({ ...(checkIn as AgendaItem), notes: "Ana: Rested.\nBo: " })).toBe("Ana: Rested.");
    expect(nextPlace("Ana: Rested.\nBo: ")).toBe(17);
    expect(nextPlace("Ana: Rested.\nBo: Too")).toBeNull();
    const alike = aPlan({ people: [{ name: "Ana Lima" }, { name: "Ana Costa" }] });
    expect(checkInLines(alike, ["Ana Lima", "Ana Costa"])).toBe("Ana Lima: \nAna Costa: ");
  });
});

describe("time", () => {
  it("is told in words", () => {
    expect([
      leftWords(5, 0),
      leftWords(5, 241),
      leftWords(5, 290),
      leftWords(5, 300),
      leftWords(5, 425),
      leftWords(0, 9),
    ]).toEqual(["5 min left", "under a minute left", "under a minute left", "time is up", "2 min over", ""]);
  });

  const step = fc.record({
    do: fc.constantFrom("start", "stop", "next", "tick", "remove", "close-and-reopen", "wait"),
    at: fc.nat(9),
    seconds: fc.integer({ min: 0, max: 4_000 }),
  });

  it("adds up, whatever is started, stopped, gone on with or closed in between, and nothing is carried over twice", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let instant = Date.parse("2027-01-05T09:00:00.000Z");
        const at = testContext({ today: "2027-01-05" });
        const clock = { ...at, now: () => new Date(instant).toISOString() };
        let plan = applyChange(PLAN, must(openToday(PLAN, clock)));
        const { id } = present(plan);
        for (const name of ["The oven", "The roof"])
          plan = applyChange(plan, must(addAgendaItem(plan, clock, id, { kind: "own", name, minutes: 5 })));
        let wanted = 0;
        const apply = (result: Result<Change>): void => {
          if (result.ok) plan = applyChange(plan, result.value);
        };
        for (const move of steps) {
          const before = present(plan);
          if (before.running) wanted += move.seconds;
          instant += move.seconds * 1_000;
          const itemId = ids(plan)[move.at] ?? "none";
          if (move.do === "start") apply(startItem(plan, clock, id, itemId));
          else if (move.do === "stop") apply(stopItem(plan, clock, id));
          else if (move.do === "next") apply(nextItem(plan, clock, id, itemId));
          else if (move.do === "tick") apply(tickAgendaItem(plan, clock, id, itemId, true));
          else if (move.do === "remove") {
            const gone = before.agenda.find((item) => item.id === itemId);
            if (gone) wanted -= spentOn(before, gone, clock.now());
            apply(removeAgendaItem(plan, clock, id, itemId));
          } else if (move.do === "close-and-reopen") {
            const left = before.agenda.filter(({ isDone, kind }) => !isDone && kind === "own");
            apply(closeSession(plan, clock, id, CLOSING));
            expectSound(plan);
            const next = liveSessions(plan).filter(({ plannedFor }) => plannedFor === "2027-01-19");
            expect(next).toHaveLength(1);
            for (const { name } of left)
              expect(next[0]?.agenda.filter((item) => item.name === name && item.isCarriedOver)).toHaveLength(
                1,
              );
            expect(
              next[0]?.agenda.filter(({ kind, isCarriedOver }) => kind !== "own" && isCarriedOver),
            ).toEqual([]);
            apply(reopenSession(plan, clock, id));
          }
          expect(spentInAll(present(plan), clock.now())).toBeCloseTo(wanted, 3);
        }
      }),
      { numRuns: 60 },
    );
  });
});
