import { memo, type ReactNode } from "react";
import { nearestPreset, ZOOM_PRESETS } from "#shared/timeline/zoom.ts";
import styles from "./TimelineView.module.css";

interface TimelineToolbarProps {
  readonly pxPerDay: number;
  onZoom(pxPerDay: number): void;
  onStep(steps: number): void;
  onToday(): void;
  onFit(): void;
  /** Tools of others, between the zoom levels and the ways back. */
  readonly children?: ReactNode;
}

/** How far one looks, and the ways back to today and to the whole plan. */
export const TimelineToolbar = memo(function TimelineToolbar({
  pxPerDay,
  onZoom,
  onStep,
  onToday,
  onFit,
  children,
}: TimelineToolbarProps) {
  const current = nearestPreset(pxPerDay).id;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Timeline">
      <fieldset className={styles.segments} aria-label="Zoom level">
        {ZOOM_PRESETS.map((preset) => (
          <button
            key={preset.id}
            type="button"
            className={styles.segment}
            aria-pressed={preset.id === current}
            onClick={() => onZoom(preset.unitsPerDay)}
          >
            {preset.label}
          </button>
        ))}
      </fieldset>
      {children}
      <span className={styles.gap} />
      <ToolButton label="Today" hint="Go to today (T)" onClick={onToday} />
      <ToolButton label="Fit" hint="Show the whole plan (F)" onClick={onFit} />
      <ToolButton label="−" name="Zoom out" hint="Zoom out (−)" onClick={() => onStep(-1)} />
      <ToolButton label="+" name="Zoom in" hint="Zoom in (+)" onClick={() => onStep(1)} />
    </div>
  );
});

interface ToolButtonProps {
  readonly label: string;
  readonly name?: string;
  readonly hint: string;
  onClick(): void;
}

function ToolButton({ label, name, hint, onClick }: ToolButtonProps) {
  return (
    <button type="button" className={styles.tool} title={hint} aria-label={name ?? label} onClick={onClick}>
      {label}
    </button>
  );
}
