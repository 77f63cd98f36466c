import type { KeyboardEvent } from "react";

/** Pixels up to which a text stands on one line. */
const ONE_LINE = 36;

/** In a text over several lines the arrows first go through its lines. */
export function staysInside({ key, currentTarget: field }: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const wrapped = field.clientHeight > ONE_LINE;
  if (key === "ArrowUp") return wrapped && field.selectionStart > 0;
  return key === "ArrowDown" && wrapped && field.selectionEnd < field.value.length;
}
