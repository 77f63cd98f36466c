import { BellRing, Send, Undo2 } from "lucide-react";
import type { Day } from "#shared/domain/day.ts";
import { followUpDue } from "#shared/domain/delegation.ts";
import { HANDOVER_WORDS, waitWords } from "#shared/domain/handoverWords.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { isFinished } from "#shared/domain/standing.ts";
import styles from "./DateMarks.module.css";

interface HandoverMarkProps {
  readonly node: OutlineNode;
  readonly today: Day;
}

/** Behind a name: handed over and not taken yet, declined, or a follow-up that is due. */
export function HandoverMark({ node, today }: HandoverMarkProps) {
  const { item } = node;
  if (item.kind !== "task" || item.handovers.length === 0 || isFinished(node)) return null;
  const last = item.handovers.at(-1);
  const due = Math.max(...item.handovers.map((handover) => followUpDue({ node, handover }, today) ?? -1));
  if (last?.state === "declined") return <Sign Icon={Undo2} words={`Declined: ${last.reason}`} isUrgent />;
  if (due >= 0)
    return (
      <Sign
        Icon={BellRing}
        words={`Follow-up due ${due === 0 ? "today" : `${waitWords(due)} ago`}`}
        isUrgent
      />
    );
  return last?.state === "handed" ? (
    <Sign Icon={Send} words={`Handed over. ${HANDOVER_WORDS.handed}`} />
  ) : null;
}

interface SignProps {
  readonly Icon: typeof Send;
  readonly words: string;
  readonly isUrgent?: boolean;
}

function Sign({ Icon, words, isUrgent = false }: SignProps) {
  return (
    <span className={`${styles.mark} ${isUrgent ? styles.missed : ""}`} title={words}>
      <Icon size={12} aria-hidden />
      <span className="visually-hidden">, {words}</span>
    </span>
  );
}
