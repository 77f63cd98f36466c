import { type Moved, movedSign } from "#shared/domain/compareWords.ts";
import { capital } from "#shared/domain/words.ts";
import styles from "./MovedBy.module.css";

interface MovedByProps {
  readonly moved: Moved;
  /** The same in words. */
  readonly words: string;
}

/** `+5 d`: sign and colour for the eye, whole words for a tip and for screen readers. */
export function MovedBy({ moved, words }: MovedByProps) {
  return (
    <span className={styles[toneOf(moved)]} title={capital(words)}>
      <span aria-hidden>{movedSign(moved)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

function toneOf(moved: Moved): "later" | "earlier" | "same" | "new" {
  if (moved === "new") return "new";
  if (moved === "undated" || moved === 0) return "same";
  return moved > 0 ? "later" : "earlier";
}
