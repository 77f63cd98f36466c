import { Plus, Trash2 } from "lucide-react";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { assume, changeAssumption, dropAssumption } from "#renderer/commands/reviews.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import { ASSUMPTION_OUTCOMES, type Assumption, type Review } from "#shared/domain/review.ts";
import { isBlank } from "#shared/domain/words.ts";
import { OUTCOME_WORDS } from "#shared/review/words.ts";
import styles from "./Sheet.module.css";

interface AssumptionsProps {
  readonly review: Review;
  readonly isFrozen: boolean;
  /** Of the last sheet how the tests came out can be written after it was closed. */
  readonly isLast: boolean;
}

const OUTCOMES = ASSUMPTION_OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value] }));

/** What the plan takes for true, by when it is tested, and how that came out. */
export function Assumptions({ review, isFrozen, isLast }: AssumptionsProps) {
  const app = useApp();
  const { id, assumptions } = review;
  return (
    <section className={styles.section} aria-label="What the plan takes for true">
      <h4 className={styles.sectionTitle}>What the plan takes for true</h4>
      {isFrozen && assumptions.length === 0 && <p className={styles.muted}>Nobody wrote an assumption.</p>}
      {assumptions.length > 0 && (
        <ul className={styles.lines} aria-label="Assumptions">
          {assumptions.map((line) => (
            <AssumptionRow key={line.id} review={review} line={line} isFrozen={isFrozen} isLast={isLast} />
          ))}
        </ul>
      )}
      {!isFrozen && (
        <AddLine
          look="ruled"
          icon={<Plus size={14} aria-hidden />}
          label="Add an assumption"
          placeholder={
            assumptions.length === 0
              ? "“Offices within a mile order lunch on weekdays”"
              : "Another assumption"
          }
          onAdd={(text) => assume(app, id, text)}
        />
      )}
    </section>
  );
}

interface RowProps extends AssumptionsProps {
  readonly line: Assumption;
}

function AssumptionRow({ review, line, isFrozen, isLast }: RowProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const edit = (patch: Partial<Omit<Assumption, "id">>, group?: string): void =>
    changeAssumption(app, review.id, line.id, patch, group);
  const isAnswerable = !readOnly && (isLast || !isFrozen);
  return (
    <li className={styles.assumption} data-outcome={line.outcome}>
      <div className={styles.assumptionText}>
        {isFrozen ? (
          <span className={styles.frozenText}>{line.text}</span>
        ) : (
          <PlanTextField
            look="sentence"
            label="Assumption"
            value={line.text}
            placeholder="What the plan takes for true"
            save={(text, group) => edit({ text }, group)}
          />
        )}
        {isAnswerable ? (
          <PlanTextField
            look="sentence"
            label={`Note on ${line.text}`}
            value={line.note}
            placeholder="How it is tested, or what came out"
            save={(note, group) => edit({ note }, group)}
          />
        ) : (
          !isBlank(line.note) && <span className={styles.muted}>{line.note}</span>
        )}
      </div>
      <div className={styles.testBy}>
        {isFrozen ? (
          <span className={styles.muted}>
            {line.testBy === null ? "No date" : `By ${formatDayNear(line.testBy, today)}`}
          </span>
        ) : (
          <OptionalDayField
            label="Test by"
            value={line.testBy}
            today={today}
            placeholder="Test by…"
            onChange={(testBy) => edit({ testBy })}
          />
        )}
      </div>
      <div className={styles.outcome}>
        <Select
          label="How the test came out"
          value={line.outcome}
          options={OUTCOMES}
          onChange={(outcome) => edit({ outcome })}
          isDisabled={!isAnswerable}
        />
      </div>
      {!isFrozen && (
        <IconButton
          size="sm"
          label={`Delete assumption: ${line.text}`}
          onPress={() => dropAssumption(app, review.id, line.id)}
        >
          <Trash2 size={14} />
        </IconButton>
      )}
    </li>
  );
}
