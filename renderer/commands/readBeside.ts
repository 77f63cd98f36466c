/** Large files are read in a thread of their own, so that the window goes on answering meanwhile. */
import type { Day } from "#shared/domain/day.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { CsvTable } from "#shared/interchange/csv-parse.ts";
import type { ReadPlan } from "#shared/interchange/readAny.ts";
import type { OpenedDocument } from "#shared/ipc/contract.ts";

/** Characters up to which a file is read in the blink of an eye. */
const SMALL = 500_000;
/** Milliseconds after which reading counts as stuck. */
const PATIENCE = 120_000;
const STUCK = "This file could not be read in two minutes. Split the plan in its program, then import it.";

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

/** @param here reads in this thread: small files, and where there are no others */
export function readBeside<K extends keyof Readings>(
  job: ReadingJob<K>,
  here: () => Result<Readings[K]>,
): Promise<Result<Readings[K]>> {
  if (job.file.text.length < SMALL || typeof Worker === "undefined") return Promise.resolve(here());
  const worker = new Worker(new URL("./readingWorker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<Readings[K]>>((resolve) => {
    const late = setTimeout(() => resolve(refuse("import.stuck", STUCK)), PATIENCE);
    worker.addEventListener("message", ({ data }: MessageEvent<Result<Readings[K]>>) => {
      clearTimeout(late);
      resolve(data);
    });
    worker.addEventListener("error", () => {
      clearTimeout(late);
      resolve(refuse("import.worker", "This file could not be read: it asks for more memory than there is."));
    });
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
