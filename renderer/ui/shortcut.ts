/** Writing shortcuts such as `Mod+Shift+Z` the way this computer's keyboard does, and matching key presses to them. */

const MAC_SIGNS: Record<string, string> = { Mod: "⌘", Shift: "⇧", Alt: "⌥", Enter: "↩" };
const ARROWS: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

export function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

export function shortcutWords(shortcut: string, mac = isMac()): string {
  const keys = shortcut.split("+").map((key) => key || "+");
  const words = keys.map(
    (key) => ARROWS[key] ?? (mac ? (MAC_SIGNS[key] ?? key) : key === "Mod" ? "Ctrl" : key),
  );
  return words.join(mac ? "" : "+");
}

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Letters and digits match by their place on the keyboard too, so that Alt or a non-Latin layout does not hide them. */
export function matchesShortcut(event: KeyPress, shortcut: string, mac = isMac()): boolean {
  const keys = shortcut.split("+");
  const key = keys.at(-1) || "+";
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (mod !== keys.includes("Mod") || other) return false;
  if (event.altKey !== keys.includes("Alt")) return false;
  if (event.shiftKey !== keys.includes("Shift") && !(key === "=" && event.key === "+")) return false;
  return event.key.toLowerCase() === key.toLowerCase() || event.code === codeOf(key);
}

function codeOf(key: string): string | null {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  if (key === "=") return "Equal";
  if (key === "-") return "Minus";
  return null;
}
