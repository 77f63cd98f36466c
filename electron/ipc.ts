/** Puts the calls of the contract into service: only our own page may call, and only in the agreed shapes. */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import { type Result, refuse } from "#shared/domain/result.ts";
import {
  CALLS,
  type CallArgument,
  type CallChannel,
  type CallResult,
  type EventChannel,
  type EventPayload,
  resultSchema,
} from "#shared/ipc/contract.ts";

export type CallHandlers = {
  readonly [C in CallChannel]: (argument: CallArgument<C>) => Promise<CallResult<C>> | CallResult<C>;
};

export interface IpcDeps {
  readonly ipcMain: Pick<IpcMain, "handle">;
  readonly isAppUrl: (url: string) => boolean;
  /** For the developer's terminal; the person gets the sentence. */
  readonly report: (channel: string, error: unknown) => void;
}

const FAULT = "Groundwork could not do that because of a fault of its own. Save a copy and restart it.";

export function registerCalls(deps: IpcDeps, handlers: CallHandlers): void {
  for (const channel of Object.keys(CALLS) as CallChannel[]) registerCall(deps, channel, handlers);
}

function registerCall<C extends CallChannel>(deps: IpcDeps, channel: C, handlers: CallHandlers): void {
  const schemas = CALLS[channel];
  const answer = resultSchema(schemas.value);
  deps.ipcMain.handle(channel, async (event, raw: unknown): Promise<Result<unknown>> => {
    if (!isOurPage(event, deps.isAppUrl))
      return refuse("ipc.sender", "Only Groundwork's own window may ask that.");
    const argument = schemas.argument.safeParse(raw);
    if (!argument.success) {
      deps.report(channel, argument.error);
      return refuse("ipc.argument", FAULT);
    }
    try {
      const result = answer.safeParse(await handlers[channel](argument.data as CallArgument<C>));
      if (result.success) return result.data as Result<unknown>;
      deps.report(channel, result.error);
    } catch (error) {
      deps.report(channel, error);
    }
    return refuse("ipc.fault", FAULT);
  });
}

/** The top page of a window, at our own address; never a frame inside it. */
function isOurPage(event: IpcMainInvokeEvent, isAppUrl: (url: string) => boolean): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}

export function sendEvent<E extends EventChannel>(
  contents: Pick<WebContents, "send" | "isDestroyed">,
  channel: E,
  payload: EventPayload<E>,
): void {
  if (!contents.isDestroyed()) contents.send(channel, payload);
}
