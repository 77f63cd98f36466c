import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { SheetSize } from "#shared/print/paper.ts";
import { planPage } from "#shared/print/planPage.ts";
import type { Measure } from "#shared/print/text.ts";
import { timelineSheets } from "#shared/print/timelineSheets.ts";
import { workPages } from "#shared/print/workPages.ts";
import { workSections } from "#shared/print/workTable.ts";
import { PlanOnAPage } from "./PlanOnAPage.tsx";
import { TimelineSheets } from "./TimelineSheets.tsx";
import { WorkTable } from "./WorkTable.tsx";

interface Props {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly size: SheetSize;
  readonly measure: Measure;
}

/** The whole printed roadmap: a plan on a page, the timeline, and the table of all work. */
export function PrintedRoadmap({ plan, asOf, size, measure }: Props) {
  const timeline = timelineSheets(plan, asOf, size, measure);
  const sections = workSections(plan, asOf);
  const hasWork = sections.some((section) => section.rows.length > 0);
  return (
    <>
      <PlanOnAPage page={planPage(plan, asOf, size, measure)} />
      {timeline && <TimelineSheets timeline={timeline} width={size.contentWidth} />}
      {hasWork && <WorkTable work={workPages(sections, size, measure)} />}
    </>
  );
}
