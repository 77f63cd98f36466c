/** The envelope of a `.groundwork` file (docs/file-format.md). */
import { baselineItemSchema, baselineSchema } from "#shared/domain/baseline.ts";
import { constraintSchema } from "#shared/domain/constraint.ts";
import { decisionOptionSchema, decisionSchema } from "#shared/domain/decision.ts";
import { decisionRightSchema } from "#shared/domain/decisionRight.ts";
import { dependencySchema } from "#shared/domain/dependency.ts";
import { evidenceSchema, gateCriterionSchema, gateDecisionSchema } from "#shared/domain/gate.ts";
import { handoverSchema } from "#shared/domain/handover.ts";
import { issueSchema } from "#shared/domain/issue.ts";
import { logoSchema } from "#shared/domain/logo.ts";
import { criterionSchema, milestoneSchema, slipSchema } from "#shared/domain/milestone.ts";
import { absenceSchema, engagementSchema, personSchema } from "#shared/domain/person.ts";
import { printSettingsSchema, sectionOrientationSchema } from "#shared/domain/printSettings.ts";
import { checklistRunSchema, procedureSchema, procedureStepSchema } from "#shared/domain/procedure.ts";
import { assumptionSchema, findingSchema, premortemLineSchema, reviewSchema } from "#shared/domain/review.ts";
import {
  calendarExceptionSchema,
  holidayChoiceSchema,
  rhythmSchema,
  roadmapSchema,
  visionLineSchema,
  workCalendarSchema,
} from "#shared/domain/roadmap.ts";
import {
  earlierRuleSchema,
  movedRunSchema,
  routineRunSchema,
  routineSchema,
  routineStepSchema,
} from "#shared/domain/routine.ts";
import { agendaItemSchema, runningSchema, sessionSchema } from "#shared/domain/session.ts";
import { stageSchema } from "#shared/domain/stage.ts";
import { assignmentSchema, checklistItemSchema, commissionSchema, taskSchema } from "#shared/domain/task.ts";
import { TICK_KEYS } from "#shared/domain/tick.ts";

export const FORMAT = "groundwork";

/** Longest text that is read, in UTF-16 code units. A plan of 10,000 tasks takes about 6 million. */
export const MAX_CHARACTERS = 50 * 1024 * 1024;
/** A row's lists nest four levels below the top; a little room is left for unknown fields. */
export const MAX_DEPTH = 16;

/** The lists of rows, in the order they are written, with the schema of their rows. */
export const LISTS = [
  { list: "people", word: "person", schema: personSchema },
  { list: "stages", word: "stage", schema: stageSchema },
  { list: "milestones", word: "milestone", schema: milestoneSchema },
  { list: "tasks", word: "task", schema: taskSchema },
  { list: "dependencies", word: "link", schema: dependencySchema },
  { list: "baselines", word: "baseline", schema: baselineSchema },
  { list: "routines", word: "routine", schema: routineSchema },
  { list: "routineRuns", word: "run of a routine", schema: routineRunSchema },
  { list: "procedures", word: "workflow", schema: procedureSchema },
  { list: "checklistRuns", word: "checklist", schema: checklistRunSchema },
  { list: "decisionRights", word: "matter", schema: decisionRightSchema },
  { list: "sessions", word: "session", schema: sessionSchema },
  { list: "issues", word: "issue", schema: issueSchema },
  { list: "decisions", word: "decision", schema: decisionSchema },
  { list: "gateDecisions", word: "gate decision", schema: gateDecisionSchema },
  { list: "reviews", word: "review", schema: reviewSchema },
] as const;

/** Every key of the format in the order it is written: JSON.stringify takes it as list of keys and as order. */
export const KEY_ORDER: readonly string[] = [
  ...new Set([
    "format",
    "version",
    "exportedAt",
    "roadmap",
    ...LISTS.map(({ list }) => list),
    ...[roadmapSchema, ...LISTS.map(({ schema }) => schema)].flatMap((schema) =>
      Object.keys(schema.unwrap().shape),
    ),
    ...[
      assignmentSchema,
      checklistItemSchema,
      criterionSchema,
      constraintSchema,
      absenceSchema,
      baselineItemSchema,
      routineStepSchema,
      movedRunSchema,
      earlierRuleSchema,
      workCalendarSchema,
      calendarExceptionSchema,
      holidayChoiceSchema,
      handoverSchema,
      engagementSchema,
      procedureStepSchema,
      visionLineSchema,
      commissionSchema,
      rhythmSchema,
      slipSchema,
      gateCriterionSchema,
      evidenceSchema,
      agendaItemSchema,
      runningSchema,
      decisionOptionSchema,
      premortemLineSchema,
      assumptionSchema,
      findingSchema,
      printSettingsSchema,
      sectionOrientationSchema,
      logoSchema,
    ].flatMap((schema) => Object.keys(schema.unwrap().shape)),
    ...TICK_KEYS,
  ]),
];
