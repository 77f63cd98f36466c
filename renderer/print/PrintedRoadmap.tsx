import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { decisionPages } from "#shared/print/decisionPages.ts";
import type { SheetSize } from "#shared/print/paper.ts";
import { planPage } from "#shared/print/planPage.ts";
import type { PrintPart } from "#shared/print/request.ts";
import type { Measure } from "#shared/print/text.ts";
import { timelineSheets } from "#shared/print/timelineSheets.ts";
import { workPages } from "#shared/print/workPages.ts";
import { workSections } from "#shared/print/workTable.ts";
import { DecisionSheets } from "./DecisionSheets.tsx";
import { PlanOnAPage } from "./PlanOnAPage.tsx";
import { SessionSheets } from "./SessionSheets.tsx";
import { TimelineSheets } from "./TimelineSheets.tsx";
import { WorkTable } from "./WorkTable.tsx";

interface Props {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly size: SheetSize;
  readonly measure: Measure;
  readonly part?: PrintPart;
  readonly sessionId?: Id | null;
}

/** The whole printed roadmap: a plan on a page, the timeline, who decides, and the table of all work; or a part. */
export function PrintedRoadmap({ plan, asOf, size, measure, part = "roadmap", sessionId = null }: Props) {
  if (part === "session")
    return <SessionSheets plan={plan} session={plan.sessions.get(sessionId ?? "")} asOf={asOf} />;
  const decisions = decisionPages(plan, asOf, size, measure);
  if (part === "decisions") return decisions ? <DecisionSheets decisions={decisions} /> : <NothingToSign />;
  const timeline = timelineSheets(plan, asOf, size, measure);
  const sections = workSections(plan, asOf);
  const hasWork = sections.some((section) => section.rows.length > 0);
  return (
    <>
      <PlanOnAPage page={planPage(plan, asOf, size, measure)} />
      {timeline && <TimelineSheets timeline={timeline} width={size.contentWidth} />}
      {decisions && <DecisionSheets decisions={decisions} />}
      {hasWork && <WorkTable work={workPages(sections, size, measure)} />}
    </>
  );
}

function NothingToSign() {
  return (
    <section className="sheet decisions">
      <h1>Who decides</h1>
      <p className="decisions-note">Nothing is written down yet. Add the matters first, then print them.</p>
    </section>
  );
}
