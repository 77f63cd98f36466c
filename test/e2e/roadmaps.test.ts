/** An outside COO with several clients: start, rename, copy, bin and restore roadmaps; a second window only looks. */
import { afterEach, expect, it } from "vitest";
import { openExample, type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

it("starts, renames, copies, deletes and restores roadmaps from the home screen, and undoes it", async () => {
  story = await tellStory();
  const { page } = story;
  await page.getByRole("heading", { name: "How does the business grow from here?" }).waitFor();

  await page.getByRole("button", { name: "New roadmap" }).click();
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await page.getByText("Give the company a name.").waitFor();
  // What is missing has the keyboard.
  await page.keyboard.type("Harbour Bikes");
  await page.getByLabel("The CEO’s vision").fill("Every commuter in the city rides a bike we keep running.");
  await page.getByLabel("CEO", { exact: true }).fill("Noor Haddad");
  await page.getByLabel("COO", { exact: true }).fill("Sam Okafor");
  await page.getByRole("textbox", { name: "Start date" }).fill("1 Mar 2027");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Create roadmap" }).click();
  await page.getByRole("heading", { level: 1, name: "Harbour Bikes" }).waitFor();
  await waitUntilSaved(page);

  await page.getByRole("button", { name: "All roadmaps" }).click();
  await page.getByRole("button", { name: "Actions for Harbour Bikes" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Harbour Bikes 2027");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await page.getByText("Harbour Bikes 2027").waitFor();

  await page.getByRole("button", { name: "Actions for Harbour Bikes 2027" }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await page.getByText("Harbour Bikes 2027 (copy)").waitFor();

  await page.getByRole("button", { name: "Actions for Harbour Bikes 2027 (copy)" }).click();
  await page.getByRole("menuitem", { name: "Delete to bin" }).click();
  await page.getByText("Bin (1)").click();
  await page.getByRole("button", { name: "Restore Harbour Bikes 2027 (copy)" }).click();
  expect(await page.getByRole("list", { name: "Roadmaps" }).getByRole("listitem").count()).toBe(2);

  for (let i = 0; i < 4; i++) await page.keyboard.press("Control+z");
  await page.getByText("Harbour Bikes", { exact: true }).waitFor();
  await waitUntilSaved(page);
  await page.reload();
  await page.getByText("Harbour Bikes", { exact: true }).waitFor();
  await page.keyboard.press("Control+Shift+z");
  await page.getByText("Harbour Bikes 2027", { exact: true }).waitFor();
});

it("opens a copy of a worked example in one click and leaves the example as it was", async () => {
  story = await tellStory();
  const { page } = story;
  for (const example of ["Pizza shop", "Immigration law office"]) {
    await openExample(page, new RegExp(example));
    await page.getByRole("button", { name: "All roadmaps" }).click();
  }
  await openExample(page, /Pizza shop/);
  await page.getByRole("heading", { level: 1, name: /\(2\)$/ }).waitFor();
});

it("lets a second window look but not edit, and says so", async () => {
  story = await tellStory();
  const { page, context, url } = story;
  await openExample(page, /Pizza shop/);
  const second = await context.newPage();
  await second.goto(url);
  await second.getByText("Groundwork is open in another window").waitFor();
  expect(await second.getByRole("button", { name: "New roadmap" }).isDisabled()).toBe(true);
  await page.close();
  await second.reload();
  await second.getByRole("button", { name: "New roadmap" }).waitFor();
  expect(await second.getByRole("button", { name: "New roadmap" }).isDisabled()).toBe(false);
});
