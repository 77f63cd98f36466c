import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { SettingsDialog } from "#renderer/features/settings/SettingsDialog.tsx";
import type { Plan } from "#shared/domain/plan.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { aPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const NOTHING = aPlan({ stages: [] });

async function showPart(part: string, plan: Plan = NOTHING) {
  const shown = await show(<SettingsDialog onClose={() => undefined} />, plan);
  await shown.user.click(screen.getByRole("tab", { name: part }));
  return shown;
}
const works = (plan: Plan, ...days: string[]): boolean[] =>
  days.map((day) => calendarTable(plan.roadmap.calendar).isWorking(day));

it("takes a CEO nobody has entered yet, as one step", async () => {
  const { user, plan, undo } = await show(<SettingsDialog onClose={() => undefined} />, NOTHING);
  await user.click(screen.getByRole("button", { name: "CEO: Nobody" }));
  await expect.poll(() => document.activeElement?.getAttribute("aria-label")).toBe("CEO");
  await user.keyboard("Mia Okafor{Enter}");
  const [ceo] = [...plan().people.values()];
  expect(ceo?.name).toBe("Mia Okafor");
  expect(plan().roadmap.ceoId).toBe(ceo?.id);
  undo();
  expect(plan().roadmap.ceoId).toBeNull();
  expect(plan().people.size).toBe(0);
});

describe("working days", () => {
  it("of the week are switched on and off, and the last one stays", async () => {
    const { user, plan, app } = await showPart("Working days");
    for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri"])
      await user.click(screen.getByRole("button", { name: day }));
    expect(plan().roadmap.calendar.workingWeekdays).toEqual([5]);
    expect(app.ui.getState().toasts.at(-1)?.text).toBe("Keep at least one working day in the week.");
  });

  it("take a closure of several days that returns every year, and say before what it does", async () => {
    const busy = aPlan({
      stages: [{ name: "Idea", holds: [{ task: "Bake", start: "2027-12-27", durationDays: 2 }] }],
    });
    const { app, user, plan, undo } = await showPart("Working days", busy);
    const form = within(screen.getByRole("group", { name: "Add a closure" }));
    await user.type(form.getByRole("textbox", { name: "Name of the closure" }), "Winter break");
    await user.type(form.getByRole("textbox", { name: "First day off" }), "2027-12-24{Enter}");
    await user.type(form.getByRole("textbox", { name: "Last day off" }), "2028-01-01{Enter}");
    await user.click(form.getByRole("button", { name: "Every year" }));
    expect(form.getByRole("status")).toHaveTextContent(
      "9 days, 6 of them working in 2027. 1 item falls on a day off and will move.",
    );
    await user.click(form.getByRole("button", { name: "Add" }));
    expect(screen.getByText(/24 Dec – 1 Jan, every year/)).toBeInTheDocument();
    expect(form.getByRole("textbox", { name: "Name of the closure" })).toHaveFocus();
    expect(works(plan(), "2027-12-23", "2027-12-24", "2029-01-01")).toEqual([true, false, false]);
    expect(plan().tasks.get("Bake")?.start).toBe("2028-01-03");
    expect(app.ui.getState().toasts.at(-1)?.text).toBe("1 item moved with the working days.");
    undo();
    expect(plan()).toEqual(busy);
  });

  it("have their closures edited and removed by keyboard", async () => {
    const closure = { date: "2027-08-02", working: false, name: "Summer", source: "closure" as const };
    const { user, plan } = await showPart("Working days", withExceptions([closure]));
    screen.getByRole("button", { name: "Edit Summer" }).focus();
    await user.keyboard("{Enter}");
    expect(screen.getByRole("textbox", { name: "Name of the closure" })).toHaveFocus();
    await user.keyboard(" break");
    await user.clear(screen.getByRole("textbox", { name: "Last day off" }));
    await user.type(screen.getByRole("textbox", { name: "Last day off" }), "6 Aug 2027{Enter}");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(screen.getByText(/2 Aug – 6 Aug 2027/)).toHaveTextContent("5 days, 5 of them working");
    expect(screen.getByRole("button", { name: "Edit Summer break" })).toHaveFocus();
    await user.keyboard("{Enter}{Escape}");
    expect(screen.getByRole("dialog", { name: "Roadmap details" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Remove Summer break" }));
    expect(plan().roadmap.calendar.exceptions).toEqual([]);
    expect(screen.getByText(/Days on which everybody is off/)).toBeInTheDocument();
  });

  it("take a Saturday that is worked, and refuse a day that is worked already", async () => {
    const { user, plan } = await showPart("Working days");
    const form = within(screen.getByRole("group", { name: "Add a day that is worked" }));
    await user.type(form.getByRole("textbox", { name: "Day that is worked" }), "2027-12-10{Enter}");
    expect(form.getByRole("status")).toHaveTextContent("Fri 10 Dec 2027 is a working day already.");
    await user.clear(form.getByRole("textbox", { name: "Day that is worked" }));
    await user.type(form.getByRole("textbox", { name: "Day that is worked" }), "2027-12-11{Enter}");
    await user.type(form.getByRole("textbox", { name: "What the day is worked for" }), "Stocktaking{Enter}");
    expect(works(plan(), "2027-12-11")).toEqual([true]);
    await user.click(screen.getByRole("button", { name: "Remove Stocktaking" }));
    expect(works(plan(), "2027-12-11")).toEqual([false]);
  });
});

describe("public holidays", () => {
  it("come from a country and a region found by typing, once they are taken", async () => {
    const { user, plan, undo } = await showPart("Public holidays");
    expect(await screen.findByText(/Choose the country the company works in/)).toBeInTheDocument();
    await pick(user, "Country: Choose a country", "germ");
    await pick(user, "State or region: Whole country", "bayern");
    expect(screen.getByRole("status")).toHaveTextContent(
      "Bayern, Germany: 12 public holidays in 2027, 8 of them on working days. No date in the plan changes.",
    );
    expect(plan().roadmap.calendar.holidays).toBeNull();
    await user.click(screen.getByRole("button", { name: "Use these holidays" }));
    expect(plan().roadmap.calendar.holidays).toMatchObject({ country: "DE", state: "BY", firstYear: 2026 });
    expect(works(plan(), "2027-05-06", "2026-11-01")).toEqual([false, false]);
    undo();
    expect(plan()).toEqual(NOTHING);
  });

  it("can be worked one by one, year by year, and off again, and be removed", async () => {
    const { user, plan } = await showPart("Public holidays");
    await pick(user, "Country: Choose a country", "germany");
    await user.click(screen.getByRole("button", { name: "Use these holidays" }));
    const ascension = () => screen.getByRole("switch", { name: "Ascension Day, Thu 6 May: day off" });
    expect(screen.getByText("National Holiday").closest("li")).toHaveTextContent("Not a working day anyway");
    await user.click(ascension());
    expect(works(plan(), "2027-05-06")).toEqual([true]);
    expect(ascension()).not.toBeChecked();
    await user.click(ascension());
    expect(works(plan(), "2027-05-06")).toEqual([false]);
    await user.click(screen.getByRole("button", { name: "Year after" }));
    expect(screen.getByRole("list", { name: "2028" })).toHaveTextContent("Thu 25 MayAscension Day");
    await user.click(screen.getByRole("button", { name: "Remove public holidays" }));
    expect(plan()).toEqual(NOTHING);
  });

  it("say that the plan reaches beyond the years they are known for, and take more", async () => {
    const holidays = { country: "FR", firstYear: 2026, lastYear: 2027, worked: [] };
    const late = aPlan({
      roadmap: { calendar: { ...NOTHING.roadmap.calendar, holidays } },
      stages: [{ name: "Idea", holds: [{ milestone: "Far", date: "2030-06-03" }] }],
    });
    const { user, plan } = await showPart("Public holidays", late);
    expect(await screen.findByText(/known for 2026 to 2027/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Extend to 2026 – 2045" }));
    expect(works(plan(), "2030-07-14", "2028-05-01")).toEqual([false, false]);
    expect(plan().roadmap.calendar.holidays).toMatchObject({ firstYear: 2026, lastYear: 2045 });
    expect(screen.queryByText(/reaches beyond/)).not.toBeInTheDocument();
  });
});

function withExceptions(exceptions: Plan["roadmap"]["calendar"]["exceptions"]): Plan {
  return aPlan({ roadmap: { calendar: { ...NOTHING.roadmap.calendar, exceptions } }, stages: [] });
}

type User = Awaited<ReturnType<typeof show>>["user"];

async function pick(user: User, field: string, typed: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name: field }));
  await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  await user.keyboard(`${typed}{Enter}`);
}
