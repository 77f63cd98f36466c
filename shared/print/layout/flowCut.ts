/** How high the parts of a sheet are, and where a section is cut that goes on over the next. */
import {
  FLOW,
  type FlowGroup,
  type FlowHead,
  type FlowRow,
  type FlowSection,
  type FlowTable,
} from "./flow.ts";

/** So many rows go on over the next sheet at least. */
const ROWS_TO_GO_ON = 4;

export function headHeight({ title, subtitle, lead }: FlowHead): number {
  const gap = lead.length > 0 ? FLOW.leadGap : 0;
  return (
    title.length * FLOW.title + subtitle.length * FLOW.subtitle + gap + lead.length * FLOW.lead + FLOW.headGap
  );
}

export function sectionHeight(section: FlowSection): number {
  return openingHeight(section) + tableHeight(section.table) + (section.after === "" ? 0 : FLOW.after);
}

/** Heading and sentences. */
export function openingHeight({ title, texts }: FlowSection): number {
  const heights = texts.map(({ lines }) => lines.length * FLOW.line + FLOW.textGap);
  return heights.reduce((sum, height) => sum + height, title === "" ? 0 : FLOW.sectionHead);
}

function tableHeight(table: FlowTable | null): number {
  if (!table) return 0;
  const groups = table.groups.map(
    ({ title, rows }) =>
      (title === "" ? 0 : FLOW.groupHead) + rows.reduce((sum, { height }) => sum + height, 0),
  );
  return groups.reduce((sum, height) => sum + height, FLOW.tableHead as number);
}

export function stackHeight(sections: readonly FlowSection[]): number {
  const heights = sections.map(sectionHeight);
  return heights.reduce((sum, height) => sum + height, Math.max(0, sections.length - 1) * FLOW.sectionGap);
}

/** The rows that fit; `least` of them whatever the room. */
export function takeRows(table: FlowTable, room: number, least: number): readonly FlowRow[] {
  const taken: FlowRow[] = [];
  let used: number = FLOW.tableHead;
  for (const { title, rows } of table.groups) {
    used += title === "" ? 0 : FLOW.groupHead;
    for (const row of rows) {
      used += row.height;
      if (used > room && taken.length >= least) return taken;
      taken.push(row);
    }
  }
  return taken;
}

/** What fits, and what goes on. */
export function cut(section: FlowSection, room: number): readonly [FlowSection, FlowSection | null] {
  const { table } = section;
  if (!table || sectionHeight(section) <= room) return [section, null];
  const after = section.after === "" ? 0 : FLOW.after;
  const all = table.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  let count = takeRows(table, room - openingHeight(section), 1).length;
  // What is said at the end stands below a row.
  if (count === all && after > 0) count = Math.max(1, count - 1);
  if (count === all) return [section, null];
  count = groupsWhole(table, enoughGoOn(count, all));
  return [
    { ...section, table: { ...table, groups: sliced(table.groups, 0, count) }, after: "" },
    {
      ...section,
      isContinued: true,
      texts: [],
      table: { ...table, groups: sliced(table.groups, count, all) },
    },
  ];
}

/** A row or two never go on alone where a sheet can spare them some company. */
function enoughGoOn(count: number, all: number): number {
  const most = all - ROWS_TO_GO_ON;
  return count > most && most >= ROWS_TO_GO_ON ? most : count;
}

/** A group whose first row alone would stand at the foot of a sheet begins the next one. */
function groupsWhole({ groups }: FlowTable, count: number): number {
  let start = 0;
  for (const { rows } of groups) {
    if (count > start && count < start + rows.length)
      return start > 0 && count === start + 1 && rows.length > 1 ? start : count;
    start += rows.length;
  }
  return count;
}

function sliced(groups: readonly FlowGroup[], from: number, to: number): FlowGroup[] {
  let start = 0;
  return groups.flatMap((group): FlowGroup[] => {
    const own = group.rows.slice(Math.max(0, from - start), Math.max(0, to - start));
    const isCut = own.length > 0 && own[0] !== group.rows[0];
    start += group.rows.length;
    if (own.length === 0) return [];
    return [{ ...group, rows: own, ...(isCut ? { aside: "continued" } : {}) }];
  });
}
