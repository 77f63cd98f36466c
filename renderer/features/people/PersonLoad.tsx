import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { showLoadOf } from "#renderer/commands/load.ts";
import { LoadBar } from "#renderer/ui/LoadBar.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Person } from "#shared/domain/person.ts";
import { loadOf, weekAt } from "#shared/load/load.ts";
import { weekAfter, weekOf } from "#shared/load/weeks.ts";
import { hoursNumber, weekLoadWords, weekWords } from "#shared/load/words.ts";
import styles from "./PersonLoad.module.css";

const WEEKS = 8;

/** The next weeks of somebody as small bars; each leads to what it is made of. */
export function PersonLoad({ person }: { readonly person: Person }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const from = weekOf(today);
  const row = loadOf(plan, today, from, WEEKS).byPerson.get(person.id);
  if (!row) return null;
  const most = row.capacity.reduce((a, b) => Math.max(a, b), 0);
  return (
    <ul className={styles.weeks} aria-label="Load of the next 8 weeks">
      {Array.from({ length: WEEKS }, (_, index) => {
        const week = weekAfter(from, index);
        const load = weekAt(row, index);
        return (
          <li key={week}>
            <button
              type="button"
              className={styles.week}
              onClick={() => showLoadOf(app, { personId: person.id, week })}
            >
              <span className="visually-hidden">
                {weekWords(week, today)}: {weekLoadWords(load)}
              </span>
              <span className={load.over > 0 ? styles.over : styles.number} aria-hidden>
                {load.over > 0
                  ? `+${hoursNumber(load.over)} h`
                  : load.hours > 0
                    ? hoursNumber(load.hours)
                    : ""}
              </span>
              <span className={styles.bar}>
                <LoadBar load={load} scale={(most || person.hoursPerWeek || 40) * 1.5} />
              </span>
              <span className={styles.day} aria-hidden>
                {formatDayNear(week, today).replace(/ \d{4}$/, "")}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
