/**
 * A plan from a table of comma-separated values. What each column means is guessed, and whoever imports it may change
 * it; the same table with the same mapping always gives the same plan.
 */
import { generateNKeysBetween } from "fractional-indexing";
import { type Day, earliest } from "#shared/domain/day.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { createPerson, type Person } from "#shared/domain/person.ts";
import { planFromEntities } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { createRoadmap, STANDARD_CALENDAR } from "#shared/domain/roadmap.ts";
import { isFractions } from "./csv-cells.ts";
import { CSV_FIELDS, type CsvField, type CsvLine, type CsvMapping } from "./csv-columns.ts";
import { type DateOrder, decideOrder } from "./csv-dates.ts";
import { levelsOf } from "./csv-levels.ts";
import type { CsvTable } from "./csv-parse.ts";
import { CSV_TOPICS, type CsvLosses } from "./csv-report.ts";
import { rowFrom, timedRow } from "./csv-row.ts";
import { WEEKDAYS, weekOf } from "./csv-week.ts";
import type { ImportContext, Imported } from "./gan.ts";
import { Losses } from "./losses.ts";
import { linkRows } from "./row-links.ts";
import { type PlanRow, placeRows } from "./rows.ts";
import { cleanText } from "./text.ts";

export interface CsvChoices {
  readonly mapping: CsvMapping;
  /** Null lets the dates of the table decide. */
  readonly dateOrder: DateOrder | null;
}

const OTHER_WORK = "Other work";

/** Refused with a sentence: a table without a column of names, or without a single named row. */
export function planFromCsv(table: CsvTable, choices: CsvChoices, ctx: ImportContext): Result<Imported> {
  if (choices.mapping.name === undefined)
    return refuse("no-name-column", "Say which column holds the names of the work.");
  const losses: CsvLosses = new Losses(CSV_TOPICS);
  const lines = linesOf(table, choices.mapping, losses);
  if (lines.length === 0) return refuse("no-rows", "No row of this table has a name.");
  const imported = readLines(lines, table, choices, ctx, losses);
  const problem = checkPlan(imported.plan)[0];
  return problem ? refuse(problem.code, problem.message) : ok(imported);
}

/** Which comes first in the table's dates, day or month. */
function dateOrderOf(table: CsvTable, mapping: CsvMapping): ReturnType<typeof decideOrder> {
  const cell = (row: readonly string[], field: CsvField): string => cellOf(row, mapping[field]);
  return decideOrder(
    table.rows.flatMap((row): [string, string][] => [
      [cell(row, "start"), cell(row, "finish")],
      ["", cell(row, "deadline")],
    ]),
  );
}

function linesOf(table: CsvTable, mapping: CsvMapping, losses: CsvLosses): CsvLine[] {
  return table.rows.flatMap((row) => {
    const line = Object.fromEntries(
      CSV_FIELDS.map((field) => [field, cellOf(row, mapping[field])]),
    ) as unknown as CsvLine;
    if (line.name.trim() !== "") return [line];
    losses.leave("nameless");
    return [];
  });
}

/** A sign that guards a cell against being read as a formula is no part of its text. */
function cellOf(row: readonly string[], column: number | undefined): string {
  const cell = column === undefined ? "" : (row[column] ?? "");
  return /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

function readLines(
  lines: readonly CsvLine[],
  table: CsvTable,
  { mapping, dateOrder }: CsvChoices,
  ctx: ImportContext,
  losses: CsvLosses,
): Imported {
  const decided = dateOrderOf(table, mapping);
  const order = dateOrder ?? decided.order;
  if (dateOrder === null && !decided.isSure) losses.leave(order === "dmy" ? "guessedDmy" : "guessedMdy");
  const calendar = weekOf(lines.flatMap((line) => timedRow(line, order)));
  if (calendar !== STANDARD_CALENDAR)
    for (const weekday of calendar.workingWeekdays) losses.leave("week", WEEKDAYS[weekday]);
  const roadmapId = ctx.newId();
  const people = new PeopleByName(roadmapId, () => ctx.newId());
  const read = {
    order,
    isFraction: isFractions(lines.map(({ progress }) => progress)),
    personId: (name: string) => people.idOf(name),
    losses,
    calendar,
    hasKinds: mapping.kind !== undefined,
  };
  const levelled = levelsOf(lines);
  const rows = levelled.map(({ line, level, isStage, isHolder }): PlanRow => {
    const row = line ? rowFrom(line, read, isHolder) : stageRow(isStage ?? "");
    return { ...row, level };
  });
  const firstDay = earliest(rows.flatMap((row) => row.start ?? [])) ?? ctx.today;
  const name = cutText(cleanText(ctx.fallbackName ?? "").trim(), MAX_NAME) || "Imported roadmap";
  const roadmap = { ...roadmapOf(roadmapId, name, firstDay, ctx), calendar };
  const hasStages = levelled.some(({ isHolder, level }) => isHolder && level === 0);
  const placed = placeRows(rows, {
    roadmapId,
    newId: () => ctx.newId(),
    firstDay,
    looseName: hasStages ? OTHER_WORK : name,
    onMilestoneGroup: (group) => losses.leave("milestoneGroup", group),
  });
  for (const [row, item] of placed.itemOf)
    if (item.kind === "stage" && (row.assignments.length > 0 || row.accountableId !== null))
      losses.leave("groupPeople", item.name);
  const lineOf = new Map(rows.map((row, i) => [row, levelled[i]?.line ?? null]));
  const links = linkRows({
    roadmapId,
    newId: () => ctx.newId(),
    itemOf: placed.itemOf,
    find: finder(placed.itemOf, lineOf),
    leave: (topic, at) => losses.leave(topic, at),
  });
  const plan = planFromEntities(roadmap, [...people.all(), ...placed.items, ...links]);
  leaveColumns(table, mapping, losses);
  bringAll(plan, placed.loose, losses);
  return { plan, report: losses.finish("a table") };
}

function roadmapOf(id: Id, name: string, startDate: Day, ctx: ImportContext) {
  const seats = { ceoId: null, cooId: null };
  return createRoadmap({ id, companyName: name, vision: "", startDate, createdAt: ctx.now(), ...seats });
}

/** A stage that only a column of stages names. */
function stageRow(name: string): PlanRow {
  return {
    level: 0,
    kind: "stage",
    name,
    notes: "",
    start: null,
    durationDays: 0,
    progressPct: 0,
    status: "not-started",
    assignments: [],
    accountableId: null,
    links: [],
  };
}

/** People are told apart by their names, whatever their case. */
class PeopleByName {
  readonly #names = new Map<string, { readonly id: Id; readonly name: string }>();

  constructor(
    readonly roadmapId: Id,
    readonly newId: () => Id,
  ) {}

  idOf(name: string): Id {
    const plain = cutText(cleanText(name).replace(/\s+/g, " ").trim(), MAX_NAME);
    const key = plain.toLocaleLowerCase();
    const known = this.#names.get(key) ?? { id: this.newId(), name: plain };
    this.#names.set(key, known);
    return known.id;
  }

  all(): Person[] {
    const keys = generateNKeysBetween(null, null, this.#names.size);
    return [...this.#names.values()].map(({ id, name }, i) =>
      createPerson({ id, roadmapId: this.roadmapId, order: keys[i] as string, name }),
    );
  }
}

/** Predecessors are named by key, by outline number, by the row's own number, or by name where only one has it. */
function finder(
  itemOf: ReadonlyMap<PlanRow, PlanItem>,
  lineOf: ReadonlyMap<PlanRow, CsvLine | null>,
): (name: string) => PlanItem | undefined {
  const maps = [new Map(), new Map(), new Map(), new Map()] as Map<string, PlanItem | null>[];
  let number = 0;
  const items = [...lineOf].flatMap(([row, line]) => {
    const item = itemOf.get(row);
    return line && item ? [{ line, item }] : [];
  });
  for (const { line, item } of items) {
    number++;
    const names = [line.id, line.number, String(number), line.name];
    names.forEach((name, i) => {
      const key = nameKey(name);
      if (key !== "") maps[i]?.set(key, maps[i]?.has(key) ? null : item);
    });
  }
  return (name) => {
    const key = nameKey(name);
    return maps.map((map) => map.get(key)).find((item) => item !== undefined) ?? undefined;
  };
}

function nameKey(name: string): string {
  return name.trim().replace(/\.$/, "").toLocaleLowerCase();
}

function leaveColumns({ header }: CsvTable, mapping: CsvMapping, losses: CsvLosses): void {
  const used = new Set(Object.values(mapping));
  header.forEach((heading, column) => {
    if (!used.has(column)) losses.leave("column", heading.trim() || `Column ${column + 1}`);
  });
}

function bringAll(plan: Imported["plan"], loose: number, losses: CsvLosses): void {
  losses.bring("Stages", plan.stages.size);
  losses.bring("Milestones", plan.milestones.size);
  losses.bring("Tasks", plan.tasks.size);
  losses.bring("Rows outside any stage, now in a stage of their own", loose);
  losses.bring("People", plan.people.size);
  losses.bring("Links", plan.dependencies.size);
  const noted = [...plan.stages.values(), ...plan.milestones.values(), ...plan.tasks.values()];
  losses.bring("Rows with notes", noted.filter((item) => item.notes !== "").length);
}
