/** One window writes. A second one of the same browser may look, and says so. */

const LOCK = "groundwork-writer";
const SECOND_WINDOW =
  "Groundwork is open in another window, so this one only shows your roadmaps. Close the other one and reload to edit here.";

/** Null when this window may write (held until it closes), else the sentence that says why not. */
export function takeWriterLock(locks: LockManager | undefined): Promise<string | null> {
  if (!locks) return Promise.resolve(null);
  return new Promise((resolve) => {
    locks
      .request(LOCK, { ifAvailable: true }, (lock) => {
        resolve(lock ? null : SECOND_WINDOW);
        return lock ? new Promise<void>(() => undefined) : undefined;
      })
      .catch(() => resolve(null));
  });
}
