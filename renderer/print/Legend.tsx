import type { Timeline } from "#shared/print/timeline/timelineSheets.ts";
import { Diamond } from "./marks.tsx";

/** What the shapes of the timeline mean. */
export function Legend({ shows }: { readonly shows: Timeline["shows"] }) {
  return (
    <ul className="legend" aria-label="Legend">
      <li>
        <svg width="18pt" height="8pt" viewBox="0 0 18 8" aria-hidden="true">
          <rect className="legend-bar" x="0.5" y="1" width="17" height="6" rx="1.5" />
          <rect className="legend-done" x="0.5" y="1" width="9" height="6" rx="1.5" />
        </svg>
        Task, done part solid
      </li>
      {shows.critical && (
        <li>
          <svg width="18pt" height="8pt" viewBox="0 0 18 8" aria-hidden="true">
            <rect className="legend-bar" x="0.5" y="1" width="17" height="6" rx="1.5" />
            <rect className="critical" x="0.5" y="1" width="17" height="6" rx="1.5" />
          </svg>
          Critical path
        </li>
      )}
      {shows.baseline && (
        <li>
          <svg width="18pt" height="8pt" viewBox="0 0 18 8" aria-hidden="true">
            <path className="ghost" d="M1 2.6V5.4M1 4H17M17 2.6V5.4" />
          </svg>
          Baseline
        </li>
      )}
      <li>
        <svg width="18pt" height="8pt" viewBox="0 0 18 8" aria-hidden="true">
          <path className="bracket" d="M1 6.5V2H17V6.5" />
        </svg>
        Group
      </li>
      <li>
        <svg width="20pt" height="9pt" viewBox="0 0 20 9" aria-hidden="true">
          <Diamond x={5} y={4.5} size={4.2} colour="#555b66" reached={false} />
          <Diamond x={15} y={4.5} size={4.2} colour="#555b66" reached={true} />
        </svg>
        Milestone ahead, reached
      </li>
      <li>
        <svg width="14pt" height="8pt" viewBox="0 0 14 8" aria-hidden="true">
          <path className="link" d="M1 1V5H11" />
          <path className="link-head" d="M13 5L9.6 3.2V6.8Z" />
        </svg>
        What follows
      </li>
      {shows.away && (
        <li>
          <svg width="10pt" height="9pt" viewBox="0 0 10 9" aria-hidden="true">
            <path className="link" d="M1 2H5V6" />
            <path className="link-head" d="M5 9L3.1 5.8H6.9Z" />
          </svg>
          Goes on on another sheet
        </li>
      )}
      <li>
        <svg width="6pt" height="9pt" viewBox="0 0 6 9" aria-hidden="true">
          <line className="today" x1="3" x2="3" y1="0" y2="9" />
        </svg>
        As of
      </li>
    </ul>
  );
}
