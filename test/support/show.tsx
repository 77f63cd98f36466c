/** Draws part of the app over a plan that is stored and open, for a test to use as a person would. */
import { act, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { AppContext } from "#renderer/commands/hooks.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { createAppWith, type TestApp, type TestAppOptions } from "./app.ts";

export interface Shown {
  readonly app: TestApp;
  readonly user: UserEvent;
  /** The open plan as it is now. */
  readonly plan: () => Plan;
  /** Takes back the last step. */
  readonly undo: () => void;
}

export interface ShowOptions extends TestAppOptions {
  readonly select?: readonly string[];
}

export async function show(view: ReactNode, over: Plan, options: ShowOptions = {}): Promise<Shown> {
  const { select = [], ...appOptions } = options;
  const app = await createAppWith(over, appOptions);
  app.ui.setState({ selection: select });
  render(<AppContext value={app}>{view}</AppContext>);
  const plan = (): Plan => {
    const open = app.documents.state.getState().plan;
    if (!open) throw new Error("No plan is open.");
    return open;
  };
  return { app, user: userEvent.setup(), plan, undo: () => act(() => void app.documents.undo()) };
}
