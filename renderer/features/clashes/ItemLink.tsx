import { useApp } from "#renderer/commands/hooks.ts";
import { goTo } from "#renderer/commands/selection.ts";
import type { Id } from "#shared/domain/fields.ts";
import styles from "./ClashLine.module.css";

interface ItemLinkProps {
  readonly id: Id;
  readonly children: string;
  /** Whether Tab comes here. */
  readonly isInTabOrder: boolean;
}

/** An item's name as the way to it. It runs on within a sentence, which a button cannot. */
export function ItemLink({ id, children, isInTabOrder }: ItemLinkProps) {
  const app = useApp();
  return (
    // biome-ignore lint/a11y/useSemanticElements: an anchor needs an address, and items have none.
    <span
      role="link"
      tabIndex={isInTabOrder ? 0 : -1}
      className={styles.name}
      onClick={() => goTo(app, id)}
      onKeyDown={({ key }) => key === "Enter" && goTo(app, id)}
    >
      {children}
    </span>
  );
}
