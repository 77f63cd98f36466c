/** What waits for the frame that is due; null while nothing does. */
let waiting: Set<() => void> | null = null;

/** Runs something once the frame that is due has been painted. Returns how to call it off. */
export function afterPaint(run: () => void): () => void {
  const batch = waiting ?? new Set();
  if (!waiting) {
    waiting = batch;
    window.requestAnimationFrame(() => {
      waiting = null;
      runBehind(batch);
    });
  }
  const once = (): void => run();
  batch.add(once);
  return () => void batch.delete(once);
}

/** A message sent while a frame is made arrives behind it. */
function runBehind(batch: ReadonlySet<() => void>): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    for (const run of batch) run();
  };
  channel.port2.postMessage(null);
}
