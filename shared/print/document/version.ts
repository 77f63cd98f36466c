/** Which state of the plan a sheet of paper shows. */
import { serialiseDocument } from "#shared/document/serialise.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { STANDARD_PRINT } from "#shared/domain/printSettings.ts";
import { isBlank } from "#shared/domain/words.ts";

/**
 * What the pair calls this state, else `Version 3k9f2a`: a mark worked out from everything the plan holds but how it
 * is printed. Two copies with the same mark show the same plan.
 */
export function versionWords(plan: Plan, name: string): string {
  return isBlank(name) ? `Version ${markOf(plan)}` : name.trim();
}

const marks = new WeakMap<Plan, string>();

function markOf(plan: Plan): string {
  let mark = marks.get(plan);
  if (mark === undefined) {
    const same = { ...plan, roadmap: { ...plan.roadmap, print: STANDARD_PRINT } };
    mark = hash(serialiseDocument(same, { exportedAt: "" }));
    marks.set(plan, mark);
  }
  return mark;
}

/** FNV-1a, 32 bits (draft-eastlake-fnv), as six letters and digits: it tells copies apart, it protects nothing. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36).padStart(7, "0").slice(-6);
}
