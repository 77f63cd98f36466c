import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Dialogs } from "#renderer/app/Dialogs.tsx";
import { listenToKeyboard } from "#renderer/app/keyboard.ts";
import { editTask } from "#renderer/commands/items.ts";
import { CloseDialog } from "#renderer/features/sessions/CloseDialog.tsx";
import { Sessions } from "#renderer/features/sessions/Sessions.tsx";
import { createSession, type Session } from "#shared/domain/session.ts";
import { lastClosed, liveSessions, openSession } from "#shared/domain/sessions.ts";
import { minutesMarkdown } from "#shared/print/session/sessionMarkdown.ts";
import { axeProblems } from "#test/support/axe.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const TODAY = "2027-01-04";
const PLAN = aPlan({
  people: [{ name: "Ana Lima" }, { name: "Bo Chen" }],
  roadmap: { ceoId: "Ana Lima", cooId: "Bo Chen" },
  stages: [
    {
      name: "Idea",
      holds: [{ milestone: "Lease", date: "2027-02-01", holds: [{ task: "Look", start: "2026-12-01" }] }],
    },
  ],
});
const AGENDA = [
  { kind: "overdue", name: "Overdue", minutes: 10 },
  { kind: "own", name: "The oven", minutes: 5 },
  { kind: "next", name: "Next date", minutes: 5 },
] as const;

function withSession(over: Partial<Session> = {}) {
  const session = createSession({
    id: "now",
    roadmapId: "roadmap",
    plannedFor: TODAY,
    openedAt: "2027-01-04T08:00:00.000Z",
    attendeeIds: ["Ana Lima", "Bo Chen"],
    agenda: AGENDA.map((line, i) => ({
      ...line,
      id: `item ${i}`,
      spentSeconds: 0,
      isDone: false,
      notes: "",
      isCarriedOver: false,
    })),
    running: { itemId: "item 0", since: "2027-01-04T08:45:00.000Z" },
    privateNotes: "He wants shares.",
    ...over,
  });
  return { ...PLAN, sessions: new Map([[session.id, session]]) };
}

const agenda = () => within(screen.getByRole("navigation", { name: "Agenda" }));

describe("sessions", () => {
  it("teaches, plans, repeats, and opens what is planned with the usual hour", async () => {
    const { user, plan } = await show(<Sessions />, PLAN, { today: TODAY });
    await user.click(screen.getByRole("button", { name: "Plan a session" }));
    expect(agenda().getByText("1 h in all")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "All sessions" }));
    await user.click(screen.getByRole("button", { name: "Repeat every two weeks" }));
    const planned = within(screen.getByRole("list", { name: "Planned sessions" }));
    expect(planned.getAllByText(/by the rhythm/)).toHaveLength(4);
    await user.click(planned.getByRole("button", { name: "Skip Mon 25 Jan" }));
    expect(plan().roadmap.sessionRhythm?.skipped).toEqual(["2027-01-11", "2027-01-25"]);
    expect(await axeProblems()).toEqual([]);
    await user.click(planned.getByRole("button", { name: "Start session" }));
    expect(openSession(plan())?.agenda).toHaveLength(7);
    expect(agenda().getByText("5 min left")).toBeInTheDocument();
  });

  it("says in words that time is over, and goes on by keys from the notes", async () => {
    const { user, plan, app } = await show(<Sessions />, withSession(), { today: TODAY });
    expect(agenda().getByText("5 min over")).toBeInTheDocument();
    expect(screen.getByText("Late, 1")).toBeInTheDocument();
    const notes = () => screen.getByRole("textbox", { name: /^Notes on/ });
    await user.click(notes());
    await user.keyboard("{Control>}{Shift>}d{/Shift}{/Control}{Alt>}{ArrowDown}{/Alt}");
    expect(plan().sessions.get("now")?.agenda[0]).toMatchObject({
      isDone: true,
      spentSeconds: expect.closeTo(15 * 60, -2),
    });
    await user.click(notes());
    await user.keyboard("Ask twice.{Enter}> Bo: ask the bank by 15 Jan{Enter}Then we see.{Escape}");
    expect(agenda().getByRole("button", { name: /^The oven/ })).toHaveFocus();
    const session = plan().sessions.get("now");
    expect(session?.agenda[1]?.notes).toBe(
      "Ask twice.\n→ Bo Chen: Ask the bank by 15 Jan 2027\nThen we see.",
    );
    const [taskId = ""] = session?.taskIds ?? [];
    expect(plan().tasks.get(taskId)).toMatchObject({ accountableId: "Bo Chen", deadline: "2027-01-15" });
    app.documents.undo();
    app.documents.undo();
    expect(plan().tasks.has(taskId)).toBe(false);
    expect(await axeProblems()).toEqual([]);
  });

  it("closes with what it does in words, mends what is loose, and is opened again", async () => {
    const over = {
      minutes: "We go on.\n> call the mason",
      agenda:
        withSession()
          .sessions.get("now")
          ?.agenda.map((item) => ({ ...item, isDone: false })) ?? [],
    };
    const { user, plan, undo, app } = await show(
      <>
        <Sessions />
        <CloseDialog sessionId="now" onClose={() => undefined} />
      </>,
      withSession(over),
      { today: TODAY },
    );
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByText("Makes 1 task of what the notes hand over.")).toBeInTheDocument();
    expect(dialog.getByText("Takes what was not reached to Mon 18 Jan: The oven.")).toBeInTheDocument();
    expect(
      dialog.getByText(/^What is not ticked comes up again by itself: (?!.*Next date)/),
    ).toBeInTheDocument();
    expect(dialog.queryByText("Everything on the agenda was reached.")).not.toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Close session" }));
    const closed = lastClosed(plan());
    expect(closed?.nextOn).toBe("2027-01-18");
    expect(plan().baselines.get(closed?.baselineId ?? "")?.name).toBe("Session of 4 Jan 2027");
    expect(
      liveSessions(plan())
        .at(-1)
        ?.agenda.map(({ name }) => name),
    ).toContain("The oven");
    const minutes = minutesMarkdown(plan(), closed as Session, TODAY);
    expect(minutes).toContain("**Nobody yet**: Call the mason");
    expect(minutes).toContain("Carried over: The oven");
    expect(minutes).not.toContain("shares");
    await user.click(agenda().getByRole("button", { name: /^Overdue/ }));
    const late = () => screen.getByRole("region", { name: "Late on 4 Jan 2027, 1" });
    expect(within(late()).getByText(/was due .* late/)).toBeInTheDocument();
    editTask(app, "Look", { status: "done" });
    await waitFor(() => expect(within(late()).getByRole("button", { name: "Look" })).toBeInTheDocument());
    undo();
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: "Open again" }));
    expect(openSession(plan())?.id).toBe("now");
    undo();
    undo();
    expect(plan().baselines.size).toBe(0);
    expect(openSession(plan())?.closedAt).toBeNull();
  });

  it("goes through the whole agenda by the keyboard alone", async () => {
    const { user, plan, app } = await show(
      <>
        <Sessions />
        <Dialogs />
      </>,
      PLAN,
      { today: TODAY },
    );
    const stop = listenToKeyboard(app);
    const notesOn = async (name: string): Promise<unknown> =>
      waitFor(() => expect(screen.getByRole("textbox", { name: `Notes on ${name}` })).toHaveFocus());
    const inDialog = async (field: string, words: string): Promise<void> => {
      await waitFor(() => expect(screen.getByRole("textbox", { name: field })).toHaveFocus());
      await user.keyboard(`${words}{Enter}`);
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    };
    await user.keyboard("{Control>}{Shift>}m{/Shift}{/Control}");
    await notesOn("Check-in");
    await user.keyboard("Both rested.{Enter}Tired.{Control>}.{/Control}");
    await notesOn("What changed");
    await user.keyboard("Nothing yet.{Control>}.{/Control}");
    await notesOn("Gates");
    await user.keyboard("{Control>}.{/Control}");
    await notesOn("Overdue and waiting on");
    await user.keyboard("Slow.{Enter}> Bo: call the landlord by 15 Jan{Enter}More.{Control>}.{/Control}");
    await notesOn("Issues to solve");
    await user.keyboard("{Control>}u{/Control}");
    await inDialog("What stands in the way?", "Who pays the deposit?");
    await notesOn("Issues to solve");
    await user.keyboard("{Control>}.{/Control}");
    await notesOn("Decisions");
    await user.keyboard("{Control>}e{/Control}");
    await inDialog("What is decided?", "Pay half up front");
    await notesOn("Decisions");
    await user.keyboard("{Control>}{Shift>}d{/Shift}{/Control}{Control>}{Shift>}a{/Shift}{/Control}");
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Who does what by when" })).toHaveFocus());
    await user.keyboard("Ana Lima: sign the lease by +3d{Enter}{Control>}{Shift>}l{/Shift}{/Control}");
    await waitFor(() => expect(screen.getByRole("button", { name: "Close session" })).toHaveFocus());
    await user.keyboard("{Enter}");
    stop();
    const closed = lastClosed(plan());
    expect(closed?.agenda.map(({ isDone, notes }) => [isDone, notes])).toEqual([
      [true, "Ana: Both rested.\nBo: Tired."],
      [true, "Nothing yet."],
      [true, ""],
      [true, "Slow.\n→ Bo Chen: Call the landlord by 15 Jan 2027\nMore."],
      [true, ""],
      [true, ""],
      [true, ""],
    ]);
    const tasks = closed?.taskIds.map((id) => plan().tasks.get(id));
    expect(tasks?.map((task) => [task?.name, task?.accountableId, task?.deadline])).toEqual([
      ["Call the landlord", "Bo Chen", "2027-01-15"],
      ["Sign the lease", "Ana Lima", "2027-01-07"],
    ]);
    expect([...plan().issues.values()].map(({ name }) => name)).toEqual(["Who pays the deposit?"]);
    expect([...plan().decisions.values()]).toMatchObject([
      { name: "Pay half up front", sessionId: closed?.id },
    ]);
  });
});
