/** What somebody waits for: work they handed over, and work of others that comes before theirs. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import { daysWaited, followUpDue, type Handed } from "#shared/domain/delegation.ts";
import type { Id } from "#shared/domain/fields.ts";
import { waitWords } from "#shared/domain/handoverWords.ts";
import { liveDependencies, type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { PersonalList } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { capital, nameOrUntitled } from "#shared/domain/words.ts";
import type { ColumnSpec, RowText } from "#shared/print/layout/flowTable.ts";
import { answererOf, doersOf, personName } from "#shared/print/layout/owners.ts";
import { stateOf } from "#shared/print/layout/state.ts";
import type { OwnerPart } from "./ownerPages.ts";
import { byFinish } from "./ownerWork.ts";

const COLUMNS: readonly ColumnSpec[] = [
  { head: "What", share: 0.5 },
  { head: "Who has it", most: 0.18 },
  { head: "Due", most: 1 },
  { head: "State", most: 0.2 },
  { head: "Needed for", share: 0.5 },
];

/** What comes right before an item. */
export type LinksInto = ReadonlyMap<Id, readonly OutlineNode[]>;

export function linksInto(plan: Plan): LinksInto {
  const { byId } = outlineOf(plan);
  const into = new Map<Id, OutlineNode[]>();
  for (const { fromId, toId } of liveDependencies(plan)) {
    const from = byId.get(fromId);
    if (!from || isFinished(from)) continue;
    const known = into.get(toId);
    if (known) known.push(from);
    else into.set(toId, [from]);
  }
  return into;
}

export function waitsOn(
  plan: Plan,
  personId: Id,
  list: PersonalList,
  into: LinksInto,
  handed: readonly Handed[],
  asOf: Day,
): OwnerPart {
  return {
    id: "waits",
    title: "Waits on",
    aside: "",
    columns: COLUMNS,
    groups: [
      { id: "handed", title: "Handed over", rows: handed.map((one, at) => handedRow(plan, one, at, asOf)) },
      { id: "before", title: "Comes before their work", rows: beforeRows(plan, personId, list, into, asOf) },
    ],
  };
}

function handedRow(plan: Plan, handed: Handed, at: number, asOf: Day): RowText {
  const { node, handover } = handed;
  const state = stateOf(node, asOf);
  const due = followUpDue(handed, asOf);
  const ask =
    handover.followUpOn === null
      ? ""
      : due === 0
        ? "to ask about today"
        : `to ask about ${due === null ? "on" : "since"} ${formatDay(handover.followUpOn)}`;
  const waited = daysWaited(handed, asOf);
  const since = waited === 0 ? "handed over today" : `handed over ${waitWords(waited)} ago`;
  const answer = handover.state === "handed" ? "not answered yet" : "";
  return {
    id: `${at}`,
    cells: [
      {
        text: nameOrUntitled(node.item.name, node.item.kind),
        note: capital([since, answer, ask].filter(Boolean).join(", ")),
      },
      personName(plan, handover.toId) ?? "Somebody who is gone",
      node.finish === null ? "" : formatDay(node.finish),
      { text: state?.word ?? "", mark: state },
      {
        text: node.parent ? nameOrUntitled(node.parent.item.name, node.parent.item.kind) : "",
        isQuiet: true,
      },
    ],
  };
}

/** Each thing once, with all of theirs that it comes before. */
function beforeRows(
  plan: Plan,
  personId: Id,
  { does, owns, answersFor }: PersonalList,
  into: LinksInto,
  asOf: Day,
): RowText[] {
  const neededFor = new Map<OutlineNode, Set<OutlineNode>>();
  for (const node of [...does, ...answersFor, ...owns]) {
    if (isFinished(node)) continue;
    for (const before of into.get(node.item.id) ?? []) {
      if (isTheirs(before, personId)) continue;
      const known = neededFor.get(before);
      if (known) known.add(node);
      else neededFor.set(before, new Set([node]));
    }
  }
  return [...neededFor]
    .sort(([a], [b]) => byFinish(a, b))
    .map(([node, needing]) => {
      const state = stateOf(node, asOf);
      const names = [...needing].map(({ item }) => nameOrUntitled(item.name, item.kind));
      return {
        id: node.item.id,
        cells: [
          nameOrUntitled(node.item.name, node.item.kind),
          doersOf(plan, node).join(", ") || (answererOf(plan, node) ?? "Nobody yet"),
          node.finish === null ? "" : formatDay(node.finish),
          { text: state?.word ?? "", mark: state },
          { text: names.join("; "), isQuiet: true },
        ],
      };
    });
}

function isTheirs({ item }: OutlineNode, personId: Id): boolean {
  if (item.kind === "milestone") return item.ownerId === personId;
  if (item.kind !== "task") return false;
  return item.accountableId === personId || item.assignments.some((a) => a.personId === personId);
}
