import type { Plan } from "#shared/domain/plan.ts";

/** Every name that is printed: the fonts of their scripts must be there before anything is measured. */
export function textOf(plan: Plan): string {
  const names = [plan.stages, plan.milestones, plan.tasks, plan.people, plan.decisionRights].flatMap((map) =>
    [...map.values()].map((row) => row.name),
  );
  const roles = [...plan.people.values()].map(({ role }) => role);
  const sessions = [...plan.sessions.values()].flatMap(({ name, minutes, agenda }) => [
    name,
    minutes,
    ...agenda.flatMap((item) => [item.name, item.notes]),
  ]);
  const decided = [...plan.decisions.values(), ...plan.issues.values()].flatMap((row) =>
    row.kind === "decision" ? [row.name, row.outcome, row.reason] : [row.name],
  );
  const characters = new Set(
    [
      ...sessions,
      ...decided,
      plan.roadmap.companyName,
      plan.roadmap.print.preparedBy,
      plan.roadmap.print.preparedFor,
      plan.roadmap.print.versionName,
      plan.roadmap.name,
      plan.roadmap.vision,
      ...names,
      ...roles,
    ].join(""),
  );
  return [...characters].join("");
}
