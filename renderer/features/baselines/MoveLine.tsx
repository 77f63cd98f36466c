import { useUi } from "#renderer/commands/hooks.ts";
import { KindMark } from "#renderer/ui/Marks.tsx";
import { MovedBy } from "#renderer/ui/MovedBy.tsx";
import type { BaselineItem } from "#shared/domain/baseline.ts";
import type { Moved } from "#shared/domain/compareWords.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Moved.module.css";
import { wasAndIs } from "./words.ts";

interface MoveLineProps {
  readonly node: OutlineNode;
  readonly was: BaselineItem | null;
  readonly moved: Moved;
  readonly words: string;
  readonly onOpen: (id: Id) => void;
  /** A stage above its milestones. */
  readonly isHeading?: boolean;
}

/** Name, the day it was to end and the day it ends now, and what lies between. */
export function MoveLine({ node, was, moved, words, onOpen, isHeading = false }: MoveLineProps) {
  const today = useUi((state) => state.today);
  const { item, finish } = node;
  return (
    <button
      type="button"
      className={`${styles.line} ${isHeading ? styles.heading : ""}`}
      onClick={() => onOpen(item.id)}
    >
      <KindMark kind={item.kind} />
      <span className={styles.name}>{nameOrUntitled(item.name, item.kind)}</span>
      <span className={styles.days}>{wasAndIs(was ? was.finish : finish, finish, today)}</span>
      <span className={styles.moved}>
        <MovedBy moved={moved} words={words} />
      </span>
    </button>
  );
}
