import { describe, expect, it } from "vitest";
import { type ColumnChoice, type ColumnId, layoutFor } from "#renderer/features/outline/columns.ts";
import { dropAt } from "#renderer/features/outline/drop.ts";
import { parseDuration, parsePercent } from "#renderer/features/outline/duration.ts";
import { visibleRows } from "#renderer/features/outline/rows.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { PLAN } from "./support.tsx";

const outline = outlineOf(PLAN);
const visible = visibleRows(outline, new Set(), true);

function drop(ids: readonly string[], y: number, depth: number, collapsed: readonly string[] = []) {
  const rows = visibleRows(outline, new Set(collapsed), true);
  return dropAt(
    rows,
    ids.flatMap((id) => outline.byId.get(id) ?? []),
    y,
    depth,
  );
}

describe("where a drag drops", () => {
  it("goes between the rows, on the level the pointer shows", () => {
    expect(visible.ids.slice(0, 5)).toEqual(["Idea", "Named", "Choose", "Register", "Print"]);
    expect(drop(["Print"], 3.1, 2)).toMatchObject({
      line: 3,
      depth: 2,
      place: { parentId: "Named", afterId: "Choose" },
    });
    expect(drop(["Print"], 3.1, 3)).toMatchObject({ depth: 3, place: { parentId: "Choose", afterId: null } });
    expect(drop(["Choose"], 5, 1)).toMatchObject({
      line: 5,
      depth: 1,
      place: { parentId: "Idea", afterId: "Named" },
    });
  });

  it("takes the nearest level that can hold what moves", () => {
    expect(drop(["Proved"], 1.2, 5)).toMatchObject({ depth: 1, place: { parentId: "Idea", afterId: null } });
    expect(drop(["Print"], 1, 0)).toMatchObject({ depth: 1, place: { parentId: "Idea", afterId: null } });
  });

  it("refuses with a reason where nothing fits", () => {
    expect(drop(["Proved"], 3, 1)).toMatchObject({
      place: null,
      problem: expect.stringMatching(/goes right inside a stage/),
    });
    expect(drop(["Scale"], 3, 0).place).toBeNull();
    expect(drop(["Print"], 0, 0).place).toBeNull();
    expect(drop(["Print", "Scale"], 3, 2).place).toBeNull();
  });

  it("moves a stage between stages and an item past its own rows", () => {
    expect(drop(["Scale"], 0, 0)).toMatchObject({ line: 0, place: { parentId: null, afterId: null } });
    expect(drop(["Named"], 3, 1)).toMatchObject({ depth: 1, place: { parentId: "Idea", afterId: null } });
  });

  it("puts a row dropped into a closed one behind what that holds", () => {
    expect(drop(["Proved"], 2, 1, ["Named"])).toMatchObject({
      place: { parentId: "Idea", afterId: "Named" },
    });
    expect(drop(["Choose"], 2, 2, ["Named"])).toMatchObject({
      place: { parentId: "Named", afterId: "Print" },
    });
  });
});

const USUAL: ColumnChoice = {};

describe("the columns", () => {
  const columns = (width: number, choice: ColumnChoice = USUAL): readonly ColumnId[] =>
    layoutFor(width, 56, true, choice).columns;

  it("hide from the least needed on as it gets narrow", () => {
    expect(columns(1_400)).toHaveLength(9);
    expect(layoutFor(1_072, 56, true, USUAL).compact).toEqual(["accountable"]);
    expect(columns(960)).not.toContain("accountable");
    expect(columns(724)).toEqual(["wbs", "name", "start", "finish", "status", "who"]);
    expect(columns(520)).toEqual(["wbs", "name", "start", "finish"]);
    expect(columns(400)).toEqual(["wbs", "name", "finish"]);
    expect(columns(300)).toEqual(["wbs", "name"]);
  });

  it("show what was asked for before the usual ones, and leave out what was put away", () => {
    const promised = { promised: true };
    expect(columns(1_400)).not.toContain("promised");
    expect(columns(724, promised)).toEqual(["wbs", "name", "start", "finish", "promised", "status"]);
    expect(columns(400, promised)).toEqual(["wbs", "name", "promised"]);
    expect(columns(724, { status: false, start: false, "of another version": true })).toEqual([
      "wbs",
      "name",
      "finish",
      "days",
      "who",
    ]);
  });

  it("leave more room for names while every date is of this year", () => {
    const roomForDates = (withYears: boolean): number =>
      layoutFor(520, 56, withYears, USUAL)
        .template.split(" ")
        .slice(-2)
        .reduce((sum, width) => sum + Number.parseInt(width, 10), 0);
    expect(roomForDates(false)).toBeLessThan(roomForDates(true) - 50);
    expect(layoutFor(400, 56, false, USUAL).columns).toEqual(["wbs", "name", "finish"]);
  });
});

describe("figures people type", () => {
  it("reads days, weeks and percentages, and nothing else", () => {
    expect(["5", "2.5 days", "1,5d", "2w", "3 weeks"].map((text) => parseDuration(text, 5))).toEqual([
      5, 2.5, 1.5, 10, 15,
    ]);
    expect(parseDuration("2w", 6)).toBe(12);
    expect(["", "soon", "-1", "2 months"].map((text) => parseDuration(text, 5))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(["0", "55%", "100 %", "101", "x"].map(parsePercent)).toEqual([0, 55, 100, null, null]);
  });
});
