/** The heading a sheet repeats when it begins inside a stage or a milestone. */
import type { OutlineNode } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { ellipsise, type Measure, type TextStyle } from "./text.ts";

const TAIL = " (continued)";

/** `1 Idea  ›  1.2 Prove the demand (continued)`; empty when the first row stands in nothing. */
export function continuedFrom(
  first: OutlineNode | null,
  width: number,
  style: TextStyle,
  measure: Measure,
): string {
  const path: string[] = [];
  for (let up = first?.parent ?? null; up; up = up.parent) {
    path.unshift(`${up.wbsCode} ${nameOrUntitled(up.item.name, up.item.kind)}`);
  }
  if (path.length === 0) return "";
  return `${ellipsise(path.join("  ›  "), width - measure(TAIL, style), style, measure)}${TAIL}`;
}
