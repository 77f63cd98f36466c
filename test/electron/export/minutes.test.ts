import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { chosenSession, minutesOf } from "#electron/export/minutes.ts";
import { parseDocument } from "#shared/document/parse.ts";
import { must } from "#shared/domain/result.ts";
import { dayOfSession, lastClosed, sessionName } from "#shared/domain/sessions.ts";
import { aPlan } from "#test/support/builders.ts";

const TODAY = "2026-11-23";
const plan = must(parseDocument(readFileSync("assets/examples/pizza-shop.groundwork", "utf8")));

it("takes the session that was closed last, and the plan where none was or the plan is asked for", () => {
  const newest = lastClosed(plan);
  const minutes = must(minutesOf(plan, null, TODAY));
  expect(minutes?.what).toBe(`Minutes of “${newest && sessionName(newest)}”`);
  expect(minutes?.content).toContain("## Who does what by when");
  expect(must(minutesOf(plan, "None", TODAY))).toBeNull();
  expect(must(minutesOf(aPlan(), null, TODAY))).toBeNull();
});

it("finds a session by its day or name, and else says which there are", () => {
  for (const session of plan.sessions.values()) {
    expect(must(chosenSession(plan, dayOfSession(session))).id).toBe(session.id);
    expect(must(chosenSession(plan, sessionName(session).toUpperCase())).id).toBe(session.id);
  }
  expect(chosenSession(plan, "1999-01-01")).toMatchObject({
    problem: { message: expect.stringMatching(/^There is no session “1999-01-01”. The newest are of \d/) },
  });
  expect(chosenSession(aPlan(), "1999-01-01")).toMatchObject({
    problem: { message: "This roadmap has no sessions. Leave --session out to write the plan." },
  });
});
