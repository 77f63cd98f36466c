/** What somebody answers for, and what they do, in order of date. */
import { addDays, type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { lastHandover } from "#shared/domain/handover.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { PersonalList } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { daysLate, isFinished } from "#shared/domain/standing.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import type { ColumnSpec, RowText } from "#shared/print/layout/flowTable.ts";
import { doersOf, personName } from "#shared/print/layout/owners.ts";
import { stateOf } from "#shared/print/layout/state.ts";
import type { OwnerPart } from "./ownerPages.ts";

function answerColumns(milestones: number, tasks: number): readonly ColumnSpec[] {
  const second = tasks === 0 ? "Stage" : milestones === 0 ? "Who does it" : "Stage, or who does it";
  return [
    { head: "What", share: 0.58 },
    { head: second, share: 0.42 },
    { head: "Due", most: 1 },
    { head: "State", most: 0.26 },
    { head: "Tasks to do", most: 1, align: "end", isOptional: true },
  ];
}

/** Milestones and the work of others that is open. */
export function answersFor(plan: Plan, { owns, answersFor: work }: PersonalList, asOf: Day): OwnerPart {
  const milestones = owns.filter((node) => !isFinished(node));
  const tasks = work.filter((node) => !node.isGroup && !isFinished(node)).sort(byFinish);
  const reached = owns.length - milestones.length;
  return {
    id: "answers",
    title: "Answers for",
    aside: reached > 0 ? `${count(reached, "milestone")} reached already` : "",
    columns: answerColumns(milestones.length, tasks.length),
    groups: [
      { id: "milestones", title: "Milestones", rows: milestones.map((node) => milestoneRow(node, asOf)) },
      { id: "tasks", title: "Work that others do", rows: tasks.map((node) => othersRow(plan, node, asOf)) },
    ],
  };
}

function milestoneRow(node: OutlineNode, asOf: Day): RowText {
  const state = stateOf(node, asOf);
  const left = node.taskCount - node.doneCount;
  return {
    id: node.item.id,
    cells: [
      { text: nameOrUntitled(node.item.name, node.item.kind), isStrong: true },
      { text: stageName(node), isQuiet: true },
      node.finish === null ? "" : formatDay(node.finish),
      { text: state?.word ?? "", mark: state },
      left > 0 ? left.toLocaleString("en") : "",
    ],
  };
}

function othersRow(plan: Plan, node: OutlineNode, asOf: Day): RowText {
  const state = stateOf(node, asOf);
  return {
    id: node.item.id,
    cells: [
      nameOrUntitled(node.item.name, node.item.kind),
      { text: doersOf(plan, node).join(", ") || "Nobody yet", isQuiet: true },
      node.finish === null ? "" : formatDay(node.finish),
      { text: state?.word ?? "", mark: state },
      "",
    ],
  };
}

const DOES: readonly ColumnSpec[] = [
  { head: "Task", share: 0.6 },
  { head: "Towards", share: 0.4 },
  { head: "Start", most: 1 },
  { head: "Finish", most: 1 },
  { head: "Status", most: 0.22 },
];

/** Days that `soon` looks ahead. */
const SOON = 30;

/** Open tasks they do, or answer for while nobody does them. */
export function does(plan: Plan, list: PersonalList, personId: Id, asOf: Day): OwnerPart {
  const undone = list.answersFor.filter(({ item }) => item.kind === "task" && item.assignments.length === 0);
  const tasks = [...list.does, ...undone].filter((node) => !node.isGroup && !isFinished(node)).sort(byStart);
  const soon = addDays(asOf, SOON);
  const rows = (isIn: (day: Day) => boolean): RowText[] =>
    tasks.filter((node) => isIn(node.start ?? asOf)).map((node) => taskRow(plan, node, personId, asOf));
  const late = tasks.filter((node) => daysLate(node, asOf) > 0).length;
  return {
    id: "does",
    title: "Does",
    aside: [count(tasks.length, "open task"), late > 0 ? `${late} late` : ""].filter(Boolean).join(", "),
    columns: DOES,
    groups: [
      { id: "now", title: "Now", rows: rows((day) => day <= asOf) },
      { id: "soon", title: `Next ${SOON} days`, rows: rows((day) => day > asOf && day <= soon) },
      { id: "later", title: "Later", rows: rows((day) => day > soon) },
    ],
  };
}

function taskRow(plan: Plan, node: OutlineNode, personId: Id, asOf: Day): RowText {
  const { item, start, finish, parent } = node;
  const state = stateOf(node, asOf);
  return {
    id: item.id,
    cells: [
      { text: nameOrUntitled(item.name, "task"), note: handedWords(plan, node, personId) },
      { text: parent ? nameOrUntitled(parent.item.name, parent.item.kind) : "", isQuiet: true },
      start === null ? "" : formatDay(start),
      finish === null ? "" : formatDay(finish),
      { text: state?.word ?? "", mark: state },
    ],
  };
}

/** Where the last hand-over of a task stands, as far as it is this person's. */
function handedWords(plan: Plan, { item }: OutlineNode, personId: Id): string {
  const last = item.kind === "task" ? lastHandover(item) : null;
  if (!last || (last.toId !== personId && last.byId !== personId)) return "";
  const [by, to] = [personName(plan, last.byId) ?? "somebody", personName(plan, last.toId) ?? "somebody"];
  const on = formatDay(last.on);
  const who = last.toId === personId ? `Handed over by ${by} on ${on}` : `Handed over to ${to} on ${on}`;
  const answer = {
    handed: "not answered yet",
    acknowledged: "taken on",
    declined: last.reason === "" ? "declined" : `declined: ${last.reason}`,
  }[last.state];
  return `${who}, ${answer}`;
}

export function stageName(node: OutlineNode): string {
  let up = node;
  while (up.parent) up = up.parent;
  return nameOrUntitled(up.item.name, "stage");
}

export function byStart(a: OutlineNode, b: OutlineNode): number {
  const [x, y] = [`${a.start ?? "9"} ${a.finish ?? "9"}`, `${b.start ?? "9"} ${b.finish ?? "9"}`];
  return x < y ? -1 : x > y ? 1 : 0;
}

export function byFinish(a: OutlineNode, b: OutlineNode): number {
  const [x, y] = [a.finish ?? "9", b.finish ?? "9"];
  return x < y ? -1 : x > y ? 1 : 0;
}
