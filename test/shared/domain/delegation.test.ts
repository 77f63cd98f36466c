import { describe, expect, it } from "vitest";
import { daysWaited, followUpDue, nowList, waitingList } from "#shared/domain/delegation.ts";
import { DECISION_LEVELS, deciderAt, type Handover, keptBackBy } from "#shared/domain/handover.ts";
import { keptBackSentence, levelLabel, levelSentence, waitWords } from "#shared/domain/handoverWords.ts";
import { aPlan } from "#test/support/builders.ts";

const TODAY = "2027-02-10";

function handover(toId: string, fields: Partial<Handover> = {}): Handover {
  const usual = { byId: "Ana", level: 5, on: "2027-02-01", reason: "", followUpOn: null } as const;
  return { ...usual, state: "handed", toId, ...fields };
}

const plan = aPlan({
  people: [{ name: "Ana" }, { name: "Bo" }, { name: "Cy", deletedAt: "2027-02-01T09:00:00.000Z" }],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Lease", accountableId: "Ana", does: ["Ana"], handovers: [handover("Bo")] },
        {
          task: "Menu",
          accountableId: "Bo",
          does: ["Bo"],
          handovers: [handover("Bo", { state: "acknowledged", on: "2027-02-08", followUpOn: "2027-02-10" })],
        },
        {
          task: "Oven",
          accountableId: "Bo",
          does: ["Bo"],
          status: "in-progress",
          start: "2027-03-01",
          handovers: [handover("Bo", { state: "acknowledged", followUpOn: "2027-02-05" })],
        },
        { task: "Sign", accountableId: "Ana", handovers: [handover("Cy")] },
        {
          task: "Shelf",
          accountableId: "Ana",
          handovers: [handover("Bo", { state: "declined", reason: "Away" })],
        },
        { task: "Done", status: "done", progressPct: 100, handovers: [handover("Bo")] },
        { task: "Late", accountableId: "Ana", start: "2027-02-01", durationDays: 3 },
        { task: "Later", accountableId: "Ana", does: ["Ana"], start: "2027-06-01" },
        {
          task: "Theirs",
          accountableId: "Ana",
          does: ["Bo"],
          start: "2027-02-01",
          status: "done",
          progressPct: 100,
        },
        { milestone: "Named", date: "2027-02-10", ownerId: "Ana" },
        { milestone: "Open", date: "2027-02-11", ownerId: "Ana" },
      ],
    },
  ],
});

describe("what somebody has to do now", () => {
  const now = (id: string) => nowList(plan, id, TODAY).map(({ kind, node }) => `${kind} ${node.item.id}`);
  it("leaves out what was handed over until it needs them", () => {
    expect(now("Ana")).toEqual([
      "declined Shelf",
      "receiver-gone Sign",
      "follow-up Oven",
      "follow-up Menu",
      "work Late",
      "work Named",
    ]);
  });
  it("asks the receiver to answer, then lists their own work", () => {
    expect(now("Bo")).toEqual(["answer Lease", "work Menu", "work Oven"]);
  });
});

it("lists what others owe: what is due first, then what lasts longest", () => {
  const list = waitingList(plan, "Ana", TODAY);
  expect(list.map((h) => [h.node.item.id, daysWaited(h, TODAY), followUpDue(h, TODAY)])).toEqual([
    ["Oven", 9, 5],
    ["Menu", 2, 0],
    ["Lease", 9, null],
    ["Sign", 9, null],
  ]);
});

it.each([
  [[7, 7], null],
  [[5, 6], null],
  [[3, 3], null],
  [[3, 1], null],
  [[3, 4], "Ana decides, so Bo cannot give that away."],
  [[2, 7], "Ana decides, so Bo cannot give that away."],
  [[4, 4], null],
  [[4, 3], null],
  [[4, 5], "Ana and Bo decide together, so Bo cannot give that away."],
] as const)("what is handed on at levels %j is not more than was given", ([first, second], sentence) => {
  const given = handover("Bo", { state: "acknowledged", level: first });
  const on = (state: Handover["state"]) => handover("Cy", { byId: "Bo", state, level: second });
  const kept = keptBackBy([given, on("handed")], 1);
  expect(kept && keptBackSentence(kept.level, kept.byId, "Bo")).toBe(sentence);
  expect(keptBackBy([given, on("declined")], 1)).toBeNull();
  expect(keptBackBy([given], 0)).toBeNull();
});

it("says each level in other words, with both names", () => {
  expect(new Set(DECISION_LEVELS.map(levelLabel)).size).toBe(7);
  for (const level of DECISION_LEVELS) expect(levelSentence(level, "Ana", "Bo")).toMatch(/Ana.*Bo|Bo.*Ana/);
  expect(levelSentence(6, "Ana", "the receiver")).toBe("The receiver decides and tells Ana afterwards.");
  expect(DECISION_LEVELS.map(deciderAt)).toEqual([
    ...["hander", "hander", "hander", "both", "receiver", "receiver", "receiver"],
  ]);
  expect([0, 1, 12].map(waitWords)).toEqual(["today", "1 day", "12 days"]);
});
