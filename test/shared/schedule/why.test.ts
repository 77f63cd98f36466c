import { describe, expect, it } from "vitest";
import { drivenBy } from "#shared/schedule/drivers.ts";
import type { ScheduleInput } from "#shared/schedule/input.ts";
import { reasonWords, whyThisDate } from "#shared/schedule/why.ts";
import { inputOf, milestone, solved, task } from "./support.ts";

const nameOf = (id: string): string => id.replaceAll("_", " ");
const words = (input: ScheduleInput, id: string): string[] =>
  whyThisDate(solved(input), id).map((reason) => reasonWords(reason, nameOf));

describe("why this date", () => {
  it("names the driving predecessor with its day and the gap, back to the origin", () => {
    const input = inputOf(
      [milestone("Lease_signed", { pinnedStart: "2027-03-02" }), task("Fit_out", 3), task("Move_in", 1)],
      ["Lease_signed FS+1 Fit_out", "Fit_out FS Move_in"],
    );
    expect(words(input, "Move_in")).toEqual([
      "Starts 9 Mar: after 'Fit out' (8 Mar)",
      "Starts 4 Mar: after 'Lease signed' (2 Mar) + 1 working day",
      "Falls on 2 Mar: pinned to this date",
    ]);
  });

  it("says when the calendar moved the day", () => {
    const input = inputOf([task("a", 5), task("b", 1)], ["a FS b"]);
    expect(words(input, "b")[0]).toBe("Starts 8 Mar: after 'a' (5 Mar); 6 Mar is not a working day");
    expect(words(inputOf([task("c", 1, { plannedStart: "2027-03-07" })]), "c")).toEqual([
      "Starts 8 Mar: planned for this date; 7 Mar is not a working day",
    ]);
  });

  it.each([
    ["SS+2", "Starts 3 Mar: with the start of 'a' (1 Mar) + 2 working days"],
    ["FF+1", "Starts 8 Mar: so as to finish with 'a' (5 Mar) + 1 working day"],
    ["SF+4", "Starts 4 Mar: so as to finish at the start of 'a' (1 Mar) + 4 working days"],
    ["FS-2", "Starts 4 Mar: after 'a' (5 Mar) − 2 working days"],
    ["FS+3ed", "Starts 9 Mar: after 'a' (5 Mar) + 3 calendar days"],
  ])("puts %s into words", (type, sentence) => {
    expect(words(inputOf([task("a", 5), task("b", 1)], [`a ${type} b`]), "b")[0]).toBe(sentence);
  });

  it("puts dates into words", () => {
    const because = (more: Parameters<typeof task>[2], plan: Partial<ScheduleInput> = {}): string =>
      words(inputOf([task("t", 2, more)], [], plan), "t")[0] as string;
    expect(because({})).toBe("Starts 1 Mar: the plan starts then");
    expect(because({ constraint: { kind: "SNET", date: "2027-03-04" } })).toBe(
      "Starts 4 Mar: not before 4 Mar",
    );
    expect(because({ constraint: { kind: "MFO", date: "2027-03-04" } })).toBe(
      "Starts 3 Mar: must finish on 4 Mar",
    );
    expect(because({ actualStart: "2027-03-02" })).toBe("Started 2 Mar: this is what happened");
    expect(because({}, { statusDate: "2027-03-03" })).toBe(
      "Starts 3 Mar: open work starts no earlier than the as-of date (3 Mar)",
    );
    expect(because({ plannedStart: "2027-03-03" })).toBe("Starts 3 Mar: planned for this date");
  });

  it("names every driver when several reach as far, in a fixed order", () => {
    const input = inputOf(
      [task("b", 2), task("a", 2), task("c", 1), task("z", 1)],
      ["b FS z", "a FS z", "c FS z"],
    );
    const result = solved(input);
    expect(drivenBy(result, "z").map((driver) => driver.link.from)).toEqual(["a", "b"]);
    const [reason] = whyThisDate(result, "z");
    expect(reason?.alsoBy).toHaveLength(1);
    expect(whyThisDate(result, "nobody")).toEqual([]);
  });
});
