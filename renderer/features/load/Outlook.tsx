import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { outlookOf, relieve } from "#renderer/commands/load.ts";
import type { Operation } from "#renderer/commands/perform.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { PersonWeek, WeekEffect } from "#shared/load/effect.ts";
import { halfHours } from "#shared/load/load.ts";
import { effectWords, hoursNumber } from "#shared/load/words.ts";
import styles from "./LoadPanel.module.css";

interface WayProps {
  readonly label: string;
  readonly operation: Operation;
  /** The weeks it is about. */
  readonly asked: readonly PersonWeek[];
  /** The week that stands open. */
  readonly week: Day;
}

/** One way to lighten a week: what it would make of the weeks, and the button that does it. */
export function Way({ label, operation, asked, week }: WayProps) {
  const app = useApp();
  const plan = usePlan();
  const outlook = outlookOf(app, plan, operation, asked);
  return (
    <div className={styles.way}>
      <Button size="sm" isDisabled={!outlook.ok} onPress={() => relieve(app, operation)}>
        {label}
      </Button>
      {!outlook.ok ? (
        <p className={styles.problem}>{outlook.message}</p>
      ) : outlook.effects.length === 0 ? (
        <p className={styles.about}>Changes no hours in these weeks.</p>
      ) : (
        <ul className={styles.effects} aria-label={`What “${label}” does`}>
          {outlook.effects.map((effect) => (
            <Effect key={`${effect.personId} ${effect.week}`} effect={effect} week={week} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Effect({ effect, week }: { readonly effect: WeekEffect; readonly week: Day }) {
  const { people } = usePlan();
  const today = useUi((state) => state.today);
  const { personId, before, after } = effect;
  const name = personId === null ? "Nobody" : people.get(personId)?.name.trim() || "Unnamed person";
  const when = effect.week === week ? "" : `, ${formatDayNear(effect.week, today)}`;
  const hours =
    halfHours(after.capacity) === 0
      ? `${hoursNumber(before.hours)} → ${hoursNumber(after.hours)} h`
      : effectWords(before, after);
  return (
    <li>
      {name}
      {when}: {hours}
      {after.over > 0 && (
        <>
          , <span className={styles.stillOver}>{hoursNumber(after.over)} over</span>
        </>
      )}
    </li>
  );
}

/** The open week of whoever has it and of whoever would get it, and the week after. */
export function weeksAbout(ids: readonly (Id | null)[], weeks: readonly Day[]): readonly PersonWeek[] {
  return weeks.flatMap((week) => ids.map((personId) => ({ personId, week })));
}
