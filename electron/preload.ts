/** The only door between the page and the shell: the contract's channels by name, nothing else of Electron. */
import { contextBridge, ipcRenderer } from "electron";
import { refuse } from "#shared/domain/result.ts";
import {
  EVENTS,
  type EventChannel,
  type GroundworkHost,
  HOST_KEY,
  isCallChannel,
  isEventChannel,
} from "#shared/ipc/contract.ts";

type Listener = (payload: unknown) => void;

const listeners = new Map<EventChannel, Set<Listener>>();
const waiting = new Map<EventChannel, unknown[]>();

for (const channel of Object.keys(EVENTS) as EventChannel[]) {
  listeners.set(channel, new Set());
  waiting.set(channel, []);
  ipcRenderer.on(channel, (_event, payload: unknown) => {
    const current = listeners.get(channel);
    if (current === undefined || current.size === 0) waiting.get(channel)?.push(payload);
    else for (const listener of current) listener(payload);
  });
}

const host: GroundworkHost = {
  async call(channel, argument) {
    if (!isCallChannel(channel))
      return refuse("ipc.channel", "Groundwork's shell does not know that request.");
    try {
      return await ipcRenderer.invoke(channel, argument);
    } catch {
      return refuse("ipc.lost", "The window lost touch with Groundwork. Restart it and try again.");
    }
  },
  on(channel, listener) {
    if (!isEventChannel(channel)) return () => undefined;
    const current = listeners.get(channel);
    current?.add(listener);
    for (const payload of waiting.get(channel)?.splice(0) ?? []) listener(payload);
    return () => current?.delete(listener);
  },
};

contextBridge.exposeInMainWorld(HOST_KEY, host);
