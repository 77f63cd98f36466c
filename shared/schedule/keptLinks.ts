/** All links of a plan kept at once: whatever starts too early moves just as far as it must. */
import { type Change, composeChanges, createChange, type EditContext } from "#shared/domain/change.ts";
import { changed } from "#shared/domain/operations/context.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import { count } from "#shared/domain/words.ts";
import { brokenLinks } from "./brokenLinks.ts";
import { withFollowers } from "./follow.ts";
import { pushedRows } from "./pushed.ts";

const KEEP_LINKS = "Keep all links";

/** What moves along by its own rule can push others again; it comes to rest long before this. */
const MAX_ROUNDS = 20;

export interface KeptLinks {
  readonly change: Result<Change>;
  /** Links that were not kept and are now. */
  readonly kept: number;
  /** Links left as they are, because what they lead to is pinned or has a must-date. */
  readonly left: number;
}

/** Worked out once per plan value: what it would move is shown before it is done. */
const known = new WeakMap<Plan, KeptRows>();

interface KeptRows extends Pick<KeptLinks, "kept" | "left"> {
  readonly updated: Change["updated"];
}

export function keptLinks(plan: Plan, ctx: EditContext): KeptLinks {
  const rows = known.get(plan) ?? keptRows(plan, ctx);
  known.set(plan, rows);
  const { updated, kept, left } = rows;
  return { change: changed(ctx, KEEP_LINKS, { updated }), kept, left };
}

function keptRows(plan: Plan, ctx: EditContext): KeptRows {
  const changes: Change[] = [];
  let at = plan;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rows = pushedRows(at);
    if (rows.length === 0) break;
    const change = withFollowers(at, createChange(ctx, KEEP_LINKS, { updated: rows }));
    changes.push(change);
    at = applyChange(at, change);
  }
  const { updated } = composeChanges(ctx, KEEP_LINKS, changes);
  const left = brokenLinks(at, ctx.today()).length;
  return { updated, kept: brokenLinks(plan, ctx.today()).length - left, left };
}

/** `Done: 5 links are kept again. 2 were left: what they lead to is pinned or has a must-date.` */
export function keptWords({ kept, left }: KeptLinks): string {
  const words = `Done: ${count(kept, "link")} ${kept === 1 ? "is" : "are"} kept again.`;
  if (left === 0) return words;
  return `${words} ${left.toLocaleString("en")} ${left === 1 ? "was" : "were"} left: what they lead to is pinned or has a must-date.`;
}
