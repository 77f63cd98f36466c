import { z } from "zod";
import { daySchema } from "./day.ts";
import { deletedAtSchema, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";

const ISSUE_STATES = ["open", "solved", "dropped"] as const;

/** Something that stands in the way and is to be solved in a session. The order is its rank: the first is next. */
export const issueSchema = z
  .object({
    kind: z.literal("issue"),
    id: idSchema,
    roadmapId: idSchema,
    order: orderSchema,
    name: nameSchema,
    notes: textSchema,
    raisedOn: daySchema,
    raisedById: idSchema.nullable(),
    /** The session it was raised in, or null. */
    sessionId: idSchema.nullable().default(null),
    /** The stage, milestone or task it is about, or null. */
    itemId: idSchema.nullable(),
    state: z.enum(ISSUE_STATES),
    /** When it was solved or dropped. */
    settledOn: daySchema.nullable(),
    /** What it was solved into. */
    decisionId: idSchema.nullable(),
    taskId: idSchema.nullable(),
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Issue = z.infer<typeof issueSchema>;

export function createIssue(
  input: Pick<Issue, "id" | "roadmapId" | "order" | "name" | "raisedOn"> & Partial<Issue>,
): Issue {
  return {
    notes: "",
    raisedById: null,
    sessionId: null,
    itemId: null,
    state: "open",
    settledOn: null,
    decisionId: null,
    taskId: null,
    deletedAt: null,
    ...input,
    kind: "issue",
  };
}
