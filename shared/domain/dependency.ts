import { z } from "zod";
import { idSchema } from "./fields.ts";

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish (Kelley & Walker 1959; Moder et al. 1983). */
export const DEPENDENCY_TYPES = ["FS", "SS", "FF", "SF"] as const;
export type DependencyType = (typeof DEPENDENCY_TYPES)[number];

/**
 * What the successor does when its predecessor moves: keep the gap, use the gap up and then move, or never move
 * (shared/schedule/reschedule.ts).
 */
export const LINK_RULES = ["keep", "use", "never"] as const;
export type LinkRule = (typeof LINK_RULES)[number];

/** A link between two items of the plan: `fromId` is the predecessor, `toId` the successor. */
export const dependencySchema = z
  .object({
    kind: z.literal("dependency"),
    id: idSchema,
    roadmapId: idSchema,
    fromId: idSchema,
    toId: idSchema,
    type: z.enum(DEPENDENCY_TYPES),
    /** Gap in days of `lagKind`; negative is a lead. */
    lagDays: z.number().min(-10_000).max(10_000),
    lagKind: z.enum(["working", "elapsed"]),
    /** Left out until somebody chooses; read it with `ruleOf`. */
    rule: z.enum(LINK_RULES).optional(),
  })
  .readonly();
export type Dependency = z.infer<typeof dependencySchema>;

export function createDependency(
  input: Pick<Dependency, "id" | "roadmapId" | "fromId" | "toId"> & Partial<Dependency>,
): Dependency {
  return { type: "FS", lagDays: 0, lagKind: "working", ...input, kind: "dependency" };
}

/** The rule of a link; one that names none uses the gap up. */
export function ruleOf(link: Pick<Dependency, "rule">): LinkRule {
  return link.rule ?? "use";
}
