/** Running a host's program to its end. */
import type { ChildProcess } from "node:child_process";
import type { Ending } from "./startHost.ts";

const STARTING = 4_000;

/**
 * A program that fails within its first seconds refused to start; one that leaves at once without failing handed
 * over to a copy that was already running.
 */
export function endingOf(child: ChildProcess, startedAt = Date.now()): Promise<Ending> {
  return new Promise((resolve) => {
    child.once("error", () => resolve("refused"));
    child.once("exit", (code, signal) => {
      const early = Date.now() - startedAt < STARTING;
      if (!early) resolve("closed");
      else if (code === 0) resolve("handedOver");
      else resolve(signal === "SIGINT" || signal === "SIGTERM" ? "closed" : "refused");
    });
  });
}
