import { X } from "lucide-react";
import { useApp } from "#renderer/commands/hooks.ts";
import { addReason, editReason, removeReason } from "#renderer/commands/reviews.ts";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import type { Review } from "#shared/domain/review.ts";
import { PREMORTEM_QUESTION } from "#shared/review/words.ts";
import { AddLine } from "./AddLine.tsx";
import styles from "./FreshEyes.module.css";

interface PremortemProps {
  readonly review: Review;
  readonly isFrozen: boolean;
}

/** How it failed, told from the future: a reason and Enter. */
export function Premortem({ review, isFrozen }: PremortemProps) {
  const app = useApp();
  const { id, premortem } = review;
  return (
    <section className={styles.section} aria-label={PREMORTEM_QUESTION}>
      <h4 className={styles.sectionTitle}>{PREMORTEM_QUESTION}</h4>
      {isFrozen && premortem.length === 0 && <p className={styles.muted}>Nobody wrote a reason.</p>}
      {premortem.length > 0 && (
        <ul className={styles.lines} aria-label="Reasons">
          {premortem.map((line) => (
            <li key={line.id} className={styles.line}>
              {isFrozen ? (
                <span className={styles.frozenText}>{line.text}</span>
              ) : (
                <>
                  <PlanTextField
                    look="sentence"
                    label="Reason"
                    value={line.text}
                    placeholder="Why it failed"
                    save={(text, group) => editReason(app, id, line.id, text, group)}
                  />
                  <IconButton
                    size="sm"
                    label={`Delete reason: ${line.text}`}
                    onPress={() => removeReason(app, id, line.id)}
                  >
                    <X size={14} />
                  </IconButton>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isFrozen && (
        <AddLine
          label="Add a reason"
          placeholder={
            premortem.length === 0 ? "“The permit came in June instead of March”" : "Another reason"
          }
          onAdd={(text) => addReason(app, id, text)}
        />
      )}
    </section>
  );
}
