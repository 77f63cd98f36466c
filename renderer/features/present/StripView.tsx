import type { CSSProperties } from "react";
import type { Id } from "#shared/domain/fields.ts";
import type { Strip } from "#shared/present/strip.ts";
import styles from "./Present.module.css";

interface StripViewProps {
  readonly strip: Strip | null;
  /** The stage of this page. */
  readonly stageId: Id | null;
  readonly at: number;
  readonly of: number;
  readonly canEdit: boolean;
}

const HUES = 6;

/** Where in the whole this page is, and where today is; below it the keys, small. */
export function StripView({ strip, stageId, at, of, canEdit }: StripViewProps) {
  return (
    <footer className={styles.foot}>
      {strip && (
        <div className={styles.strip} aria-hidden>
          {strip.stages.map(({ id, number, name, from, width }) => (
            <span
              key={id}
              className={styles.stage}
              data-now={id === stageId || undefined}
              style={placed(from, width, number)}
            >
              {width > 0.05 && <span className={styles.stageName}>{`${number} ${name}`}</span>}
            </span>
          ))}
          {strip.today !== null && (
            <span className={styles.today} style={{ left: `${strip.today * 100}%` }}>
              Today
            </span>
          )}
        </div>
      )}
      <p className={styles.keys}>
        <span>
          ← → pages · 1–9 stages · ↑ ↓ lines{canEdit ? " · Enter ticks · E edits" : ""} · Esc leaves
        </span>
        <span>
          {at + 1} / {of}
        </span>
      </p>
    </footer>
  );
}

function placed(from: number, width: number, number: number): CSSProperties {
  const hue = ((number - 1) % HUES) + 1;
  return {
    left: `${from * 100}%`,
    width: `${width * 100}%`,
    "--hue": `var(--stage-${hue})`,
    "--hue-subtle": `var(--stage-${hue}-subtle)`,
  } as CSSProperties;
}
