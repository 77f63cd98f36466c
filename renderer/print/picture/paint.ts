/** Colours as every reader of SVG knows them: `#rrggbb`, and how much of it covers. */

interface Colour {
  readonly hex: string;
  /** 0 is clear, 1 covers. */
  readonly alpha: number;
}

/** A colour as the browser computes it. Others than rgb() come as black, since nothing of ours uses them. */
function colourOf(computed: string): Colour {
  const parts = /^rgba?\(([^)]*)\)$/.exec(computed)?.[1]?.split(/[\s,/]+/) ?? [];
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts.map(Number);
  const hex = [red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("");
  return { hex: `#${hex}`, alpha };
}

export function hexOf(computed: string): string {
  return colourOf(computed).hex;
}

/** Null when nothing would be seen. */
export function paintOf(computed: string): { fill: string; "fill-opacity"?: string } | null {
  const { hex, alpha } = colourOf(computed);
  if (alpha === 0) return null;
  return alpha === 1 ? { fill: hex } : { fill: hex, "fill-opacity": String(alpha) };
}
