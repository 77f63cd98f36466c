import { type PrintProgress, printProgressSchema } from "#shared/print/document/request.ts";

/** Milliseconds. */
const EVERY = 150;

/** Asks every so often; a page that is busy or gone answers late or never, which is no trouble. */
export function watchProgress(
  ask: () => Promise<unknown>,
  onProgress: (progress: PrintProgress) => void,
): NodeJS.Timeout {
  async function look(): Promise<void> {
    const progress = printProgressSchema.safeParse(await ask());
    if (progress.success) onProgress(progress.data);
  }
  return setInterval(() => void look().catch(() => undefined), EVERY);
}
