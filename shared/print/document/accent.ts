/** The company's colour where it can be told from the paper, and a darker shade of it where it could not. */
export interface Accent {
  /** Of rules and shapes: at least 3 to 1 against white (WCAG 2.2, 1.4.11). */
  readonly rule: string;
  /** Of words: at least 4.5 to 1 against white (WCAG 2.2, 1.4.3). */
  readonly text: string;
}

/** The ink of the print palette, for companies that have not chosen a colour. */
const INK = "#1b1f27";
const RULE_CONTRAST = 3;
const TEXT_CONTRAST = 4.5;
const STEP = 0.96;

/** `colour`: `#rrggbb`, or null for none. */
export function accentOf(colour: string | null): Accent {
  const base = colour ?? INK;
  return { rule: darkened(base, RULE_CONTRAST), text: darkened(base, TEXT_CONTRAST) };
}

function darkened(colour: string, contrast: number): string {
  let channels = channelsOf(colour);
  while (contrastToWhite(channels) < contrast) channels = channels.map((channel) => channel * STEP);
  return `#${channels.map((channel) => Math.floor(channel).toString(16).padStart(2, "0")).join("")}`;
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** WCAG 2.2, contrast ratio and relative luminance. */
function contrastToWhite(channels: readonly number[]): number {
  const [r, g, b] = channels.map((channel) => {
    const share = Math.floor(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
