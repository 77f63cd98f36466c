/** Where the window was, and in which colours, so that it opens there again. */
import { readFile } from "node:fs/promises";
import type { Rectangle } from "electron";
import { z } from "zod";
import { writeWhole } from "./files.ts";

const rectangleSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
});

const windowStateSchema = z.strictObject({
  bounds: rectangleSchema.nullable(),
  maximised: z.boolean(),
  theme: z.enum(["light", "dark"]).nullable(),
});

/** `bounds` is null while the window belongs in the middle; `theme` is null while the system's is followed. */
export type WindowState = z.infer<typeof windowStateSchema>;

export const MINIMUM_SIZE = { width: 880, height: 560 };
export const FIRST_SIZE = { width: 1320, height: 860 };

const FIRST_STATE: WindowState = { bounds: null, maximised: false, theme: null };
// Enough of the title bar to take hold of with a mouse.
const GRIP = { width: 120, height: 32 };

/** A missing or damaged file means the first state: nobody is stopped by where a window was. */
export async function readWindowState(path: string): Promise<WindowState> {
  try {
    const parsed = windowStateSchema.safeParse(JSON.parse(await readFile(path, "utf8")));
    return parsed.success ? parsed.data : FIRST_STATE;
  } catch {
    return FIRST_STATE;
  }
}

export async function writeWindowState(path: string, state: WindowState): Promise<void> {
  await writeWhole(path, `${JSON.stringify(state)}\n`);
}

/**
 * The remembered bounds, made to fit the displays there are now (work areas in screen pixels). Null when its
 * title bar could not be taken hold of on any of them: then the window opens in the middle.
 */
export function fitToDisplays(bounds: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle | null {
  if (bounds === null) return null;
  const grip = { x: bounds.x, y: bounds.y, width: bounds.width, height: GRIP.height };
  const area = workAreas.find((candidate) => {
    const shown = overlap(grip, candidate);
    return shown.width >= GRIP.width && shown.height >= GRIP.height / 2;
  });
  if (!area) return null;
  return {
    x: bounds.x,
    y: Math.max(bounds.y, area.y),
    width: Math.max(MINIMUM_SIZE.width, Math.min(bounds.width, area.width)),
    height: Math.max(MINIMUM_SIZE.height, Math.min(bounds.height, area.height)),
  };
}

function overlap(a: Rectangle, b: Rectangle): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  };
}
