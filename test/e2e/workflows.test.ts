/** A workflow written, followed in a task, turned into delegated tasks, taken back, and there after a restart. */
import { afterEach, expect, it } from "vitest";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

async function goTo(page: Story["page"], view: string): Promise<void> {
  const sidebar = page.getByRole("navigation", { name: "Roadmap" });
  await sidebar.getByRole("button", { name: view, exact: true }).click();
}

async function writeWorkflow(page: Story["page"]): Promise<void> {
  await page.getByRole("textbox", { name: "Add a workflow" }).fill("Open a shop");
  await page.keyboard.press("Enter");
  const add = page.getByRole("textbox", { name: "Add a step" });
  for (const text of ["Find the place", "Sign the lease", "Buy the oven"]) {
    await add.fill(text);
    await page.keyboard.press("Enter");
  }
  const steps = page.getByRole("list", { name: "Steps" }).getByRole("listitem");
  await steps.nth(0).getByRole("combobox", { name: "Role" }).fill("COO");
  await page.keyboard.press("Tab");
  await page.keyboard.type("90");
  await steps.nth(1).getByRole("combobox", { name: "Role" }).fill("CEO");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2h");
  await page.keyboard.press("Enter");
  await steps.nth(1).getByRole("button", { name: "Add a link" }).press("Enter");
  await page.keyboard.type("city.example/leases");
  await page.keyboard.press("Enter");
  await page.getByText("3 steps, 3 h 30 min in all").waitFor();
}

it("is written once, run from a task, and becomes tasks of several people in one step", async () => {
  story = await tellStory();
  let { page } = story;
  await page.clock.setFixedTime("2027-01-04T09:00:00Z");
  await page.reload();
  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByLabel("Company").fill("Corner Pizza");
  await page.getByLabel("CEO", { exact: true }).fill("Ana");
  await page.getByLabel("COO", { exact: true }).fill("Bo");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await page.getByRole("row", { name: /Idea/ }).waitFor();
  await goTo(page, "Workflows");
  await page.getByText("Write once how it is done").waitFor();
  expect(await seriousProblems(page), "no workflows").toEqual([]);
  await writeWorkflow(page);
  expect(await seriousProblems(page), "one workflow").toEqual([]);

  await page.getByRole("button", { name: "Make tasks…" }).click();
  expect(await seriousProblems(page), "the dialog").toEqual([]);
  await page.getByRole("button", { name: "Make 3 tasks" }).click();
  const row = (name: RegExp) => page.getByRole("row", { name });
  await expect.poll(() => row(/Buy the oven/).innerText()).toContain("5 Jan");
  await expect.poll(() => row(/Sign the lease/).innerText()).toContain("Handed over");
  await page.getByText("3 tasks added, one after the other. 1 wait to be acknowledged.").waitFor();
  const details = page.getByRole("complementary", { name: "Details" });
  await page.keyboard.press("Control+z");
  await expect.poll(() => row(/Sign the lease/).count()).toBe(0);
  await page.keyboard.press("Control+Shift+z");
  await row(/Buy the oven/).click();

  await details.getByRole("button", { name: "Workflow: Follow a workflow…" }).click();
  await page.getByRole("option", { name: /Open a shop/ }).click();
  await details.getByRole("button", { name: "Start checklist" }).click();
  await details.getByRole("checkbox", { name: "Find the place" }).press("Space");
  await details.getByText("Bo · today 09:00").waitFor();
  expect(await seriousProblems(page), "a checklist in the details").toEqual([]);
  await waitUntilSaved(page);

  story = await story.restart();
  page = story.page;
  await page
    .getByRole("button", { name: /Corner Pizza/ })
    .first()
    .click();
  await page.getByRole("row").first().waitFor();
  await goTo(page, "Workflows");
  await page.getByRole("region", { name: "Under way" }).getByText("For “Buy the oven”").click();
  await page.getByText("1 of 3 ticked").waitFor();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Finish all the same" }).click();
  await page.getByRole("button", { name: "The workflow" }).click();
  const runs = page.getByRole("list", { name: "Runs" });
  await expect.poll(() => runs.innerText()).toContain("For “Buy the oven” · 1 of 3 ticked");
});
