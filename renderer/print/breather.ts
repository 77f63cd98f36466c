/** Lets everything else that waits have its turn. A message, since timers of windows that nobody sees are held back. */
export function breather(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
