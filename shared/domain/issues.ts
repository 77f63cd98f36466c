/** Issues as they are looked at: those to solve by rank, those that are settled, and what an item is in the way of. */
import type { Id } from "./fields.ts";
import type { Issue } from "./issue.ts";
import { compareOrder } from "./outline.ts";
import type { Plan } from "./plan.ts";
import { isBlank } from "./words.ts";

export interface Issues {
  /** To be solved, the first is next. */
  readonly open: readonly Issue[];
  /** Solved or dropped, the latest first. */
  readonly settled: readonly Issue[];
  /** Open ones by the stage, milestone or task they are about. */
  readonly byItem: ReadonlyMap<Id, readonly Issue[]>;
}

const known = new WeakMap<ReadonlyMap<Id, Issue>, Issues>();

/** Every issue that is not in the bin. */
export function issuesOf(plan: Plan): Issues {
  let issues = known.get(plan.issues);
  if (!issues) {
    issues = build([...plan.issues.values()].filter(({ deletedAt }) => deletedAt === null));
    known.set(plan.issues, issues);
  }
  return issues;
}

function build(live: readonly Issue[]): Issues {
  const open = live.filter(({ state }) => state === "open").sort(compareOrder);
  const settled = live
    .filter(({ state }) => state !== "open")
    .sort((a, b) => (b.settledOn ?? "").localeCompare(a.settledOn ?? "") || compareOrder(a, b));
  const byItem = new Map<Id, Issue[]>();
  for (const issue of open) {
    if (issue.itemId === null) continue;
    const others = byItem.get(issue.itemId);
    if (others) others.push(issue);
    else byItem.set(issue.itemId, [issue]);
  }
  return { open, settled, byItem };
}

export function issueName({ name }: Pick<Issue, "name">): string {
  return isBlank(name) ? "Untitled issue" : name.trim();
}
