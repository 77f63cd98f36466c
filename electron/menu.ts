/** The native menu, built from the same list of commands as the palette and the keyboard. */
import type { MenuItemConstructorOptions } from "electron";
import { COMMANDS, type CommandId, type CommandInfo, type MenuName } from "#shared/commands/catalogue.ts";

export interface MenuDeps {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  readonly send: (id: CommandId) => void;
}

const TITLES: Record<MenuName, string> = {
  file: "File",
  edit: "Edit",
  item: "Item",
  view: "View",
  help: "Help",
};

export function menuTemplate(deps: MenuDeps): MenuItemConstructorOptions[] {
  const mac = deps.platform === "darwin";
  return [
    ...(mac ? [{ role: "appMenu" as const, label: deps.appName }] : []),
    menu(deps, "file", [{ type: "separator" }, mac ? { role: "close" } : { role: "quit", label: "Exit" }]),
    menu(deps, "edit", [
      { type: "separator" },
      { role: "cut" },
      { role: "copy" },
      { role: "paste" },
      { role: "selectAll", label: "Select all" },
    ]),
    menu(deps, "item", []),
    menu(deps, "view", [{ type: "separator" }, { role: "togglefullscreen", label: "Full screen" }]),
    ...(mac ? [{ role: "windowMenu" as const }] : []),
    menu(deps, "help", mac ? [] : [{ type: "separator" }, { role: "about", label: `About ${deps.appName}` }]),
  ];
}

function menu(
  deps: MenuDeps,
  name: MenuName,
  tail: MenuItemConstructorOptions[],
): MenuItemConstructorOptions {
  const commands: readonly (CommandInfo & { readonly id: CommandId })[] = COMMANDS;
  const items = commands.filter((command) => command.menu === name).flatMap((command) => item(deps, command));
  return { label: TITLES[name], submenu: [...items, ...tail] };
}

function item(
  deps: MenuDeps,
  command: CommandInfo & { readonly id: CommandId },
): MenuItemConstructorOptions[] {
  const entry: MenuItemConstructorOptions = {
    id: command.id,
    label: command.label.replaceAll("&", "&&"),
    click: () => deps.send(command.id),
    ...(command.shortcut === undefined
      ? {}
      : {
          accelerator: acceleratorFor(command.shortcut),
          // The page listens to the keyboard itself; here the keys are shown, so that nothing runs twice.
          registerAccelerator: false,
        }),
  };
  return command.startsGroup === true ? [{ type: "separator" }, entry] : [entry];
}

const KEYS: Record<string, string> = {
  Mod: "CommandOrControl",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
};

/** `Mod+Shift+ArrowUp` in Electron's spelling. */
export function acceleratorFor(shortcut: string): string {
  return shortcut
    .split("+")
    .map((key) => KEYS[key] ?? key)
    .join("+");
}
