import bars from "./bars.module.css";

export type BarLook = "ceo" | "strategy" | "execution";

interface ShareBarProps {
  readonly parts: readonly { readonly look: BarLook; readonly pct: number }[];
  readonly wantedPct: number | null;
}

/** A bar from 0 to 100 % with a pole where it should end. What it shows stands in words beside it. */
export function ShareBar({ parts, wantedPct }: ShareBarProps) {
  return (
    <span className={bars.track} aria-hidden>
      {parts.map(({ look, pct }) => (
        <span key={look} className={bars[look]} style={{ width: `${pct}%` }} />
      ))}
      {wantedPct !== null && <span className={bars.pole} style={{ left: `${wantedPct}%` }} />}
    </span>
  );
}
