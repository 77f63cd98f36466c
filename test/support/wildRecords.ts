/** What a pair does in its sessions, by the throw of dice: opening, closing, issues, decisions, gates, slips told. */
import { withSlip } from "#shared/changes/slips.ts";
import type { Change } from "#shared/domain/change.ts";
import { addDays } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { VERDICTS } from "#shared/domain/gate.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { addUsualCriteria, decideGate, editCriterion } from "#shared/domain/operations/gates.ts";
import {
  dropIssue,
  moveIssue,
  raiseIssue,
  reopenIssue,
  solveIntoDecision,
  solveIntoTask,
  solveIssue,
} from "#shared/domain/operations/issues.ts";
import {
  acceptDecision,
  editDecision,
  proposeAgain,
  recordDecision,
  rejectDecision,
  replaceDecision,
} from "#shared/domain/operations/records.ts";
import { addActions } from "#shared/domain/operations/sessionActions.ts";
import { closeSession } from "#shared/domain/operations/sessionClose.ts";
import { openToday, reopenSession } from "#shared/domain/operations/sessions.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { lastClosed, openSession } from "#shared/domain/sessions.ts";
import { START, type TestContext } from "./builders.ts";
import type { Chance } from "./chance.ts";

type Edit = (plan: Plan, ctx: TestContext, dice: Chance) => Result<Change>;

const key = (map: ReadonlyMap<Id, unknown>, dice: Chance): Id => dice.pick([...map.keys()]) ?? "none";
const nobodyOr = (plan: Plan, dice: Chance): Id | null => dice.pick([null, ...plan.people.keys()]) ?? null;
const NOTHING = refuse("nothing", "There is nothing to do this with.");

function closeAny(plan: Plan, ctx: TestContext, dice: Chance): Result<Change> {
  const nextOn = dice.next() < 0.5 ? addDays(ctx.today(), dice.whole(1, 30)) : null;
  return closeSession(plan, ctx, openSession(plan)?.id ?? "none", { nextOn, parentId: null, byId: null });
}

/** The CEO signs at gates, so now and then somebody is made it. */
function decideAny(plan: Plan, ctx: TestContext, dice: Chance): Result<Change> {
  const ceoId = dice.pick([...plan.people.values()].filter(({ deletedAt }) => deletedAt === null))?.id;
  if (plan.roadmap.ceoId === null && ceoId !== undefined)
    return editEntity(plan, ctx, "roadmap", plan.roadmap.id, { ceoId });
  const verdict = dice.pick(VERDICTS) ?? "go";
  return decideGate(plan, ctx, key(plan.stages, dice), { verdict, note: "As we saw it", on: ctx.today() });
}

function tellAny(plan: Plan, ctx: TestContext, dice: Chance): Result<Change> {
  const milestone = plan.milestones.get(key(plan.milestones, dice));
  if (!milestone) return NOTHING;
  const from = addDays(milestone.date, -dice.whole(1, 20));
  const slips = withSlip(milestone, { from, to: milestone.date, reason: "The mason", on: ctx.today() });
  return editEntity(plan, ctx, "milestone", milestone.id, { slips });
}

function actAny(plan: Plan, ctx: TestContext): Result<Change> {
  const actions = [{ text: "Call the mason", toId: null, dueOn: null }];
  return addActions(plan, ctx, openSession(plan)?.id ?? "none", { actions, parentId: null, byId: null });
}

const EDITS: readonly Edit[] = [
  (p, c) => openToday(p, c),
  closeAny,
  closeAny,
  (p, c) => reopenSession(p, c, lastClosed(p)?.id ?? "none"),
  (p, c) => actAny(p, c),
  (p, c, d) => raiseIssue(p, c, { name: `Issue ${d.whole(1, 99)}`, raisedById: nobodyOr(p, d) }),
  (p, c, d) => moveIssue(p, c, key(p.issues, d), d.pick([1, -1] as const) ?? 1),
  (p, c, d) => dropIssue(p, c, key(p.issues, d)),
  (p, c, d) => solveIssue(p, c, key(p.issues, d)),
  (p, c, d) => reopenIssue(p, c, key(p.issues, d)),
  (p, c, d) => solveIntoDecision(p, c, key(p.issues, d), { name: "So be it", state: "accepted" }),
  (p, c, d) => {
    const parentId = key(p.stages, d);
    const [start, finish] = [START, addDays(START, 7)];
    return solveIntoTask(p, c, key(p.issues, d), {
      ...{ name: "Do it", parentId, start, finish, toId: nobodyOr(p, d), byId: null },
    });
  },
  (p, c, d) => deleteListed(p, c, key(p.issues, d)),
  (p, c, d) => recordDecision(p, c, { name: `Decision ${d.whole(1, 99)}`, decidedById: nobodyOr(p, d) }),
  (p, c, d) => acceptDecision(p, c, key(p.decisions, d), nobodyOr(p, d)),
  (p, c, d) => rejectDecision(p, c, key(p.decisions, d), nobodyOr(p, d)),
  (p, c, d) => proposeAgain(p, c, key(p.decisions, d)),
  (p, c, d) => replaceDecision(p, c, key(p.decisions, d), null),
  (p, c, d) => editDecision(p, c, key(p.decisions, d), { reason: `Because ${d.whole(1, 9)}` }),
  (p, c, d) => deleteListed(p, c, key(p.decisions, d)),
  (p, c, d) => addUsualCriteria(p, c, key(p.stages, d)),
  (p, c, d) => {
    const stage = p.stages.get(key(p.stages, d));
    const criterion = d.pick(stage?.gateCriteria ?? []);
    return stage && criterion
      ? editCriterion(p, c, stage.id, criterion.id, { isMet: !criterion.isMet })
      : NOTHING;
  },
  decideAny,
  decideAny,
  tellAny,
];

/** One thing that is done in a session or between two, or a refusal. */
export function wildRecord(plan: Plan, ctx: TestContext, dice: Chance): Result<Change> {
  return (dice.pick(EDITS) as Edit)(plan, ctx, dice);
}
