/** One person's work, the way to a milestone, and a jump across the plan by the keyboard alone; read by axe. */
import { afterEach, expect, it } from "vitest";
import { FIRST_LETTER, INTER_WIDTHS } from "#renderer/features/timeline/chart/interWidths.ts";
import { seriousProblems } from "#test/support/browserAxe.ts";
import { openExample, type Story, tellStory, waitUntilSaved } from "#test/support/story.ts";

let story: Story;
afterEach(() => story.close());

const shownRows = (page: Story["page"]) => page.locator('[role="row"]:not([hidden]) [role="rowheader"]');
const barsInSight = (page: Story["page"]) =>
  page.evaluate(() => {
    const lanes = document.querySelector('[role="treegrid"]')?.getBoundingClientRect();
    const bars = [
      ...document.querySelectorAll<HTMLElement>('[aria-hidden="true"] [data-slot]:not([hidden])'),
    ];
    return bars.filter((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return lanes !== undefined && right > lanes.left + 340 && left < lanes.right;
    }).length;
  });

/** Thousandths of the size, as the font in the app has them. */
const widthsInTheApp = (page: Story["page"], weight: number, letters: string) =>
  page.evaluate(
    async ([font, text]) => {
      await document.fonts.load(font, text);
      const context = new OffscreenCanvas(1, 1).getContext("2d") as OffscreenCanvasRenderingContext2D;
      context.font = font;
      return [...text].map((letter) => Math.round(context.measureText(letter).width));
    },
    [`${weight} 1000px "Inter Variable"`, letters] as const,
  );

it.each(["light", "dark"] as const)(
  "narrows down, finds the critical path and jumps, in %s",
  async (colorScheme) => {
    story = await tellStory({ colorScheme });
    let { page } = story;
    await openExample(page, /Pizza shop/);
    await page.keyboard.press("Control+2");
    await page.getByRole("treegrid").waitFor();
    await page.getByRole("button", { name: "Months" }).click();
    for (const weight of [500, 600] as const) {
      const known = INTER_WIDTHS[weight];
      const letters = String.fromCharCode(...known.map((_, index) => FIRST_LETTER + index));
      expect(await widthsInTheApp(page, weight, letters), `Inter ${weight}`).toEqual(known);
    }

    await page.keyboard.press("Control+Shift+F");
    await page.getByRole("textbox", { name: "Filter" }).waitFor();
    await page.keyboard.type("marisol");
    await page.getByRole("option", { name: /Marisol Vega/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    const strip = page.getByRole("region", { name: "Filtered by" });
    await strip.getByRole("button", { name: "Remove filter: Marisol Vega" }).waitFor();
    const [, found, total] = /(\d+) of (\d+) items/.exec(await strip.innerText()) ?? [];
    expect(Number(found)).toBeGreaterThan(0);
    expect(Number(found)).toBeLessThan(Number(total));
    expect(await barsInSight(page)).toBeGreaterThan(0);

    await page.getByRole("button", { name: /^Critical path to:/ }).click();
    await page.keyboard.type("doors open");
    await page.getByRole("option", { name: /Doors open/ }).click();
    const legend = page.getByRole("region", { name: "Signs of the critical path" });
    await expect.poll(() => legend.innerText()).toContain("To “Doors open");
    await page.keyboard.press("Control+Shift+F");
    await page.keyboard.type("critical");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await strip.getByRole("button", { name: "Remove filter: Marisol Vega" }).click();
    await page.getByRole("row", { name: /Doors open.*, critical/ }).waitFor({ state: "attached" });
    expect(await seriousProblems(page), "filtered, with the critical path").toEqual([]);

    await strip.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => strip.count()).toBe(0);
    const slider = page.getByRole("slider", { name: "Days in the window" });
    await slider.focus();
    const words = () => slider.getAttribute("aria-valuetext");
    const before = await words();
    await page.keyboard.press("End");
    await expect.poll(words).not.toBe(before);
    const atEnd = await words();
    await page.keyboard.press("PageDown");
    await expect.poll(words).not.toBe(atEnd);
    await page.keyboard.press("Home");
    await expect.poll(words).toMatch(/^Showing .* of 20\d\d to 20\d\d$/);
    expect(await shownRows(page).count()).toBeGreaterThan(10);

    await page.keyboard.press("Control+Shift+F");
    await page.keyboard.type("blocked");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await strip.getByRole("button", { name: "Remove filter: Blocked" }).waitFor();
    await waitUntilSaved(page);
    story = await story.restart();
    ({ page } = story);
    await page
      .getByRole("button", { name: /Tallow Street/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Remove filter: Blocked" }).waitFor();
    await page
      .getByRole("region", { name: "Signs of the critical path" })
      .getByText(/Doors open/)
      .waitFor();
  },
);
