import { CircleHelp, Plus, X } from "lucide-react";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { raise, showIssue } from "#renderer/commands/issues.ts";
import { notify, UNDO } from "#renderer/commands/notify.ts";
import { addReason, editReason, removeReason } from "#renderer/commands/reviews.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { issuesOf } from "#shared/domain/issues.ts";
import type { Review } from "#shared/domain/review.ts";
import { isBlank } from "#shared/domain/words.ts";
import { PREMORTEM_QUESTION } from "#shared/review/words.ts";
import styles from "./Sheet.module.css";

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
                  <AsIssue text={line.text} />
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
          look="ruled"
          icon={<Plus size={14} aria-hidden />}
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

/** A reason becomes an issue to solve; one of the same words is not raised twice. */
function AsIssue({ text }: { readonly text: string }) {
  const app = useApp();
  const { open, settled } = issuesOf(usePlan());
  const known = [...open, ...settled].find(({ name }) => name.trim() === text.trim());
  if (isBlank(text)) return null;
  function raiseIt(): void {
    if (raise(app, { name: text }) !== null) notify(app, "It is an issue to solve now.", UNDO);
  }
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={<CircleHelp size={14} aria-hidden />}
      aria-label={`${known ? "Show the issue" : "Raise as an issue"}: ${text}`}
      onPress={() => (known ? showIssue(app, known.id) : raiseIt())}
    >
      {known ? "Show the issue" : "Raise as an issue"}
    </Button>
  );
}
