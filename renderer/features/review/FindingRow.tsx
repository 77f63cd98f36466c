import { ArrowRight, Check, CircleDot, PenLine } from "lucide-react";
import { useApp } from "#renderer/commands/hooks.ts";
import { callFine, callOpen, openFix } from "#renderer/commands/reviews.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { Id } from "#shared/domain/fields.ts";
import type { SheetLine } from "#shared/review/sheet.ts";
import { ANSWER_WORDS } from "#shared/review/words.ts";
import styles from "./Findings.module.css";

interface FindingRowProps {
  readonly reviewId: Id;
  readonly line: SheetLine;
  readonly isFrozen: boolean;
  readonly isAccepting: boolean;
  readonly onAccept: () => void;
  readonly onDone: () => void;
}

const MARKS = { open: CircleDot, accepted: PenLine, fixed: Check } as const;

/** One finding: what is weak, where it is mended, or why it is fine. */
export function FindingRow({ reviewId, line, isFrozen, isAccepting, onAccept, onDone }: FindingRowProps) {
  const app = useApp();
  const { answer, fix, key, note, standing, text } = line;
  const Mark = MARKS[answer];
  const words = (
    <>
      <Mark size={14} className={styles.mark} aria-hidden />
      <span className={styles.words}>
        {answer !== "open" && <span className={styles.badge}>{ANSWER_WORDS[answer]}</span>}
        {standing === "new" && <span className={styles.badge}>New</span>}
        {isFrozen && standing === "gone" && answer !== "fixed" && (
          <span className={styles.badge}>Gone since</span>
        )}{" "}
        <span className={styles.says}>{text}</span>
        {note !== "" && <span className={styles.note}>{note}</span>}
      </span>
      {fix && answer === "open" && (
        <span className={styles.fix}>
          {fix.label}
          <ArrowRight size={13} aria-hidden />
        </span>
      )}
    </>
  );
  const isAnswerable = answer === "open" && !isFrozen;
  return (
    <li className={styles.finding} data-answer={answer}>
      <div className={styles.findingLine}>
        {fix ? (
          <button
            type="button"
            className={styles.opener}
            data-finding={key}
            data-answerable={isAnswerable}
            aria-keyshortcuts={isAnswerable ? "Enter A" : "Enter"}
            onClick={() => openFix(app, fix)}
          >
            {words}
          </button>
        ) : (
          <div className={styles.opener}>{words}</div>
        )}
        {isAnswerable && !isAccepting && (
          <Button size="sm" variant="quiet" aria-label={`It is fine: ${text}`} onPress={onAccept}>
            It is fine…
          </Button>
        )}
        {answer === "accepted" && !isFrozen && (
          <Button
            size="sm"
            variant="quiet"
            aria-label={`Open it again: ${text}`}
            onPress={() => callOpen(app, reviewId, line)}
          >
            Open again
          </Button>
        )}
      </div>
      {isAccepting && isAnswerable && (
        <Because about={text} onSay={(reason) => callFine(app, reviewId, line, reason)} onDone={onDone} />
      )}
    </li>
  );
}

interface BecauseProps {
  readonly about: string;
  readonly onSay: (reason: string) => void;
  readonly onDone: () => void;
}

function Because({ about, onSay, onDone }: BecauseProps) {
  const held = useHeldText((reason) => {
    if (reason.trim() !== "") onSay(reason);
  });
  return (
    <div className={styles.because}>
      <span aria-hidden>It is fine because</span>
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
        autoFocus
        type="text"
        aria-label={`It is fine because, about: ${about}`}
        placeholder="the lender knows, and agreed on 12 Dec"
        className={styles.becauseText}
        value={held.text ?? ""}
        maxLength={2_000}
        onChange={(event) => held.setText(event.target.value)}
        onBlur={held.commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") held.commit();
          else held.cancel();
          onDone();
        }}
      />
    </div>
  );
}
