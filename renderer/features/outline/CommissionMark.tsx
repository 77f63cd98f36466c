import { Repeat } from "lucide-react";
import { commissionWords, waitsForStart } from "#shared/domain/commission.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import styles from "./DateMarks.module.css";

/** Behind the name of work that creates work. It says more where the routine still has to be started. */
export function CommissionMark({ node }: { readonly node: OutlineNode }) {
  const words = commissionWords(node);
  if (words === null) return null;
  return (
    <span className={`${styles.mark} ${waitsForStart(node) ? styles.missed : ""}`} title={words}>
      <Repeat size={12} aria-hidden />
      <span className="visually-hidden">, {words}</span>
    </span>
  );
}
