/**
 * The hues of the stages, cycling by the stage's place. The values are for light paper; the app's own tokens
 * (`--stage-1` … `--stage-6`) carry the same hues in light and dark.
 */
export interface StageHue {
  readonly name: string;
  /** `#rrggbb`; white text on it has a contrast of at least 4.5 to 1, in grey too, and it prints as a mid grey. */
  readonly print: string;
}

export const STAGE_HUES: readonly StageHue[] = [
  { name: "slate blue", print: "#4C6FB3" },
  { name: "teal", print: "#2B817A" },
  { name: "amber", print: "#9F691B" },
  { name: "plum", print: "#8A5A9E" },
  { name: "moss", print: "#567F35" },
  { name: "brick", print: "#B35A4C" },
];

/** Hue of the stage that stands at `index` (0 for the first). */
export function stageHue(index: number): StageHue {
  const { length } = STAGE_HUES;
  return STAGE_HUES[((index % length) + length) % length] as StageHue;
}

/** A colour mixed with white: `share` 1 is the colour itself, 0 is white. Solid, so that it prints alike everywhere. */
export function tint(colour: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(255 - (255 - channel) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}
