import { describe, expect, it } from "vitest";
import type { Baseline } from "#shared/domain/baseline.ts";
import { compareWithBaseline } from "#shared/domain/compare.ts";
import { dayNumber } from "#shared/domain/day.ts";
import { freezeBaseline } from "#shared/domain/operations/baselines.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { addCriterion, decideGate } from "#shared/domain/operations/gates.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { barWidth, barX, MILESTONE_SIZE, NO_SIGNS } from "#shared/timeline/bar.ts";
import { timelineLinks, timelineLinksAfter } from "#shared/timeline/rowLinks.ts";
import { timelineRows } from "#shared/timeline/rows.ts";
import { datesInWords, rowWords, shiftWords, spanTip, workingStep } from "#shared/timeline/words.ts";
import { clampZoom, nearestPreset, ZOOM_PRESETS, zoomBy, zoomToFit } from "#shared/timeline/zoom.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const TODAY = "2027-03-10";
const plan = aPlan({
  stages: [
    {
      name: "Idea",
      holds: [
        {
          milestone: "Lease",
          date: "2027-03-12",
          health: "at-risk",
          holds: [
            { task: "Visit sites", start: "2027-03-01", durationDays: 5, status: "done", progressPct: 100 },
            { task: "Sign", start: "2027-03-04", durationDays: 4, status: "in-progress", progressPct: 40 },
          ],
        },
        {
          task: "Fit out",
          start: "2027-03-15",
          holds: [{ task: "Paint", start: "2027-03-15", durationDays: 3, status: "blocked" }],
        },
      ],
    },
    { name: "Scale" },
  ],
  links: [
    { from: "Visit sites", to: "Sign" },
    { from: "Sign", to: "Paint" },
    { from: "Visit sites", to: "Paint" },
  ],
});

function rowOf(id: string, collapsed: readonly string[] = []) {
  return timelineRows(plan, new Set(collapsed), TODAY).find((row) => row.id === id);
}

describe("signs of rows", () => {
  const look = {
    filtered: null,
    critical: new Set(["Idea", "Fit out", "Paint"]),
    slipTo: new Map([["Sign", 20_700]]),
  };
  const signsOf = (id: string, collapsed: readonly string[] = []) =>
    timelineRows(plan, new Set(collapsed), TODAY, null, look).find((row) => row.id === id)?.signs;

  it("mark the critical path where it is, and what holds it only when that is folded away", () => {
    expect(signsOf("Paint")?.isCritical).toBe(true);
    expect(signsOf("Fit out")?.isCritical).toBe(false);
    expect(signsOf("Fit out", ["Fit out"])?.isCritical).toBe(true);
    expect(signsOf("Idea", ["Idea"])?.isCritical).toBe(true);
  });

  it("are one and the same value where there are none, so that rows compare in a step", () => {
    expect(signsOf("Sign")).toEqual({ ...NO_SIGNS, slipTo: 20_700 });
    expect(signsOf("Visit sites")).toBe(NO_SIGNS);
  });
});

describe("timeline rows", () => {
  it("shows every live item in reading order with its outline number", () => {
    const rows = timelineRows(plan, new Set(), TODAY);
    expect(rows.map((row) => `${row.code} ${row.label} ${row.kind}`)).toEqual([
      "1 Idea stage",
      "1.1 Lease milestone",
      "1.1.1 Visit sites task",
      "1.1.2 Sign task",
      "1.2 Fit out group",
      "1.2.1 Paint task",
      "2 Scale stage",
    ]);
  });

  it("leaves out what a folded row holds, and nothing else", () => {
    const rows = timelineRows(plan, new Set(["Lease", "Sign"]), TODAY);
    expect(rows.map((row) => row.label)).toEqual(["Idea", "Lease", "Fit out", "Paint", "Scale"]);
    expect(rows.map((row) => row.expanded)).toEqual([true, false, true, null, null]);
  });

  it("takes the dates from the plan and the stage's from what it holds", () => {
    expect(rowOf("Sign")).toMatchObject({ start: dayNumber("2027-03-04"), finish: dayNumber("2027-03-09") });
    expect(rowOf("Idea")).toMatchObject({ start: dayNumber("2027-03-01"), finish: dayNumber("2027-03-17") });
    expect(rowOf("Scale")).toMatchObject({ start: null, finish: null });
  });

  it("says by a word what is late, blocked or at risk", () => {
    expect(rowOf("Sign")).toMatchObject({ mark: "late", note: "Late" });
    expect(rowOf("Paint")).toMatchObject({ mark: "blocked", note: "Blocked" });
    expect(rowOf("Lease")).toMatchObject({ mark: "at-risk", note: "At risk" });
    expect(rowOf("Visit sites")).toMatchObject({ mark: "done", note: "" });
  });

  it("goes round the six stage colours", () => {
    const many = aPlan({ stages: Array.from({ length: 8 }, (_, i) => ({ name: `Stage ${i}` })) });
    expect(timelineRows(many, new Set(), TODAY).map((row) => row.hue)).toEqual([1, 2, 3, 4, 5, 6, 1, 2]);
  });
});

describe("gates", () => {
  it("stand at the end of their stages; what they hold back is told of as soon as they open", () => {
    const shut = aPlan({
      roadmap: { ceoId: "Ana" },
      people: [{ name: "Ana" }],
      stages: [
        { name: "Idea" },
        { name: "Opening", holds: [{ milestone: "Open", holds: [{ task: "Paint", status: "done" }] }] },
      ],
    });
    const ctx = testContext();
    const collapsed = new Set<string>();
    const milestone = (of: typeof shut) => timelineRows(of, collapsed, TODAY).find(({ id }) => id === "Open");
    expect(milestone(shut)).toMatchObject({ note: expect.not.stringMatching(/early/), signs: NO_SIGNS });
    const used = applyChange(
      shut,
      must(addCriterion(shut, ctx, "Idea", { text: "Ten asked", isMust: false })),
    );
    expect(milestone(used)).toMatchObject({
      note: expect.stringMatching(/too early/i),
      signs: { isEarly: true },
    });
    const passed = must(decideGate(used, ctx, "Idea", { verdict: "go", note: "", on: ctx.today() }));
    const open = applyChange(used, passed);
    expect(milestone(open)?.signs.isEarly).toBe(false);
    expect(timelineRows(open, collapsed, TODAY).map(({ signs }) => signs.gate)).toEqual([
      "go",
      null,
      null,
      null,
    ]);
  });
});

describe("links between rows", () => {
  const drawn = (collapsed: readonly string[]) =>
    timelineLinks(plan, timelineRows(plan, new Set(collapsed), TODAY)).map((l) => `${l.fromId} > ${l.toId}`);

  it("draws all of them when everything is open", () => {
    expect(drawn([])).toEqual(["Visit sites > Sign", "Sign > Paint", "Visit sites > Paint"]);
  });

  it("moves the ends of links to the folded row and draws doubles once", () => {
    expect(drawn(["Lease"])).toEqual(["Lease > Paint"]);
    expect(drawn(["Lease", "Fit out"])).toEqual(["Lease > Fit out"]);
    expect(drawn(["Idea"])).toEqual([]);
  });
});

describe("ghosts", () => {
  const frozen = must(freezeBaseline(plan, testContext(), "As agreed"));
  const baseline = frozen.added[0] as Baseline;
  const later = applyChange(
    applyChange(plan, frozen),
    must(editEntity(plan, testContext(), "milestone", "Lease", { date: "2027-03-19" })),
  );
  const ghosts = (collapsed: readonly string[] = []) =>
    timelineRows(later, new Set(collapsed), TODAY, compareWithBaseline(later, baseline)).map((row) => [
      row.id,
      row.ghost,
    ]);

  it("lie where rows lay that have moved since", () => {
    const was = dayNumber("2027-03-12");
    expect(ghosts().filter(([, ghost]) => ghost !== null)).toEqual([
      ["Idea", { start: dayNumber("2027-03-01"), finish: dayNumber("2027-03-17") }],
      ["Lease", { start: was, finish: was }],
    ]);
    expect(ghosts(["Idea"])[0]?.[1]).not.toBeNull();
  });

  it("are none while nothing is compared, nor for what is new", () => {
    expect(timelineRows(later, new Set(), TODAY).every((row) => row.ghost === null)).toBe(true);
    const empty: Baseline = { ...baseline, items: [] };
    const rows = timelineRows(later, new Set(), TODAY, compareWithBaseline(later, empty));
    expect(rows.every((row) => row.ghost === null)).toBe(true);
  });
});

describe("bars", () => {
  it("reach from the first day through the whole of the last", () => {
    const span = { start: 10, finish: 12 };
    expect([barX("task", span, 10, 20), barWidth("task", span, 10, 20)]).toEqual([0, 60]);
  });

  it("stand a milestone on the middle of its day", () => {
    const x = barX("milestone", { start: 12, finish: 12 }, 10, 20);
    expect(x + MILESTONE_SIZE / 2).toBe(50);
  });

  it("never vanish", () => {
    expect(barWidth("task", { start: 12, finish: 12 }, 10, 0.1)).toBeGreaterThanOrEqual(4);
  });
});

describe("words", () => {
  const words = (id: string): string => {
    const node = outlineOf(plan).byId.get(id);
    return node ? rowWords(node, TODAY) : "";
  };
  const calendar = calendarTable(plan.roadmap.calendar);

  it("say a row in one sentence", () => {
    expect(words("Sign")).toBe("Task 1.1.2 Sign, 4 Mar to 9 Mar 2027, in progress, 40 %, late");
    expect(words("Lease")).toBe("Milestone 1.1 Lease, 12 Mar 2027, at risk");
    expect(words("Idea")).toContain("Stage 1 Idea, 1 Mar to 17 Mar 2027, 1 of 3 tasks done");
    expect(words("Scale")).toBe("Stage 2 Scale, no dates yet");
  });

  it("tell the dates and working days of a drag", () => {
    expect(spanTip(calendar, "2027-03-04", "2027-03-09")).toBe("4 Mar – 9 Mar · 4 days");
    expect(spanTip(calendar, "2027-03-04", "2027-03-04")).toBe("4 Mar · 1 day");
    expect(datesInWords("2026-12-30", "2027-01-04")).toBe("30 Dec 2026 to 4 Jan 2027");
    expect(shiftWords(-1)).toBe("1 day earlier");
  });

  it("step over the weekend", () => {
    expect(workingStep(calendar, "2027-03-05", 1)).toBe(3);
    expect(workingStep(calendar, "2027-03-08", -1)).toBe(-3);
  });
});

describe("zoom", () => {
  it("comes back after as many steps out as in", () => {
    expect(zoomBy(zoomBy(6, 3), -3)).toBeCloseTo(6);
  });

  it("stays within what can be read, and takes nothing that is no number", () => {
    expect(clampZoom(1_000)).toBe(60);
    expect(clampZoom(0)).toBe(0.1);
    expect(clampZoom(Number.NaN)).toBe(6);
  });

  it("fits a stretch of days into a width, and names the nearest preset", () => {
    expect(zoomToFit(500, 1_000)).toBe(2);
    for (const preset of ZOOM_PRESETS) expect(nearestPreset(preset.unitsPerDay * 1.1).id).toBe(preset.id);
  });
});

describe("links after an edit", () => {
  const rowsOf = (of: typeof plan, collapsed: readonly string[] = []) =>
    timelineRows(of, new Set(collapsed), TODAY);
  const [taskId, task] = [...plan.tasks][0] as [string, Task];
  const edited = applyChange(
    plan,
    must(editEntity(plan, testContext(), "task", taskId, { name: `${task.name} again` })),
  );

  it("are the very same while the plan's links and rows are", () => {
    const before = timelineLinksAfter(null, plan, rowsOf(plan));
    const after = timelineLinksAfter(before, edited, rowsOf(edited));
    expect(after.links).toBe(before.links);
    expect(after.links).toEqual(timelineLinks(edited, rowsOf(edited)));
  });

  it("are worked out again when something is folded, comes or goes", () => {
    const before = timelineLinksAfter(null, plan, rowsOf(plan));
    const stage = [...plan.stages.keys()][0] as string;
    const folded = rowsOf(plan, [stage]);
    expect(timelineLinksAfter(before, plan, folded).links).toEqual(timelineLinks(plan, folded));
    const unlinked = { ...plan, dependencies: new Map() };
    expect(timelineLinksAfter(before, unlinked, rowsOf(unlinked)).links).toEqual([]);
  });
});
