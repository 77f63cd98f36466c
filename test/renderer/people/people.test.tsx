import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { People } from "#renderer/features/people/People.tsx";
import { livePeople } from "#shared/domain/people.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

/** A Monday. */
const TODAY = "2027-02-01";

function crewPlan() {
  return aPlan({
    roadmap: { ceoId: "Ana Lima" },
    people: [
      { name: "Ana Lima", role: "CEO", hoursPerWeek: 20 },
      { name: "Bo Chen", role: "Cook", notes: "Prefers mornings." },
      { name: "Dan Ray", deletedAt: "2027-01-20T09:00:00.000Z" },
      { name: "Gone Long", deletedAt: "2027-01-20T09:00:00.000Z" },
    ],
    stages: [
      {
        name: "Idea",
        holds: [
          { milestone: "Menu agreed", date: "2027-01-29", ownerId: "Ana Lima" },
          { milestone: "Doors open", date: "2027-05-01" },
          { task: "Late one", start: "2027-01-11", durationDays: 5, effortHours: 40, does: ["Ana Lima"] },
          {
            task: "Begun",
            start: "2027-02-08",
            durationDays: 5,
            effortHours: 40,
            status: "in-progress",
            progressPct: 50,
            does: ["Ana Lima"],
            accountableId: "Ana Lima",
          },
          { task: "Soon", start: "2027-03-03", does: ["Ana Lima"], accountableId: "Bo Chen" },
          { task: "Far off", start: "2027-03-04", does: ["Ana Lima"], accountableId: "Bo Chen" },
          {
            task: "Finished",
            start: "2027-01-04",
            status: "done",
            progressPct: 100,
            does: ["Ana Lima"],
          },
          { task: "Nobody does", start: "2027-02-08", accountableId: "Dan Ray" },
        ],
      },
    ],
  });
}

const open = (options = {}) => show(<People />, crewPlan(), { today: TODAY, ...options });
const page = (name: string) => within(screen.getByRole("article", { name }));
const names = (list: HTMLElement) =>
  within(list)
    .getAllByRole("button")
    .map((row) => row.querySelector(".name")?.textContent);

describe("the list of people", () => {
  it("counts what is open and says what is late and who leads", async () => {
    await open();
    const ana = screen.getByRole("option", { name: /Ana Lima/ });
    expect(ana).toHaveTextContent("Does 4 · Answers for 1 · Owns 1 · 2 late");
    expect(ana).toHaveTextContent(/^Ana LimaCEO20 hours a week/);
    expect(screen.getByRole("option", { name: /Bo Chen/ })).toHaveTextContent(/Answers for 2$/);
  });

  it("keeps somebody in the bin while work names them, and nobody else", async () => {
    const { user } = await open();
    expect(screen.queryByRole("option", { name: /Gone Long/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole("option", { name: /Dan Ray \(removed\)/ }));
    await user.click(screen.getByRole("button", { name: "Restore" }));
    expect(page("Dan Ray").getByRole("textbox", { name: "Name" })).toHaveValue("Dan Ray");
  });

  it("is walked with the arrow keys", async () => {
    const { user } = await open();
    await user.tab();
    await user.keyboard("{ArrowDown}");
    expect(screen.getByRole("article", { name: "Bo Chen" })).toBeInTheDocument();
    await user.keyboard("{End}");
    expect(screen.getByRole("article", { name: "Nobody yet" })).toBeInTheDocument();
  });

  it("is put in order with Alt and the arrows, and remembers who was chosen", async () => {
    const { user, plan, app, undo } = await open();
    await user.click(screen.getByRole("option", { name: /Bo Chen/ }));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(livePeople(plan()).map(({ name }) => name)).toEqual(["Bo Chen", "Ana Lima"]);
    expect(screen.getByRole("article", { name: "Bo Chen" })).toBeInTheDocument();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    undo();
    expect(livePeople(plan()).map(({ name }) => name)).toEqual(["Bo Chen", "Ana Lima"]);
    expect(app.ui.getState().personId).toBe("Bo Chen");
  });

  it("removes with Delete, with a way back, and shows what still names the person", async () => {
    const { user, plan, app, undo } = await open();
    await user.click(screen.getByRole("option", { name: /Bo Chen/ }));
    await user.keyboard("{Delete}");
    expect(plan().people.get("Bo Chen")?.deletedAt).not.toBeNull();
    expect(app.ui.getState().toasts.at(-1)?.action?.label).toBe("Undo");
    expect(screen.getByRole("article", { name: "Bo Chen (removed)" })).toBeInTheDocument();
    undo();
    expect(plan().people.get("Bo Chen")?.deletedAt).toBeNull();
  });

  it("adds by name and Enter, one after the other", async () => {
    const { user, plan, undo } = await open();
    await user.type(screen.getByRole("textbox", { name: "Add a person" }), "Eva Stone{Enter}Finn Ode{Enter}");
    const added = [...plan().people.values()].map((person) => person.name);
    expect(added).toEqual(expect.arrayContaining(["Eva Stone", "Finn Ode"]));
    expect(screen.getByRole("article", { name: "Finn Ode" })).toBeInTheDocument();
    undo();
    expect([...plan().people.values()].some((person) => person.name === "Finn Ode")).toBe(false);
    expect(screen.getByRole("article", { name: "Ana Lima" })).toBeInTheDocument();
  });
});

describe("a person's page", () => {
  it("edits name, role, hours and notes", async () => {
    const { user, plan, undo } = await open();
    await user.click(screen.getByRole("option", { name: /Bo Chen/ }));
    await user.type(screen.getByRole("textbox", { name: "Name" }), " Wu{Enter}");
    await user.type(screen.getByRole("textbox", { name: "Role" }), " and baker{Enter}");
    const hours = screen.getByRole("textbox", { name: "Hours per week" });
    await user.clear(hours);
    await user.type(hours, "12.5{Enter}");
    await user.type(screen.getByRole("textbox", { name: "Notes" }), " And tea.");
    await user.tab();
    expect(plan().people.get("Bo Chen")).toMatchObject({
      name: "Bo Chen Wu",
      role: "Cook and baker",
      hoursPerWeek: 12.5,
      notes: "Prefers mornings. And tea.",
    });
    undo();
    undo();
    undo();
    undo();
    expect(plan().people.get("Bo Chen")).toMatchObject({ name: "Bo Chen", role: "Cook", hoursPerWeek: 40 });
  });

  it("makes somebody CEO or COO, and nobody again", async () => {
    const { user, plan } = await open();
    await user.click(screen.getByRole("option", { name: /Bo Chen/ }));
    expect(screen.getByText("CEO is Ana Lima")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "CEO" }));
    await user.click(screen.getByRole("button", { name: "COO" }));
    expect(plan().roadmap).toMatchObject({ ceoId: "Bo Chen", cooId: "Bo Chen" });
    await user.click(screen.getByRole("button", { name: "CEO" }));
    expect(plan().roadmap).toMatchObject({ ceoId: null, cooId: "Bo Chen" });
  });

  it("groups the work by when, with what is done folded away", async () => {
    const { user } = await open();
    const does = within(screen.getByRole("region", { name: "Does" }));
    expect(names(does.getByRole("list", { name: "Now" }))).toEqual(["Late one", "Begun"]);
    expect(names(does.getByRole("list", { name: "Next 30 days" }))).toEqual(["Soon"]);
    expect(names(does.getByRole("list", { name: "Later" }))).toEqual(["Far off"]);
    expect(does.queryByRole("list", { name: "Done" })).not.toBeInTheDocument();
    await user.click(does.getByRole("button", { name: /Done/ }));
    expect(names(does.getByRole("list", { name: "Done" }))).toEqual(["Finished"]);
    expect(does.getByText("17 days late")).toBeInTheDocument();
    const owns = within(screen.getByRole("region", { name: "Owns" }));
    expect(names(owns.getByRole("list", { name: "Now" }))).toEqual(["Menu agreed"]);
  });

  it("says how long the work takes at the hours of a week", async () => {
    await open();
    expect(
      page("Ana Lima").getByText(
        "60 hours of work left, about 3 weeks at 20 hours a week. 2 tasks not estimated yet: the weeks below count whole days for that.",
      ),
    ).toBeInTheDocument();
  });

  it("says how long it takes somebody from outside, in the days a month that were agreed", async () => {
    const engagement = { from: null, until: null, daysPerMonth: 5 };
    const work = { task: "Open the shop", start: TODAY, effortHours: 100, does: ["Cy"] };
    const outside = aPlan({
      people: [{ name: "Cy", hoursPerWeek: 40, engagement }],
      stages: [{ name: "Idea", holds: [work] }],
    });
    await show(<People />, outside, { today: TODAY });
    expect(screen.getByText("100 hours of work left, about 2.5 months at 5 days a month.")).toBeVisible();
    expect(screen.getByRole("option", { name: /Cy/ })).toHaveTextContent("5 days a month");
  });

  it("goes to an item in the outline", async () => {
    const { user, app } = await open();
    app.ui.setState({ route: { screen: "plan", roadmapId: "roadmap", view: "people" } });
    await user.click(
      within(page("Ana Lima").getByRole("region", { name: "Does" })).getByRole("button", {
        name: /Late one/,
      }),
    );
    expect(app.ui.getState()).toMatchObject({
      selection: ["Late one"],
      route: { screen: "plan", view: "outline" },
    });
  });
});

describe("work that names nobody", () => {
  it("lists what has no doer, nobody answering and no owner", async () => {
    const { user } = await open();
    const item = screen.getByRole("option", { name: /Nobody yet/ });
    expect(item).toHaveTextContent("3 items to give to somebody");
    await user.click(item);
    const region = (name: string) => within(screen.getByRole("region", { name }));
    expect(names(region("Nobody answers for it").getByRole("list", { name: "Now" }))).toEqual(["Late one"]);
    expect(names(region("Nobody does it").getByRole("list", { name: "Next 30 days" }))).toEqual([
      "Nobody does",
    ]);
    expect(names(region("Nobody owns it").getByRole("list", { name: "Later" }))).toEqual(["Doors open"]);
  });
});

describe("with nobody there", () => {
  it("teaches what the screen is for and takes the first name", async () => {
    const { user, plan } = await show(<People />, aPlan({ stages: [{ name: "Idea" }] }), { today: TODAY });
    expect(screen.getByRole("heading", { name: "Nobody is here yet" })).toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: "Add a person" }), "Ana Lima{Enter}");
    expect([...plan().people.values()].map((person) => person.name)).toEqual(["Ana Lima"]);
    expect(screen.getByRole("article", { name: "Ana Lima" })).toBeInTheDocument();
  });
});

describe("a roadmap that cannot be edited", () => {
  it("shows everything and changes nothing", async () => {
    const { user, plan } = await open({ readOnly: "Open in another window." });
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveAttribute("readonly");
    expect(screen.getByRole("button", { name: "CEO" })).toBeDisabled();
    expect(screen.queryByRole("textbox", { name: "Add a person" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("option", { name: /Bo Chen/ }));
    await user.keyboard("{Delete}");
    expect(plan().people.get("Bo Chen")?.deletedAt).toBeNull();
  });
});
