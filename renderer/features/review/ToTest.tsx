import { FlaskConical } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { changeAssumption } from "#renderer/commands/reviews.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Assumption, Review } from "#shared/domain/review.ts";
import { assumptionsDue } from "#shared/domain/reviews.ts";
import styles from "./FreshEyes.module.css";
import sheetStyles from "./Sheet.module.css";

/** Assumptions whose day has come: did they hold? */
export function ToTest({ review }: { readonly review: Review }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const due = assumptionsDue(plan, today);
  if (due.length === 0) return null;
  const say = (line: Assumption, outcome: Assumption["outcome"]): void =>
    changeAssumption(app, review.id, line.id, { outcome });
  return (
    <section className={styles.toTest} aria-label="To test now">
      <h4 className={sheetStyles.sectionTitle}>
        <FlaskConical size={14} aria-hidden /> To test now
      </h4>
      <ul>
        {due.map((line) => (
          <li key={line.id} className={styles.toTestLine}>
            <span className={styles.grow}>
              {line.text}{" "}
              <span className={sheetStyles.muted}>
                to be known by {formatDayNear(line.testBy ?? today, today)}
              </span>
            </span>
            {!readOnly && (
              <>
                <Button size="sm" aria-label={`It held: ${line.text}`} onPress={() => say(line, "held")}>
                  It held
                </Button>
                <Button size="sm" aria-label={`It failed: ${line.text}`} onPress={() => say(line, "failed")}>
                  It failed
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
