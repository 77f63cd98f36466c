/** What is printed stays legible on a printer without colours: by numbers, from the very values that are printed. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { STAGE_HUES, tint } from "#shared/timeline/palette.ts";

const FOLDER = "renderer/print";
const styles = readdirSync(FOLDER).filter((name) => name.endsWith(".css"));
const css = styles.map((name) => readFileSync(`${FOLDER}/${name}`, "utf8")).join("\n");
const colour = (name: string): string => {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (value === undefined) throw new Error(`No colour is called ${name}`);
  return value;
};

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
/** As a printer or ImageMagick's `-colorspace Gray` does it: Rec. 709 luma. */
function grey(hex: string): string {
  const [r = 0, g = 0, b = 0] = channels(hex);
  const value = Math.round((0.2126 * r + 0.7152 * g + 0.0722 * b) * 255);
  return `#${value.toString(16).padStart(2, "0").repeat(3)}`;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const inGreyToo = (one: string, other: string): number =>
  Math.min(contrast(one, other), contrast(grey(one), grey(other)));

it("keeps every colour that text is printed in at 4.5 to 1 on every ground it stands on", () => {
  const grounds = ["#ffffff", colour("off"), ...STAGE_HUES.map(({ print }) => tint(print, 0.12))];
  for (const name of ["ink", "ink-soft", "accent", "good", "warn", "bad"]) {
    for (const ground of grounds)
      expect([name, ground, inGreyToo(colour(name), ground) >= 4.5]).toEqual([name, ground, true]);
  }
  for (const { name, print } of STAGE_HUES)
    expect([name, inGreyToo("#ffffff", print) >= 4.5]).toEqual([name, true]);
});

it("writes no words in the colour of fine lines", () => {
  const words = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, , rules]) =>
    /(^|[\s;])color: var\(--(ink-faint|line)/.test(rules ?? ""),
  );
  expect(words.map(([, selector]) => selector?.trim())).toEqual([]);
  const text = [...css.matchAll(/([^{}]*(?:text|-name|-code|-small|continues)[^{}]*)\{([^{}]*)\}/g)];
  expect(text.length).toBeGreaterThan(5);
  expect(text.filter(([, , rules]) => /fill: var\(--(ink-faint|line)/.test(rules ?? ""))).toEqual([]);
});

it("tells done from open, critical from other work, and lines from the paper, without colour", () => {
  for (const { print } of STAGE_HUES) {
    const [done, open] = [print, tint(print, 0.28)];
    expect(inGreyToo(done, open)).toBeGreaterThan(2.5);
    expect(inGreyToo(open, "#ffffff")).toBeGreaterThan(1.2);
    expect(inGreyToo(done, "#ffffff")).toBeGreaterThan(3);
    expect(inGreyToo(colour("ink"), done)).toBeGreaterThan(2.5);
  }
  for (const line of ["ink-faint", "ink-soft", "accent"])
    expect(inGreyToo(colour(line), "#ffffff")).toBeGreaterThan(3);
});
