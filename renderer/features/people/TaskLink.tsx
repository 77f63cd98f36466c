import { useApp } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { goTo } from "#renderer/commands/selection.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Handed.module.css";

/** The name of an item; it leads to its row in the outline. */
export function TaskLink({ node: { item } }: { readonly node: OutlineNode }) {
  const app = useApp();
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => {
        goTo(app, item.id);
        showView(app, "outline");
      }}
    >
      {nameOrUntitled(item.name, item.kind)}
    </button>
  );
}
