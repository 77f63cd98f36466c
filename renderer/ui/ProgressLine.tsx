import styles from "./ProgressLine.module.css";

interface ProgressLineProps {
  readonly label: string;
  readonly done: number;
  readonly of: number;
}

/** How much of something countable is done, as a thin line; the numbers stand beside it. */
export function ProgressLine({ label, done, of }: ProgressLineProps) {
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${of}`}
      className={styles.line}
    >
      <span className={styles.fill} style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} />
    </span>
  );
}
