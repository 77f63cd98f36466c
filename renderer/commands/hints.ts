/** Lines of advice somebody has sent away. Kept beside the theme; losing it only shows the advice again. */

export function isHintDismissed(hint: string): boolean {
  try {
    return localStorage.getItem(keyOf(hint)) === "dismissed";
  } catch {
    return false;
  }
}

export function rememberHintDismissed(hint: string): void {
  try {
    localStorage.setItem(keyOf(hint), "dismissed");
  } catch {
    return;
  }
}

function keyOf(hint: string): string {
  return `groundwork.hint.${hint}`;
}
