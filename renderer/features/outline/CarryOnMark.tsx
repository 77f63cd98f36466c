import { UserX } from "lucide-react";
import { gapOf, gapWords } from "#shared/domain/engagement.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import styles from "./DateMarks.module.css";

interface CarryOnMarkProps {
  readonly node: OutlineNode;
  readonly people: ReadonlyMap<Id, Person>;
}

/** Behind the name of work that lies outside the engagement of whoever has it. */
export function CarryOnMark({ node, people }: CarryOnMarkProps) {
  const gap = gapOf(people, node);
  if (!gap) return null;
  const words = gapWords(people, gap);
  return (
    <span className={`${styles.mark} ${styles.missed}`} title={words}>
      <UserX size={12} aria-hidden />
      <span className="visually-hidden">, {words}</span>
    </span>
  );
}
