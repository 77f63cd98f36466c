/** Large files are read in a thread of their own, so that the window goes on answering meanwhile. */
import type { Day } from "#shared/domain/day.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { ReadPlan } from "#shared/interchange/readAny.ts";
import type { OpenedDocument } from "#shared/ipc/contract.ts";

/** Characters up to which a file is read in the blink of an eye. */
const SMALL = 500_000;
/** Milliseconds after which reading counts as stuck. */
const PATIENCE = 120_000;
const STUCK = "This file could not be read in two minutes. Split the plan in its program, then import it.";

export interface ReadingJob {
  readonly file: OpenedDocument;
  readonly today: Day;
}

/** @param here reads in this thread: small files, and where there are no others */
export function readBeside(job: ReadingJob, here: () => Result<ReadPlan>): Promise<Result<ReadPlan>> {
  if (job.file.text.length < SMALL || typeof Worker === "undefined") return Promise.resolve(here());
  const worker = new Worker(new URL("./readingWorker.ts", import.meta.url), { type: "module" });
  return new Promise<Result<ReadPlan>>((resolve) => {
    const late = setTimeout(() => resolve(refuse("import.stuck", STUCK)), PATIENCE);
    worker.addEventListener("message", ({ data }: MessageEvent<Result<ReadPlan>>) => {
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
