/** Ordered steps of a workflow as plain lists: each edit gives a new list, or the same one when nothing changes. */
import type { Id } from "./fields.ts";
import type { ProcedureStep } from "./procedure.ts";

type Steps = readonly ProcedureStep[];
export type StepPatch = Partial<Omit<ProcedureStep, "id">>;

export function createStep(input: Pick<ProcedureStep, "id"> & Partial<ProcedureStep>): ProcedureStep {
  return { text: "", role: "", minutes: null, link: "", note: "", ...input };
}

/** Behind another step, or at the end (null, or one that is gone). */
export function withSteps(steps: Steps, afterId: Id | null, added: Steps): Steps {
  const found = afterId === null ? -1 : steps.findIndex(({ id }) => id === afterId);
  const at = found < 0 ? steps.length : found + 1;
  return [...steps.slice(0, at), ...added, ...steps.slice(at)];
}

export function withoutStep(steps: Steps, id: Id): Steps {
  return steps.filter((step) => step.id !== id);
}

export function withStepEdited(steps: Steps, id: Id, patch: StepPatch): Steps {
  return steps.map((step) => (step.id === id ? { ...step, ...patch } : step));
}

/** One place up (-1) or down (1); the same list at either end. */
export function withStepMoved(steps: Steps, id: Id, by: -1 | 1): Steps {
  const at = steps.findIndex((step) => step.id === id);
  const [step, neighbour] = [steps[at], steps[at + by]];
  if (!step || !neighbour) return steps;
  return steps.map((other) => (other === step ? neighbour : other === neighbour ? step : other));
}

/** Minutes that all steps take together; a step for which nobody has said counts nothing. */
export function totalMinutes(steps: Steps): number {
  return steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
