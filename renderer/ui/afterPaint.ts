/** Runs something once the frame that is due has been painted. Returns how to call it off. */
export function afterPaint(run: () => void): () => void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    run();
  };
  const frame = window.requestAnimationFrame(() => channel.port2.postMessage(null));
  return () => {
    window.cancelAnimationFrame(frame);
    channel.port1.close();
  };
}
