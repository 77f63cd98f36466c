/** What a look at the plan with fresh eyes can find, and where each finding is mended. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";

/** `stops`: the plan cannot come true as it stands. `weakens`: it can, by luck. `look`: worth a look. */
export const SEVERITIES = ["stops", "weakens", "look"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The place where a finding is mended. `field`: what the field is called on the screen. */
export type Fix =
  | { readonly kind: "item"; readonly id: Id; readonly field: string | null; readonly label: string }
  | { readonly kind: "unpin"; readonly id: Id; readonly label: string }
  | { readonly kind: "load"; readonly personId: Id; readonly week: Day; readonly label: string }
  | { readonly kind: "routine"; readonly id: Id; readonly label: string }
  | { readonly kind: "workflow"; readonly id: Id; readonly label: string }
  | { readonly kind: "matter"; readonly id: Id; readonly label: string }
  | { readonly kind: "settings"; readonly label: string };

/** The plan as the checks look at it; worked out once for all of them. */
export interface Look {
  readonly plan: Plan;
  readonly today: Day;
  readonly inOrder: readonly OutlineNode[];
  readonly stages: readonly OutlineNode[];
  /** Tasks without others in them that are not finished. */
  readonly tasks: readonly OutlineNode[];
  /** Milestones that are still ahead. */
  readonly milestones: readonly OutlineNode[];
}

/** One thing that a check found. */
export interface Spotted {
  /** The row it is about; null: the plan as a whole. One check finds a row once. */
  readonly id: Id | null;
  /** What was agreed to be fine is asked again when this is another: a date, a size. Without it, never. */
  readonly fact?: string;
  /** A plain sentence that names the row; worked out when somebody reads it. */
  text(): string;
  readonly fix: Fix;
}

export interface Check {
  /** Stored on sheets: never to be changed. */
  readonly key: string;
  readonly severity: Severity;
  /** What it finds, as a heading. */
  readonly title: string;
  /** Why it matters, in a line. */
  readonly why: string;
  /** Linear in the rows it looks at. */
  find(look: Look): readonly Spotted[];
}
