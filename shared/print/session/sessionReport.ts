/** What a session leaves behind, in words: the two printed pages and the minutes to copy are made from it. Private notes are no part of it. */
import type { BaselineItem } from "#shared/domain/baseline.ts";
import { saidOn } from "#shared/domain/checkIn.ts";
import { type Day, formatDay, formatDayNear } from "#shared/domain/day.ts";
import type { Decision } from "#shared/domain/decision.ts";
import { chainsOf } from "#shared/domain/decisionChain.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { GateDecision } from "#shared/domain/gate.ts";
import { VERDICT_WORDS } from "#shared/domain/gateWords.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { issueName } from "#shared/domain/issues.ts";
import { frozenItem } from "#shared/domain/operations/baselines.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Session } from "#shared/domain/session.ts";
import {
  dayOfSession,
  notReached,
  sessionBefore,
  sessionName,
  sessionYield,
} from "#shared/domain/sessions.ts";
import { spentInAll, spentMinutes } from "#shared/domain/sessionTime.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { isBlank, minutesWords, nameOrUntitled } from "#shared/domain/words.ts";
import { type FrozenGroup, frozenChanges } from "./frozenChanges.ts";

export interface ReportAction {
  readonly id: Id;
  readonly text: string;
  /** `4 Feb`, or `12 Mar, as planned` where nobody has promised a day; empty without dates. */
  readonly by: string;
  /** The milestone or stage it stands under. */
  readonly under: string;
  /** `not answered yet`, `done`; empty otherwise. */
  readonly standing: string;
}

export interface ReportDecision {
  readonly id: Id;
  readonly name: string;
  readonly outcome: string;
  readonly reason: string;
  /** `decided by Ana Lima, in place of “Buy an oven”`. */
  readonly about: string;
}

export interface ReportIssue {
  readonly id: Id;
  readonly name: string;
}

export interface ReportGate {
  readonly id: Id;
  readonly stage: string;
  /** `Go, signed by Ana Lima`. */
  readonly words: string;
  readonly note: string;
}

export interface SessionReport {
  readonly title: string;
  readonly day: string;
  readonly attendees: readonly string[];
  /** How long it took; empty while it has not begun. */
  readonly length: string;
  /** The session before, in words; null where there is no earlier session to compare with. */
  readonly since: string | null;
  readonly changes: readonly FrozenGroup[];
  readonly decisions: readonly ReportDecision[];
  readonly gates: readonly ReportGate[];
  readonly solved: readonly ReportIssue[];
  /** Raised in it and not solved in it. */
  readonly raised: readonly ReportIssue[];
  readonly people: readonly { readonly name: string; readonly actions: readonly ReportAction[] }[];
  readonly next: string;
  readonly left: readonly string[];
  readonly notes: readonly { readonly id: Id; readonly name: string; readonly text: string }[];
  readonly minutes: string;
}

export function sessionReport(plan: Plan, session: Session, today: Day): SessionReport {
  const { decisions, gates, raised, solved, tasks } = sessionYield(plan, session, today);
  const before = sessionBefore(plan, session);
  const frozen = before?.baselineId ? plan.baselines.get(before.baselineId) : undefined;
  const seconds = spentInAll(session, session.closedAt ?? session.running?.since ?? "");
  return {
    title: sessionName(session),
    day: formatDay(dayOfSession(session), "long"),
    attendees: session.attendeeIds.map((id) => personName(plan, id)),
    length: seconds < 30 ? "" : minutesWords(spentMinutes(seconds)),
    since: before && frozen ? sinceWords(before) : null,
    changes: frozen ? frozenChanges(plan, frozen.items, itemsAt(plan, session), today) : [],
    decisions: decisions.map((decision) => decisionLine(plan, decision)),
    gates: gates.map((decision) => gateLine(plan, decision)),
    solved: solved.map(issueLine),
    raised: raised.filter((issue) => !solved.includes(issue)).map(issueLine),
    people: byPerson(plan, tasks, today),
    next: session.nextOn === null ? "not set yet" : formatDay(session.nextOn, "long"),
    left: notReached(session).map(({ name }) => (isBlank(name) ? "Untitled item" : name.trim())),
    notes: session.agenda
      .map((item) => ({
        id: item.id,
        name: isBlank(item.name) ? "Untitled item" : item.name.trim(),
        text: saidOn(item),
      }))
      .filter(({ text }) => !isBlank(text)),
    minutes: session.minutes.trim(),
  };
}

function sinceWords(session: Session): string {
  const day = formatDay(dayOfSession(session));
  return isBlank(session.name) ? day : `“${session.name.trim()}”, ${day}`;
}

/** The plan as it was when the session closed, or as it is while it has not. */
function itemsAt(plan: Plan, { baselineId }: Session): readonly BaselineItem[] {
  const frozen = baselineId === null ? undefined : plan.baselines.get(baselineId);
  return frozen?.items ?? outlineOf(plan).inOrder.map(frozenItem);
}

function personName(plan: Plan, id: Id | null): string {
  return plan.people.get(id ?? "")?.name.trim() || "Somebody";
}

const STATE_WORDS = { proposed: "proposed", accepted: "decided", rejected: "rejected" } as const;

function decisionLine(plan: Plan, decision: Decision): ReportDecision {
  const { id, name, outcome, reason, state, decidedById } = decision;
  const by = decidedById === null ? "" : ` by ${personName(plan, decidedById)}`;
  return {
    id,
    name: isBlank(name) ? "Untitled decision" : name.trim(),
    outcome: outcome.trim(),
    reason: reason.trim(),
    about: [`${STATE_WORDS[state]}${by}`, insteadOf(plan, id)].filter(Boolean).join(", "),
  };
}

function insteadOf(plan: Plan, id: Id): string {
  const replaced = chainsOf(plan).get(id)?.replaces;
  return replaced ? `in place of “${replaced.name.trim() || "Untitled decision"}”` : "";
}

function issueLine(issue: Issue): ReportIssue {
  return { id: issue.id, name: issueName(issue).trim() };
}

function gateLine(plan: Plan, { id, stageId, verdict, note, signedById }: GateDecision): ReportGate {
  const signed = signedById === null ? "" : `, signed by ${personName(plan, signedById)}`;
  const stage = nameOrUntitled(plan.stages.get(stageId)?.name ?? "", "stage");
  return { id, stage, words: `${VERDICT_WORDS[verdict]}${signed}`, note: note.trim() };
}

/** The day that was promised, else the one it is planned for. */
function byWhen(deadline: Day | null, finish: Day | null, today: Day): string {
  if (deadline !== null) return formatDayNear(deadline, today);
  return finish === null ? "" : `${formatDayNear(finish, today)}, as planned`;
}

/** Who does what by when: by person, the earliest date first; what nobody has comes last. */
function byPerson(plan: Plan, tasks: readonly OutlineNode[], today: Day): SessionReport["people"] {
  const groups = new Map<Id | null, { readonly sort: string; readonly action: ReportAction }[]>();
  for (const node of tasks) {
    const { item } = node;
    if (item.kind !== "task") continue;
    const last = item.handovers.at(-1);
    const whoId = last && last.state !== "declined" ? last.toId : item.accountableId;
    const list = groups.get(whoId) ?? [];
    groups.set(whoId, list);
    const standing = isFinished(node) ? "done" : last?.state === "handed" ? "not answered yet" : "";
    list.push({
      sort: item.deadline ?? node.finish ?? "9999",
      action: {
        id: item.id,
        text: nameOrUntitled(item.name, "task"),
        by: byWhen(item.deadline, node.finish, today),
        under: node.parent ? nameOrUntitled(node.parent.item.name, node.parent.item.kind) : "",
        standing,
      },
    });
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([id, list]) => ({
      name: id === null ? "Nobody yet" : personName(plan, id),
      actions: list
        .toSorted((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0))
        .map(({ action }) => action),
    }));
}
