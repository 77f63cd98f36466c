import { Copy, Ellipsis, FileDown, PenLine, Trash2 } from "lucide-react";
import { copyText } from "#renderer/commands/changes.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import {
  deleteReview,
  finishReview,
  newReview,
  noteOnReview,
  renameReview,
} from "#renderer/commands/reviews.ts";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Review } from "#shared/domain/review.ts";
import { reviewName } from "#shared/domain/reviews.ts";
import { isBlank } from "#shared/domain/words.ts";
import { healthOf } from "#shared/review/health.ts";
import { type Sheet, sheetOf } from "#shared/review/sheet.ts";
import { reviewMarkdown, sinceWords } from "#shared/review/words.ts";
import { Assumptions } from "./Assumptions.tsx";
import { Findings } from "./Findings.tsx";
import { Premortem } from "./Premortem.tsx";
import styles from "./Sheet.module.css";
import { ToTest } from "./ToTest.tsx";

interface SheetPageProps {
  readonly review: Review;
  readonly isLast: boolean;
}

/** One sheet: how it could fail, what it takes for true, and what the checks find. */
export function SheetPage({ review, isLast }: SheetPageProps) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const readOnly = useReadOnly();
  const sheet = sheetOf(review, healthOf(plan, today));
  const isFrozen = readOnly || review.closedOn !== null;
  return (
    <article className={styles.sheet} aria-label={reviewName(review)}>
      <SheetHead review={review} sheet={sheet} />
      {review.closedOn !== null && isLast && <Since sheet={sheet} />}
      {isLast && <ToTest review={review} />}
      <Premortem review={review} isFrozen={isFrozen} />
      <Assumptions review={review} isFrozen={isFrozen} isLast={isLast} />
      <Findings review={review} sheet={sheet} isFrozen={isFrozen} />
      {(!isFrozen || !isBlank(review.notes)) && (
        <section className={styles.section} aria-label="Notes">
          <h4 className={styles.sectionTitle}>Notes</h4>
          {isFrozen ? (
            <p className={styles.frozenText}>{review.notes}</p>
          ) : (
            <PlanTextField
              look="notes"
              label="Notes"
              value={review.notes}
              placeholder="What else came up"
              save={(notes, group) => noteOnReview(app, review.id, notes, group)}
            />
          )}
        </section>
      )}
    </article>
  );
}

interface SheetProps {
  readonly review: Review;
  readonly sheet: Sheet;
}

function SheetHead({ review, sheet }: SheetProps) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const isClosed = review.closedOn !== null;
  const by = plan.people.get(review.byId ?? "");
  const facts = [
    `Begun ${formatDayNear(review.on, today)}${by ? ` by ${personName(by)}` : ""}`,
    review.closedOn === null ? "" : `closed ${formatDayNear(review.closedOn, today)}`,
  ];
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <span className={styles.ink}>
          <PenLine size={14} aria-hidden />
          Review sheet{isClosed ? ", closed" : ""}
        </span>
        <span className={styles.actions}>
          <Button
            size="sm"
            variant="quiet"
            icon={<Copy size={14} aria-hidden />}
            onPress={() => void copyText(app, reviewMarkdown(plan, review, sheet), "Copied as text.")}
          >
            Copy as text
          </Button>
          <Button
            size="sm"
            variant="quiet"
            icon={<FileDown size={14} aria-hidden />}
            onPress={() => showDialog(app, { kind: "export-pdf", part: "review", reviewId: review.id })}
          >
            PDF…
          </Button>
          {!readOnly && !isClosed && (
            <Button size="sm" onPress={() => finishReview(app, review.id)}>
              Close review
            </Button>
          )}
          {!readOnly && (
            <Menu
              label="More"
              trigger={
                <IconButton label="More" size="sm">
                  <Ellipsis size={16} />
                </IconButton>
              }
              entries={[
                {
                  id: "delete",
                  label: "Delete to bin",
                  icon: <Trash2 size={14} />,
                  danger: true,
                  onAction: () => deleteReview(app, review.id),
                },
              ]}
            />
          )}
        </span>
      </div>
      {isClosed || readOnly ? (
        <h3 className={styles.title}>{reviewName(review)}</h3>
      ) : (
        <PlanTextField
          look="name"
          label="Name"
          value={review.name}
          placeholder={reviewName(review)}
          save={(name, group) => renameReview(app, review.id, name, group)}
        />
      )}
      <p className={styles.facts}>{facts.filter(Boolean).join(", ")}</p>
    </header>
  );
}

/** What became of the last sheet since it was closed. */
function Since({ sheet }: { readonly sheet: Sheet }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <p className={styles.since}>
      <span>{sinceWords(sheet)}</span>
      {!readOnly && (
        <Button size="sm" onPress={() => newReview(app)}>
          New review
        </Button>
      )}
    </p>
  );
}
