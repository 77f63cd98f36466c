/** What does not fit together in a plan, in words, with what would mend it. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Id } from "#shared/domain/fields.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";

export type ClashKind =
  | "loop"
  | "promise-missed"
  | "rule-not-met"
  | "link-not-kept"
  | "milestone-before-work"
  | "left-behind";

/** One way out of a clash: a single change, with what follows it a single undo step. */
export interface Fix {
  /** What the button says: `Move it to 4 Mar`. */
  readonly label: string;
  apply(plan: Plan, ctx: EditContext): Result<Change>;
}

export interface Clash {
  /** The same for the same clash of a later plan. */
  readonly key: string;
  readonly kind: ClashKind;
  /** One plain sentence. */
  readonly words: string;
  /** The items it is about, the one to mend first. */
  readonly itemIds: readonly Id[];
  /** Working days by which it does not fit; 0 where days say nothing. */
  readonly days: number;
  /** The gentlest first; empty only when nobody but the plan's people can mend it. */
  readonly fixes: readonly Fix[];
}

/** A clash whose sentence and ways out are worked out when somebody reads them: a long list is first of all counted. */
export function clash(
  facts: Pick<Clash, "key" | "kind" | "itemIds" | "days">,
  words: () => string,
  fixes: () => readonly Fix[],
): Clash {
  let known: readonly Fix[] | null = null;
  return {
    ...facts,
    get words() {
      return words();
    },
    get fixes() {
      known ??= fixes();
      return known;
    },
  };
}

/** `'Lease signed'`, as it stands in a sentence. */
export function quoted(plan: Plan, id: Id): string {
  const item = itemById(plan, id);
  return item ? `'${nameOrUntitled(item.name, item.kind)}'` : "something";
}
