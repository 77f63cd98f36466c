/** Random plans on every paper, either way round: what a timeline sheet owes its reader. */
import { expect, it } from "vitest";
import { addDays, dayNumber } from "#shared/domain/day.ts";
import { liveDependencies, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ORIENTATIONS, PAPERS, type Paper } from "#shared/domain/printSettings.ts";
import { AXIS_TEXT } from "#shared/print/chart/axis.ts";
import { type SheetSize, sheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import { ROW_SMALL, ROW_TEXT, STAGE_TEXT, styleOf } from "#shared/print/timeline/rows.ts";
import { DIAMOND } from "#shared/print/timeline/sheetChart.ts";
import { type ChartLink, endsOf } from "#shared/print/timeline/sheetLinks.ts";
import { type Timeline, type TimelineSheet, timelineSheets } from "#shared/print/timeline/timelineSheets.ts";
import {
  aPlan,
  bigPlan,
  type ItemLiteral,
  START,
  type StageLiteral,
  type TaskLiteral,
} from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";

const WORDS = [
  "Sign",
  "the lease",
  "договор",
  "契約を結ぶ",
  "Wi-Fi",
  "negotiate",
  "with every supplier of the region",
];
const HAIR = 0.05;
/** Every letter as wide as any: hundreds of plans are measured in a moment. */
const evenWidth: Measure = (text, { size }) => text.length * size * 0.55;

/** A handful to some hundreds of rows over weeks or decades, deep and flat, linked anyhow. */
function sprawlingPlan(dice: Chance): Plan {
  let made = 0;
  const days = dice.pick([40, 400, 4_000, 14_000] as const);
  const longest = dice.pick([3, 30, 600] as const);
  const people = ["Ana", "Bartholomew Featherstonehaugh", "Cy"];
  const name = (): string =>
    `${made++} ${Array.from({ length: dice.whole(1, dice.pick([3, 3, 30] as const)) }, () => dice.pick(WORDS)).join(" ")}`;
  const task = (depth: number): TaskLiteral => {
    const id = `t${made}`;
    return {
      id,
      task: name(),
      start: addDays(START, dice.whole(0, days)),
      durationDays: dice.whole(1, longest),
      status: dice.pick(["not-started", "in-progress", "blocked", "done"] as const),
      does: people.filter(() => dice.next() < 0.3),
      holds: dice.next() < 0.25 && depth < 4 ? several(() => task(depth + 1), 4) : [],
    };
  };
  const several = <T>(make: () => T, most: number): T[] => Array.from({ length: dice.whole(1, most) }, make);
  const milestone = (): ItemLiteral => ({
    id: `m${made}`,
    milestone: name(),
    date: addDays(START, dice.whole(0, days)),
    holds: several(() => task(2), 9),
  });
  const breadth = dice.pick([3, 12, 40] as const);
  const stages = Array.from({ length: dice.whole(1, 5) }, (): StageLiteral => {
    const id = `s${made}`;
    const holds = () => several(() => (dice.next() < 0.3 ? milestone() : task(1)), breadth);
    return { id, name: name(), holds: dice.next() < 0.1 ? [] : holds() };
  });
  const bare = aPlan({ people: people.map((person) => ({ name: person })), stages });
  const ids = outlineOf(bare).inOrder.flatMap(({ item, isGroup }) =>
    item.kind === "stage" || isGroup ? [] : [item.id],
  );
  const links = Array.from({ length: ids.length }, (_, i) => ({
    id: `l${i}`,
    from: dice.pick(ids) ?? "",
    to: dice.pick(ids) ?? "",
    type: dice.pick(["FS", "FS", "SS", "FF", "SF"] as const),
  })).filter(({ from, to }) => from !== to);
  return aPlan({ people: people.map((person) => ({ name: person })), stages, links });
}

const nameOf = ({ locator }: TimelineSheet): string => /sheet (\S+) of/.exec(locator)?.[1] ?? "";
const idsOf = ({ rows }: TimelineSheet): string[] => rows.map(({ node }) => node.item.id);

/** Sheets that share their rows, in order. */
function rowsOfSheets({ sheets }: Timeline): TimelineSheet[][] {
  const rows = new Map<string, TimelineSheet[]>();
  for (const sheet of sheets) {
    const key = idsOf(sheet).join();
    rows.set(key, [...(rows.get(key) ?? []), sheet]);
  }
  return [...rows.values()];
}

/** `expect` itself would take most of the time, thousands of times over. */
function must(holds: boolean | undefined, what: string): void {
  if (!holds) throw new Error(what);
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.join("|") === b.join("|");

function checkRows(plan: Plan, timeline: Timeline): void {
  const rows = rowsOfSheets(timeline);
  const shownIds = rows.flatMap(([first]) => (first ? idsOf(first) : []));
  must(
    same(
      shownIds,
      outlineOf(plan).inOrder.map(({ item }) => item.id),
    ),
    "every row once and in order",
  );
  const names = timeline.sheets.map(nameOf);
  must(names.length === 1 || new Set(names).size === names.length, "a name for each sheet");
  for (const across of rows) {
    must(new Set(across.map(({ column }) => column)).size === across.length, "each time tile once");
    for (const node of across[0]?.rows.map((row) => row.node) ?? []) {
      if (node.start === null || node.finish === null) continue;
      const [start, finish] = [dayNumber(node.start), dayNumber(node.finish)];
      const shown = across.filter(({ chart }) => bar(chart, node.item.id)?.place === "here");
      const [first, last] = [shown[0]?.chart.span, shown.at(-1)?.chart.span];
      must(first && last && first.firstDay <= start && last.lastDay >= finish, "all of a bar");
      for (const { chart } of across) {
        const { edge, cutLeft, cutRight, place } = bar(chart, node.item.id) ?? {};
        const isHere = place === "here";
        must(cutLeft === (isHere && start < chart.span.firstDay), "a mark where a bar began before");
        must(cutRight === (isHere && finish > chart.span.lastDay), "a mark where a bar goes on");
        must(isHere ? edge === null : shown.map(nameOf).includes(edge?.sheet ?? ""), "the sheet that has it");
      }
    }
  }
}

function bar(chart: TimelineSheet["chart"], id: string) {
  return chart.bars.find(({ row }) => row.node.item.id === id);
}

/** Everything lies inside its column or the chart, the drawing inside the sheet, and no type is under 7 points. */
function checkRoom(timeline: Timeline, size: SheetSize): void {
  const { zoom, width, headingHeight } = timeline;
  const smallest = Math.min(...[AXIS_TEXT, ROW_SMALL, ROW_TEXT, STAGE_TEXT].map((style) => style.size));
  must(smallest * zoom * size.zoom > 7 - 1e-9, "7 points");
  expect(width * zoom).toBeCloseTo(size.contentWidth, 6);
  for (const { part, rows, chart } of timeline.sheets) {
    const { columns } = part;
    must(columns.width + chart.width + DIAMOND <= width, "a chart beside its rows");
    const note = part.printed.size < part.grid.rows * part.grid.columns ? 13 : 0;
    must((chart.height + 1) * zoom + headingHeight + note <= size.contentHeight, "a drawing on its sheet");
    for (const row of rows) {
      const nameEnd = row.kind === "stage" ? columns.dates.x : columns.who.x;
      const nameWidth = Math.max(...row.name.map((line) => evenWidth(line, styleOf(row.kind))));
      must(columns.name.x + row.indent + nameWidth <= nameEnd, "a name in its column");
      for (const key of ["who", "dates", "code"] as const) {
        must(evenWidth(row[key], ROW_SMALL) <= columns[key].width + HAIR, `${key} in its column`);
      }
    }
    const lines = [
      ...chart.links.flatMap(({ routes }) => routes),
      ...chart.hooks.map(({ points }) => points),
    ];
    for (const { x, y } of lines.flat()) {
      must(
        x >= 0 && x <= chart.width && y > chart.top - HAIR && y < chart.height + HAIR,
        "a link in the chart",
      );
    }
    for (const { box, place, label, ghost } of chart.bars) {
      const isSeen = box.x <= chart.width + DIAMOND && box.x + box.width >= -HAIR;
      must(place !== "here" || isSeen, "a bar in the chart");
      must(!ghost || (ghost.x >= 0 && ghost.x + ghost.width <= chart.width), "a baseline in the chart");
      if (!label) continue;
      const left = label.anchor === "start" ? label.x : label.x - label.width;
      must(left >= 0 && left + label.width <= chart.width + HAIR, "words in the chart");
    }
  }
}

function checkHeaders({ sheets }: Timeline): void {
  for (const { chart, locator } of sheets) {
    const labels = [...chart.axis.major, ...chart.axis.minor].map(({ label }) => label).filter(Boolean);
    must(labels.length > 0, "a time header");
    must(
      [...labels, locator].some((words) => /\d{4}/.test(words)),
      "a year in it",
    );
  }
}

const crossingsAt = (link: ChartLink | undefined, x: number): string[] =>
  (link?.crossings ?? [])
    .filter((mark) => mark.x === x)
    .map(({ y, towards }) => `${y.toFixed(3)} ${towards}`);

function checkMarks(plan: Plan, timeline: Timeline): void {
  const { byId } = outlineOf(plan);
  const rows = rowsOfSheets(timeline);
  const holding = (id: string) => rows.findIndex(([first]) => first && idsOf(first).includes(id));
  for (const { id, fromId, toId, type } of liveDependencies(plan)) {
    const ends = endsOf(type);
    const dayOf = (id: string, end: "start" | "finish") => byId.get(id)?.[end] ?? null;
    const [fromDay, toDay] = [dayOf(fromId, ends.from), dayOf(toId, ends.to)];
    if (fromDay === null || toDay === null) continue;
    const onDay = (at: number, day: string) =>
      rows[at]?.find(
        ({ chart }) => dayNumber(day) <= chart.span.lastDay && dayNumber(day) >= chart.span.firstDay,
      );
    const [fromRow, toRow] = [holding(fromId), holding(toId)];
    const [from, to] = [onDay(fromRow, fromDay), onDay(toRow, toDay)];
    if (!from || !to) throw new Error(`No sheet shows where ${fromId} or ${toId} is linked`);
    if (fromRow !== toRow) {
      const outlineNumber = (id: string): string => byId.get(id)?.wbsCode ?? "";
      checkHook(from, fromId, `${outlineNumber(toId)}`, nameOf(to), "→");
      checkHook(to, toId, `${outlineNumber(fromId)}`, nameOf(from), "after");
      continue;
    }
    const across = rows[fromRow] ?? [];
    const isThis = (link: ChartLink): boolean => link.id === id;
    across.forEach((sheet, i) => {
      const [link, next] = [sheet, across[i + 1]].map((one) => one?.chart.links.filter(isThis) ?? []);
      if (across[i + 1]?.column !== sheet.column + 1) return;
      const [out, back] = [
        link?.flatMap((one) => crossingsAt(one, sheet.chart.width)),
        next?.flatMap((one) => crossingsAt(one, 0)),
      ];
      must(same(out ?? [], back ?? []), "a mark on both sides of an edge");
      const lies = (at: TimelineSheet): boolean => at.column <= sheet.column;
      if (lies(from) !== lies(to)) must((out?.length ?? 0) > 0, "a mark where a link leaves");
      else must(out?.length === 0, "no mark where it does not");
    });
    must(
      to.chart.links.filter(isThis).every(({ head }) => head !== null),
      "an arrow head",
    );
  }
}

/** A hook at the bar, and words that name the other item with its sheet, or count it among those named. */
function checkHook(sheet: TimelineSheet, id: string, code: string, other: string, word: string): void {
  must(
    sheet.chart.hooks.some((hook) => hook.id === id),
    "a mark at the bar",
  );
  const text = bar(sheet.chart, id)?.label?.text ?? "";
  const named = text.slice(text.indexOf(word) + word.length).split("→")[0] ?? "";
  must(text.includes(word), "words at the mark");
  if (/[+…]/.test(named)) return;
  must(named.split(/[ ,]/).includes(code), `${code} in ${text}`);
  must(named.includes(`(${other})`) || named.includes(`(sheet ${other})`), `${other} in ${text}`);
}

it("shows every row and bar once, marks what goes on elsewhere on both sides, and leaves nothing outside a sheet", () => {
  for (let seed = 1; seed <= 16; seed++) {
    const dice = chance(seed * 7919);
    const plan = sprawlingPlan(dice);
    const size = sheetSize(dice.pick(PAPERS), dice.pick(ORIENTATIONS));
    const timeline = timelineSheets(plan, addDays(START, dice.whole(0, 400)), size, evenWidth);
    if (!timeline) continue;
    try {
      checkRows(plan, timeline);
      checkRoom(timeline, size);
      checkHeaders(timeline);
      checkMarks(plan, timeline);
    } catch (error) {
      throw new Error(`Seed ${seed}, ${size.paper} ${size.orientation}`, { cause: error });
    }
  }
});

it("puts the whole plan on one large sheet, in type that fills it, and shrinks it to 7 points before it tiles", () => {
  const on = (count: number, paper: Paper) => {
    const size = sheetSize(paper);
    const timeline = timelineSheets(bigPlan(count), "2027-03-01", size, evenWidth);
    const tallest = Math.max(...(timeline?.sheets ?? []).map(({ chart }) => chart.height));
    const points = 7 * (timeline?.zoom ?? 0) * size.zoom;
    return {
      sheets: timeline?.sheets.length,
      points,
      filled: (tallest * (timeline?.zoom ?? 0)) / size.contentHeight,
    };
  };
  expect(on(12, "A0")).toMatchObject({ sheets: 1, points: expect.toSatisfy((size: number) => size > 30) });
  const [fifty, hundred] = [on(50, "A0"), on(110, "A0")];
  expect([fifty.sheets, hundred.sheets]).toEqual([1, 1]);
  expect(fifty.points).toBeGreaterThan(hundred.points);
  expect(hundred.filled).toBeGreaterThan(0.8);
  expect(on(250, "A0")).toMatchObject({ sheets: 3, points: expect.toSatisfy((size: number) => size >= 7) });
  expect(on(40, "A3").sheets).toBeLessThan(on(40, "A4").sheets ?? 0);
});
