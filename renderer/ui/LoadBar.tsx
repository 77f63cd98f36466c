import { halfHours, type WeekLoad } from "#shared/load/load.ts";
import styles from "./LoadBar.module.css";

interface LoadBarProps {
  readonly load: WeekLoad;
  /** Hours that fill the whole height; what is beyond is cut, and its number says how much. */
  readonly scale: number;
  readonly isNobody?: boolean;
}

/** Percent of the height that leave room for the triangle under the number. */
const BELOW_CAP = 84;

/** One week: routines below, tasks above them, a line at what there is, and a triangle on what is too much. */
export function LoadBar({ load, scale, isNobody = false }: LoadBarProps) {
  const { capacity, routines, tasks, hours, over } = load;
  const most = over > 0 ? BELOW_CAP : 100;
  const pct = (of: number): string => `${Math.min(most, scale > 0 ? (of / scale) * 100 : 0)}%`;
  const isClosed = !isNobody && halfHours(capacity) === 0;
  const fits = over > 0 ? Math.max(0, Math.min(hours, capacity) - routines) : tasks;
  return (
    <span className={`${styles.frame} ${isClosed ? styles.closed : ""}`} aria-hidden>
      <span className={styles.plot}>
        <span className={`${styles.stack} ${isNobody ? styles.nobodys : ""}`}>
          {over > 0 && <span className={styles.over} style={{ height: pct(hours) }} />}
          <span className={styles.tasks} style={{ height: pct(Math.min(hours, routines + fits)) }} />
          <span className={styles.routines} style={{ height: pct(routines) }} />
          {over > 0 && <span className={styles.cap} style={{ bottom: pct(hours) }} />}
        </span>
        {!isClosed && !isNobody && <span className={styles.line} style={{ bottom: pct(capacity) }} />}
      </span>
    </span>
  );
}

/** What the parts of a bar mean. */
export function LoadKey() {
  return (
    <ul className={styles.key} aria-label="Key">
      <li>
        <span className={`${styles.swatch} ${styles.tasks}`} aria-hidden /> Tasks
      </li>
      <li>
        <span className={`${styles.swatch} ${styles.routines}`} aria-hidden /> Routines
      </li>
      <li>
        <span className={styles.lineSwatch} aria-hidden /> Hours they have
      </li>
      <li>
        <span className={styles.capSwatch} aria-hidden /> Too much
      </li>
      <li>
        <span className={`${styles.swatch} ${styles.closedSwatch}`} aria-hidden /> No hours
      </li>
    </ul>
  );
}
