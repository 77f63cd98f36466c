/**
 * The browser that tests drive: the one named by GROUNDWORK_BROWSER, else the headless one of the lock file where it
 * runs (the same version everywhere, and a third less work for the processor), else an installed one.
 */
import { type Chromium, findChromium, shippedChromium, thisMachine } from "#electron/host/chromium.ts";

export async function testBrowser(): Promise<Chromium> {
  const shipped = thisMachine().env.GROUNDWORK_BROWSER ? null : await shippedChromium();
  const found =
    shipped === null || "problem" in shipped ? await findChromium({ allowShipped: false }) : shipped;
  if ("problem" in found) throw new Error(found.problem);
  return found;
}
