import { Legend } from "#renderer/print/Legend.tsx";
import { PlanOnAPage } from "#renderer/print/PlanOnAPage.tsx";
import { SheetDrawing } from "#renderer/print/SheetDrawing.tsx";
import { type Day, dayFromNumber, formatDay, formatSpan } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { ellipsise, type Measure, type TextStyle } from "#shared/print/layout/text.ts";
import {
  type PictureKind,
  type PictureRows,
  type TimelinePicture,
  timelinePicture,
} from "#shared/print/picture.ts";
import { companyOf } from "#shared/print/planPage/planHead.ts";
import { planPage } from "#shared/print/planPage/planPage.ts";
import { describeSheet } from "#shared/print/timeline/timelineSheets.ts";

interface Props {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly size: SheetSize;
  readonly picture: PictureKind;
  readonly rows: PictureRows;
  readonly measure: Measure;
}

const TITLE: TextStyle = { size: 15, weight: 600 };

/** What becomes a picture: one section, as a page of the document is. */
export function PictureSheet({ plan, asOf, size, picture, rows, measure }: Props) {
  if (picture === "plan") return <PlanOnAPage page={planPage(plan, asOf, size, measure)} />;
  const drawn = timelinePicture(plan, asOf, size, rows, measure);
  const title = ellipsise(companyOf(plan), size.contentWidth * 0.6, TITLE, measure);
  return <Timeline drawn={drawn} title={title} asOf={asOf} width={size.contentWidth} />;
}

interface TimelineProps {
  readonly drawn: TimelinePicture | null;
  readonly title: string;
  readonly asOf: Day;
  readonly width: number;
}

function Timeline({ drawn, title, asOf, width }: TimelineProps) {
  return (
    <section
      className="sheet timeline-sheet"
      aria-labelledby="timeline-1"
      style={drawn ? { height: `${drawn.height}pt` } : {}}
    >
      <header className="sheet-head" style={drawn ? { height: `${drawn.headingHeight}pt` } : {}}>
        <div className="sheet-title">
          <h1 id="timeline-1" className="as-h1">
            {title}
            {drawn && <span className="locator">, {drawn.sheet.locator}</span>}
          </h1>
        </div>
        {drawn && <Legend shows={drawn.shows} />}
      </header>
      {drawn ? (
        <>
          <SheetDrawing
            id="timeline-1"
            sheet={drawn.sheet}
            columns={drawn.sheet.part.columns}
            width={width}
            paperWidth={width}
            label={describeSheet(drawn.sheet, datesOf(drawn))}
          />
          <p className="note">{`As of ${formatDay(asOf)}. ${drawn.left}`.trim()}</p>
        </>
      ) : (
        <p className="quiet">Nothing in this plan has a date yet.</p>
      )}
    </section>
  );
}

function datesOf({ sheet }: TimelinePicture): string {
  const { firstDay, lastDay } = sheet.chart.span;
  return formatSpan(dayFromNumber(firstDay), dayFromNumber(lastDay));
}
