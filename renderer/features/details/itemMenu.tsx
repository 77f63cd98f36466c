import { Copy, Trash2 } from "lucide-react";
import type { App } from "#renderer/commands/app.ts";
import { duplicate, remove } from "#renderer/commands/items.ts";
import type { MenuEntry } from "#renderer/ui/Menu.tsx";
import type { OutlineNode } from "#shared/domain/outline.ts";

/** What the menu of one item offers; nothing while the roadmap cannot be edited. */
export function itemMenu(app: App, node: OutlineNode, readOnly: boolean): readonly MenuEntry[] {
  if (readOnly) return [];
  return [
    {
      id: "duplicate",
      label: "Duplicate",
      icon: <Copy size={14} />,
      onAction: () => duplicate(app, [node.item.id]),
    },
    {
      id: "delete",
      label: "Delete to bin",
      icon: <Trash2 size={14} />,
      danger: true,
      separatorBefore: true,
      onAction: () => remove(app, [node.item.id]),
    },
  ];
}
