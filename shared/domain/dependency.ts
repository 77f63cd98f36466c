import { z } from "zod";
import { idSchema } from "./fields.ts";

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish (Kelley & Walker 1959; Moder et al. 1983). */
export const DEPENDENCY_TYPES = ["FS", "SS", "FF", "SF"] as const;
export type DependencyType = (typeof DEPENDENCY_TYPES)[number];

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
  })
  .readonly();
export type Dependency = z.infer<typeof dependencySchema>;

export function createDependency(
  input: Pick<Dependency, "id" | "roadmapId" | "fromId" | "toId"> & Partial<Dependency>,
): Dependency {
  return { type: "FS", lagDays: 0, lagKind: "working", ...input, kind: "dependency" };
}
