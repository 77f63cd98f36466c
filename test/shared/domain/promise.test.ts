import { describe, expect, it } from "vitest";
import { outlineOf } from "#shared/domain/outline.ts";
import { promiseOf } from "#shared/domain/promise.ts";
import { rowWords } from "#shared/timeline/words.ts";
import { aPlan, type MilestoneLiteral } from "#test/support/builders.ts";

const TODAY = "2027-02-01";

function nodeOf(fields: Omit<MilestoneLiteral, "milestone">) {
  const plan = aPlan({ stages: [{ name: "Idea", holds: [{ milestone: "Open", ...fields }] }] });
  const node = outlineOf(plan).byId.get("Open");
  if (!node) throw new Error("No milestone.");
  return node;
}

describe("a promise", () => {
  it.each([
    ["2027-03-04", "2027-03-07", null, false, "3 days to spare"],
    ["2027-03-04", "2027-03-05", null, false, "1 day to spare"],
    ["2027-03-04", "2027-03-04", null, false, "on the promised day"],
    ["2027-03-04", "2027-03-02", null, true, "2 days after its promise"],
    // Planned in time, but its day has gone by and it is not there.
    ["2027-01-28", "2027-01-29", null, true, "its day passed 3 days ago"],
    ["2027-01-28", "2027-01-29", "2027-01-29", false, "kept on the day"],
    ["2027-01-28", "2027-01-29", "2027-01-27", false, "kept, 2 days early"],
    ["2027-01-28", "2027-01-29", "2027-01-31", true, "2 days after its promise"],
  ])("%s, promised %s, reached %s", (date, deadline, reachedOn, isMissed, words) => {
    expect(promiseOf(nodeOf({ date, deadline, reachedOn }), TODAY)).toMatchObject({
      isMissed,
      words,
      deadline,
    });
  });

  it("is none where nothing was promised, and of groups, stages and cancelled work", () => {
    const plan = aPlan({
      stages: [
        {
          name: "Idea",
          holds: [
            { task: "Group", deadline: "2027-01-01", holds: [{ task: "Part" }] },
            { task: "Off", deadline: "2027-01-01", status: "cancelled" },
          ],
        },
      ],
    });
    const { inOrder } = outlineOf(plan);
    expect(inOrder.map((node) => promiseOf(node, TODAY))).toEqual([null, null, null, null]);
  });

  it("is told with the row", () => {
    const node = nodeOf({ date: "2027-03-04", deadline: "2027-03-02", isPinned: true });
    expect(rowWords(node, TODAY)).toBe(
      "Milestone 1.1 Open, 4 Mar 2027, pinned, promised for 2 Mar 2027, promise missed, 2 days after its promise",
    );
    expect(rowWords(nodeOf({ date: "2027-03-04", deadline: "2027-03-07" }), TODAY)).toContain(
      "promised for 7 Mar 2027, 3 days to spare",
    );
  });
});
