/** A look over parsed JSON for what no plan contains, before anything else touches it. */
import { MAX_DEPTH } from "./format.ts";

export interface Hazard {
  readonly kind: "deep" | "unsafe-key";
  readonly path: readonly PropertyKey[];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first value nested deeper than a plan can be, or object with a `__proto__` field. Uses no recursion. */
export function findHazard(root: unknown): Hazard | null {
  const stack: { value: unknown; path: readonly PropertyKey[] }[] = [{ value: root, path: [] }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, path } = next;
    if (typeof value !== "object" || value === null) continue;
    if (path.length > MAX_DEPTH) return { kind: "deep", path };
    if (Object.hasOwn(value, "__proto__")) return { kind: "unsafe-key", path };
    for (const [key, child] of Object.entries(value)) {
      if (typeof child !== "object" || child === null) continue;
      stack.push({ value: child, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return null;
}
