/** The thread in which large files are read. */
import { readAnyPlan } from "#shared/interchange/readAny.ts";
import type { ReadingJob } from "./readBeside.ts";

addEventListener("message", ({ data: { file, today } }: MessageEvent<ReadingJob>) => {
  const read = readAnyPlan(file, {
    newId: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
    today,
    fallbackName: file.name.replace(/\.[^.]*$/, ""),
  });
  postMessage(read);
});
