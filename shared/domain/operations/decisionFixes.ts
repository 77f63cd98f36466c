/** Ways out of a decision that lies outside of somebody's right: each one is tried first and offered only if it helps. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import {
  answererOf,
  type Company,
  type DecisionFinding,
  decisionFinding,
  ifHanded,
  isHere,
  isOverCeiling,
  mayDecide,
  takesCeo,
} from "#shared/domain/decisions.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type DecisionLevel, type Handover, reconcileHandovers } from "#shared/domain/handover.ts";
import { levelLabel } from "#shared/domain/handoverWords.ts";
import { moneyWords } from "#shared/domain/money.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { isBlank } from "#shared/domain/words.ts";
import { restoreFromBin } from "./bin.ts";
import { gone } from "./context.ts";
import { editHandover, takeBack } from "./delegate.ts";
import { editEntity } from "./edit.ts";

export type DecisionFix =
  /** Somebody who may decide answers for it from now on; what they handed over comes back to them. */
  | { readonly kind: "give"; readonly toId: Id; readonly isBack: boolean }
  /** A hand-over gives away less of the decision. */
  | { readonly kind: "keep"; readonly byId: Id; readonly level: DecisionLevel }
  | { readonly kind: "raise-ceiling"; readonly to: number }
  /** The matter's holder may decide further. */
  | { readonly kind: "raise-level"; readonly level: DecisionLevel }
  /** Whoever is to decide gets the matter that nobody has. */
  | { readonly kind: "name-holder"; readonly holderId: Id }
  | { readonly kind: "restore"; readonly personId: Id }
  /** Nothing to apply: it leads to where the CEO is named. */
  | { readonly kind: "name-ceo" };

type Case = { readonly company: Company; readonly right: DecisionRight; readonly task: Task };

/** What helps, in the order in which it is usually wanted; empty when the task or its matter is gone. */
export function decisionFixes(plan: Plan, { taskId, rightId }: DecisionFinding): readonly DecisionFix[] {
  const task = plan.tasks.get(taskId);
  const right = plan.decisionRights.get(rightId);
  return task && right ? fixesOf({ company: plan, right, task }) : [];
}

function fixesOf(now: Case): readonly DecisionFix[] {
  const { company, right, task } = now;
  const finding = decisionFinding(company, right, task);
  if (!finding) return [];
  const { ceoId } = company.roadmap;
  const needsCeo = takesCeo(company, right, task) && !isHere(company, ceoId);
  const helps = (fix: DecisionFix): boolean => {
    const then = tried(now, fix);
    return decisionFinding(then.company, then.right, then.task) === null;
  };
  return [...candidates(now).filter(helps), ...(needsCeo ? [{ kind: "name-ceo" } as const] : [])];
}

function candidates({ company, right, task }: Case): readonly DecisionFix[] {
  const { ceoId } = company.roadmap;
  const answerer = answererOf(task);
  const people = [...new Set([answerer, ceoId, right.holderId])].filter((id) => id !== null);
  const owners = [...new Set([right.holderId, ceoId])].filter((id) => id !== null && isHere(company, id));
  const links = task.handovers.filter(({ state }) => state !== "declined").toReversed();
  return [
    ...people
      .filter((id) => company.people.get(id)?.deletedAt)
      .map((personId) => ({ kind: "restore", personId }) as const),
    ...owners
      .filter((id) => id !== null && mayDecide(company, right, task, id))
      .map((toId) => ({ kind: "give", toId: toId as Id, isBack: handedBy(task, toId as Id) }) as const),
    ...links.flatMap(({ byId, level }) =>
      lowerLevels(level).map((to) => ({ kind: "keep", byId, level: to }) as const),
    ),
    ...(isOverCeiling(right, task) && task.amount !== null
      ? [{ kind: "raise-ceiling", to: task.amount } as const]
      : []),
    ...(right.isReserved || answerer === null || !isHere(company, answerer)
      ? []
      : rightFixes(right, answerer)),
  ];
}

function rightFixes(right: DecisionRight, answerer: Id): readonly DecisionFix[] {
  if (right.holderId === answerer) return right.level < 4 ? [{ kind: "raise-level", level: 4 }] : [];
  return right.holderId === null ? [{ kind: "name-holder", holderId: answerer }] : [];
}

/** The nearest level that shares the decision, and the nearest that keeps it. */
function lowerLevels(level: DecisionLevel): readonly DecisionLevel[] {
  return level > 4 ? [4, 3] : level === 4 ? [3] : [];
}

function handedBy(task: Task, id: Id): boolean {
  return task.handovers.some(({ byId }) => byId === id);
}

/** How things would be with a way out taken, as far as the rules look at them. */
function tried(now: Case, fix: DecisionFix): Case {
  const { company, right, task } = now;
  switch (fix.kind) {
    case "give":
      return { ...now, task: given(task, fix.toId) };
    case "keep":
      return { ...now, task: { ...task, handovers: withLevel(task.handovers, fix.byId, fix.level) } };
    case "raise-ceiling":
      return { ...now, right: { ...right, ceiling: fix.to } };
    case "raise-level":
      return { ...now, right: { ...right, level: fix.level } };
    case "name-holder":
      return { ...now, right: { ...right, holderId: fix.holderId } };
    case "restore": {
      const person = company.people.get(fix.personId);
      if (!person) return now;
      const people = new Map(company.people).set(person.id, { ...person, deletedAt: null });
      return { ...now, company: { ...company, people } };
    }
    case "name-ceo":
      return now;
  }
}

function given(task: Task, accountableId: Id): Task {
  const at = task.handovers.findIndex(({ byId }) => byId === accountableId);
  if (at >= 0) {
    const wasTaken = task.handovers[at]?.state === "acknowledged";
    const answerer = wasTaken ? accountableId : task.accountableId;
    return { ...task, accountableId: answerer, handovers: task.handovers.slice(0, at) };
  }
  return reconcileHandovers(task, { ...task, accountableId });
}

function withLevel(chain: readonly Handover[], byId: Id, level: DecisionLevel): readonly Handover[] {
  return chain.map((handover) => (handover.byId === byId ? { ...handover, level } : handover));
}

/** Ways out of a hand-over that is about to be made: less of the decision, somebody else, a higher limit. */
export type HandingFix =
  | { readonly kind: "level"; readonly level: DecisionLevel }
  | { readonly kind: "to"; readonly toId: Id }
  | { readonly kind: "raise-ceiling"; readonly to: number };

export function handingFixes(
  company: Company,
  right: DecisionRight,
  task: Task,
  next: Pick<Handover, "byId" | "toId" | "level">,
): readonly HandingFix[] {
  const helps = (other: Partial<typeof next>, matter = right): boolean =>
    decisionFinding(company, matter, ifHanded(task, { ...next, ...other })) === null;
  const owners = [...new Set([right.holderId, company.roadmap.ceoId])].filter((id) => id !== null);
  const { amount } = task;
  return [
    ...lowerLevels(next.level).flatMap((level) =>
      helps({ level }) ? [{ kind: "level", level } as const] : [],
    ),
    ...owners
      .filter((toId) => toId !== next.byId && toId !== next.toId && isHere(company, toId) && helps({ toId }))
      .filter((toId) => !handedBy(task, toId))
      .map((toId) => ({ kind: "to", toId }) as const),
    ...(amount !== null && isOverCeiling(right, task) && helps({}, { ...right, ceiling: amount })
      ? [{ kind: "raise-ceiling", to: amount } as const]
      : []),
  ];
}

/** Takes a way out, as one step. */
export function fixDecision(
  plan: Plan,
  ctx: EditContext,
  { taskId, rightId }: Pick<DecisionFinding, "taskId" | "rightId">,
  fix: Exclude<DecisionFix, { kind: "name-ceo" }>,
): Result<Change> {
  const task = plan.tasks.get(taskId);
  if (!task) return gone("task");
  switch (fix.kind) {
    case "give":
      return fix.isBack
        ? takeBack(plan, ctx, taskId, fix.toId)
        : editEntity(
            plan,
            ctx,
            "task",
            taskId,
            { accountableId: fix.toId },
            { label: "Change who answers for it" },
          );
    case "keep":
      return editHandover(plan, ctx, taskId, fix.byId, { level: fix.level });
    case "raise-ceiling":
      return editEntity(
        plan,
        ctx,
        "decisionRight",
        rightId,
        { ceiling: fix.to },
        { label: "Raise the limit" },
      );
    case "raise-level":
      return editEntity(
        plan,
        ctx,
        "decisionRight",
        rightId,
        { level: fix.level },
        { label: "Change how far it goes" },
      );
    case "name-holder":
      return editEntity(
        plan,
        ctx,
        "decisionRight",
        rightId,
        { holderId: fix.holderId },
        { label: "Change who decides" },
      );
    case "restore":
      return restoreFromBin(plan, ctx, fix.personId);
  }
}

/** A way out as a button. */
export function fixLabel(plan: Plan, fix: DecisionFix): string {
  const name = (id: Id): string => {
    const known = plan.people.get(id)?.name ?? "";
    return isBlank(known) ? "them" : known.trim();
  };
  switch (fix.kind) {
    case "give":
      return fix.isBack ? `Hand back to ${name(fix.toId)}` : `Give to ${name(fix.toId)}, who may decide`;
    case "keep":
      return `${name(fix.byId)} says “${levelLabel(fix.level)}”`;
    case "raise-ceiling":
      return `Raise the limit to ${moneyWords(fix.to, plan.roadmap.currency)}`;
    case "raise-level":
      return "Let them decide together";
    case "name-holder":
      return `Let ${name(fix.holderId)} decide about it`;
    case "restore":
      return `Restore ${name(fix.personId)}`;
    case "name-ceo":
      return "Name the CEO…";
  }
}
