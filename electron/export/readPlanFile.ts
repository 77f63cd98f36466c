/** A roadmap from disk as the document the print page takes, with a line for everything an import left out. */
import { randomUUID } from "node:crypto";
import { basename, resolve } from "node:path";
import { readText } from "#electron/services/files.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { readAnyPlan } from "#shared/interchange/readAny.ts";
import type { ImportReport } from "#shared/interchange/report.ts";
import { MAX_DOCUMENT_BYTES } from "#shared/ipc/contract.ts";

export interface PlanFile {
  readonly plan: Plan;
  /** The content of a `.groundwork` file. */
  readonly document: unknown;
  readonly notes: readonly string[];
}

interface Moment {
  readonly today: Day;
  now(): string;
}

export async function readPlanFile(path: string, { today, now }: Moment): Promise<Result<PlanFile>> {
  const text = await readText(resolve(path), MAX_DOCUMENT_BYTES);
  if (!text.ok) return text;
  const name = basename(path);
  const read = readAnyPlan(
    { name, text: text.value },
    {
      newId: randomUUID,
      now,
      today,
      fallbackName: name.replace(/\.[^.]*$/, ""),
    },
  );
  if (!read.ok) return named(name, read);
  const { plan, report } = read.value;
  return ok({ plan, document: documentOf(plan, now()), notes: lossNotes(report) });
}

function documentOf(plan: Plan, exportedAt: string): unknown {
  return JSON.parse(serialiseDocument(plan, { exportedAt }));
}

function named(name: string, refused: Extract<Result<never>, { ok: false }>): Result<never> {
  return refuse(refused.problem.code, `“${name}”: ${refused.problem.message}`);
}

const MOST_NAMES = 5;

/** One line per kind of thing that was left out: `Not brought in: notes of people (why): Ana, Ben`. */
export function lossNotes(report: ImportReport): string[] {
  return report.notBroughtIn.map(({ what, why, names = [] }) => {
    const shown = names.slice(0, MOST_NAMES).join(", ");
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
    return `Not brought in: ${what} (${why.replace(/\.$/, "")})${shown === "" ? "" : `: ${shown}${more}`}`;
  });
}
