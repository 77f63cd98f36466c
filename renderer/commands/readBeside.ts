/** Large files are read in a thread of their own, so that the window goes on answering meanwhile. */
import type { Day } from "#shared/domain/day.ts";
import type { Entity } from "#shared/domain/entity.ts";
import { entitiesOf, planFromEntities } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import type { CsvTable } from "#shared/interchange/csv-parse.ts";
import type { ReadPlan } from "#shared/interchange/readAny.ts";
import type { OpenedDocument } from "#shared/ipc/contract.ts";

/** Characters up to which a file is read in the blink of an eye. */
const SMALL = 500_000;
/** Milliseconds after which reading counts as stuck. */
const PATIENCE = 120_000;
const STUCK = "This file could not be read in two minutes. Split the plan in its program, then import it.";
const TOO_MUCH = "This file could not be read: it asks for more memory than there is.";

/** What a file may be read as: a whole plan, or a table whose columns are still to be told apart. */
interface Readings {
  readonly plan: ReadPlan;
  readonly table: CsvTable;
}

export interface ReadingJob<K extends keyof Readings = keyof Readings> {
  readonly as: K;
  readonly file: OpenedDocument;
  readonly today: Day;
}

/** A read plan as it can be sent from thread to thread: as rows, since large maps of a plan are objects of our own. */
export interface SentPlan extends Omit<ReadPlan, "plan"> {
  readonly rows: readonly Entity[];
  readonly roadmap: Roadmap;
}

export function toSend(read: Result<ReadPlan>): Result<SentPlan> {
  if (!read.ok) return read;
  const { plan, ...rest } = read.value;
  return ok({ ...rest, roadmap: plan.roadmap, rows: entitiesOf(plan) });
}

export function asReceived(sent: Result<SentPlan>): Result<ReadPlan> {
  if (!sent.ok) return sent;
  const { roadmap, rows, ...rest } = sent.value;
  return ok({ ...rest, plan: planFromEntities(roadmap, rows) });
}

interface Sent {
  readonly plan: SentPlan;
  readonly table: CsvTable;
}

const RECEIVED: { readonly [K in keyof Readings]: (sent: Result<Sent[K]>) => Result<Readings[K]> } = {
  plan: asReceived,
  table: (sent) => sent,
};

/** @param here reads in this thread: small files, and where there are no others */
export function readBeside<K extends keyof Readings>(
  job: ReadingJob<K>,
  here: () => Result<Readings[K]>,
): Promise<Result<Readings[K]>> {
  if (job.file.text.length < SMALL || typeof Worker === "undefined") return Promise.resolve(here());
  const worker = new Worker(new URL("./readingWorker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Readings[K]>>((resolve) => {
    const late = setTimeout(() => resolve(refuse("import.stuck", STUCK)), PATIENCE);
    worker.addEventListener("message", ({ data }: MessageEvent<Result<Sent[K]>>) => {
      clearTimeout(late);
      resolve(RECEIVED[job.as](data));
    });
    for (const trouble of ["error", "messageerror"]) {
      worker.addEventListener(trouble, () => {
        clearTimeout(late);
        resolve(refuse("import.worker", TOO_MUCH));
      });
    }
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
