import type { Plan } from "./plan.ts";
import type { ProcedureStep } from "./procedure.ts";
import type { Routine, RoutineStep } from "./routine.ts";

/** What is ticked in each run of a routine: the steps of its workflow, one in the bin too, and then its own. */
export function routineSteps(plan: Plan, routine: Routine): readonly (ProcedureStep | RoutineStep)[] {
  const procedure = routine.procedureId === null ? undefined : plan.procedures.get(routine.procedureId);
  return [...(procedure?.steps ?? []), ...routine.steps];
}
