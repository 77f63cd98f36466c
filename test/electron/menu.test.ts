import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it, vi } from "vitest";
import { acceleratorFor, menuTemplate } from "#electron/menu.ts";
import { COMMANDS } from "#shared/commands/catalogue.ts";

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...flat((item.submenu as MenuItemConstructorOptions[]) ?? [])]);
}

describe.each(["darwin", "win32", "linux"] as const)("the menu on %s", (platform) => {
  const send = vi.fn();
  const template = menuTemplate({ platform, appName: "Groundwork", send });
  const all = flat(template);

  it("holds every command of the catalogue once, and each sends its own id", () => {
    expect(all.flatMap((item) => item.id ?? []).sort()).toEqual(COMMANDS.map((command) => command.id).sort());
    for (const command of COMMANDS) {
      const item = all.find((candidate) => candidate.id === command.id);
      send.mockClear();
      item?.click?.(undefined as never, undefined, undefined as never);
      expect(send.mock.calls).toEqual([[command.id]]);
    }
  });

  it("shows the keys without listening to them, since the page does", () => {
    const withKeys = all.filter((item) => item.accelerator !== undefined);
    expect(withKeys.length).toBe(COMMANDS.filter((command) => "shortcut" in command).length);
    expect(withKeys.every((item) => item.registerAccelerator === false)).toBe(true);
  });

  it("leaves cutting, copying and pasting to the system, undo to the app", () => {
    const roles = all.flatMap((item) => item.role ?? []);
    expect(roles).toEqual(expect.arrayContaining(["cut", "copy", "paste", "selectAll"]));
    expect(roles).not.toContain("undo");
    expect(roles.includes("appMenu")).toBe(platform === "darwin");
    expect(roles.includes("quit")).toBe(platform !== "darwin");
  });
});

describe("accelerators", () => {
  it.each([
    ["Mod+Shift+Z", "CommandOrControl+Shift+Z"],
    ["Alt+Shift+ArrowRight", "Alt+Shift+Right"],
    ["Mod+=", "CommandOrControl+="],
    ["Mod+,", "CommandOrControl+,"],
  ])("%s is %s", (shortcut, accelerator) => expect(acceleratorFor(shortcut)).toBe(accelerator));

  it("are valid for Electron, whose list of keys is closed", () => {
    const known = /^(CommandOrControl|Alt|Shift|Up|Down|Left|Right|Enter|[A-Z0-9]|[=,.\-/])$/;
    for (const command of COMMANDS) {
      if (!("shortcut" in command)) continue;
      for (const key of acceleratorFor(command.shortcut).split("+")) expect(key).toMatch(known);
    }
  });
});
