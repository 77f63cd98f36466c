import { expect, it } from "vitest";
import { dayNumber } from "#shared/domain/day.ts";
import { type DateDrag, dragFollowers } from "#shared/timeline/preview.ts";
import { followWords } from "#shared/timeline/words.ts";
import { aPlan, START } from "#test/support/builders.ts";

const plan = aPlan({
  stages: [
    {
      name: "Shop",
      holds: [
        { task: "Lease", start: START, durationDays: 5 },
        { task: "Floor", start: "2027-01-11", durationDays: 5 },
        { milestone: "Open", date: "2027-01-15" },
        { task: "Party", start: "2027-01-18", durationDays: 2 },
      ],
    },
  ],
  links: [
    { from: "Lease", to: "Floor" },
    { from: "Floor", to: "Open" },
    { from: "Open", to: "Party" },
  ],
});

const follow = (drag: DateDrag) =>
  dragFollowers(plan, drag).map(({ id, start, finish, days }) => [
    id,
    start - dayNumber(START),
    finish - dayNumber(START),
    days,
  ]);

it("says where what follows would stand, in working days, and how far it would move in calendar days", () => {
  expect(follow({ kind: "shift", ids: ["Lease"], days: 1 })).toEqual([
    ["Floor", 8, 14, 1],
    ["Open", 14, 14, 3],
    ["Party", 15, 16, 1],
  ]);
});

it("takes an edge and a milestone as the drop would", () => {
  const finish = dayNumber("2027-01-15");
  expect(follow({ kind: "finish", id: "Lease", day: finish }).map(([id, , , days]) => [id, days])).toEqual([
    ["Floor", 7],
    ["Open", 7],
    ["Party", 7],
  ]);
  expect(follow({ kind: "start", id: "Lease", day: dayNumber("2027-01-06") })).toEqual([]);
  expect(follow({ kind: "milestone", id: "Open", day: dayNumber("2027-01-22") })).toEqual([
    ["Party", 21, 22, 7],
  ]);
});

it("leaves out what is dragged itself, and shows nothing where the drop would be refused", () => {
  expect(follow({ kind: "shift", ids: ["Shop"], days: 7 })).toEqual([]);
  expect(follow({ kind: "shift", ids: ["Lease"], days: 100_000 })).toEqual([]);
  expect(follow({ kind: "finish", id: "Lease", day: dayNumber(START) - 1 })).toEqual([]);
});

it.each([
  [[], ""],
  [[2], "Moves 1 other by 2 days"],
  [[-1], "Moves 1 other by 1 day"],
  [[1, 1], "Moves 2 others, by up to 1 day"],
  [[3, -6, 1, 2], "Moves 4 others, by up to 6 days"],
])("says of %j: %s", (moves, words) => {
  expect(followWords(moves)).toBe(words);
});
