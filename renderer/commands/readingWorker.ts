/** The thread in which large files are read. */
import { parseCsv } from "#shared/interchange/csv-parse.ts";
import { readAnyPlan } from "#shared/interchange/readAny.ts";
import { type ReadingJob, toSend } from "./readBeside.ts";

addEventListener("message", ({ data: { as, file, today } }: MessageEvent<ReadingJob>) => {
  if (as === "table") return postMessage(parseCsv(file.text));
  const read = readAnyPlan(file, {
    newId: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
    today,
    fallbackName: file.name.replace(/\.[^.]*$/, ""),
  });
  postMessage(toSend(read));
});
