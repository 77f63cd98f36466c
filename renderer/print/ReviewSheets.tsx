import type { ReactNode } from "react";
import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Review } from "#shared/domain/review.ts";
import { type ReviewGroup, type ReviewLine, reviewReport } from "#shared/print/session/reviewReport.ts";
import { PREMORTEM_QUESTION } from "#shared/review/words.ts";

interface Props {
  readonly plan: Plan;
  readonly review: Review | undefined;
  readonly asOf: Day;
}

/** A review sheet: how it could fail, what the plan takes for true, and what is weak in it. */
export function ReviewSheets({ plan, review, asOf }: Props) {
  if (!review) return <p className="session-none">That review is no longer in the plan.</p>;
  const report = reviewReport(plan, review, asOf);
  const nothing = <p className="quiet">Nothing was written down.</p>;
  return (
    <section className="session review">
      <header className="session-head">
        <h1>
          <bdi>{report.title}</bdi>
        </h1>
        <p>{report.about}</p>
      </header>
      <div className="session-halves">
        <Part title={PREMORTEM_QUESTION}>
          {report.premortem.length > 0 ? <Lines lines={report.premortem} /> : nothing}
        </Part>
        <Part title="What the plan takes for true">
          {report.assumptions.length > 0 ? <Lines lines={report.assumptions} /> : nothing}
        </Part>
      </div>
      <Part title="What is weak in the plan">
        <p className="quiet">{report.tally}</p>
        {report.groups.map((group, i) => (
          <Group key={group.key} group={group} isFirst={report.groups[i - 1]?.severity !== group.severity} />
        ))}
      </Part>
      {report.notes !== "" && (
        <Part title="Notes">
          <p className="session-text">{report.notes}</p>
        </Part>
      )}
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="review-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The first of its severity stands under that word. */
function Group({ group, isFirst }: { readonly group: ReviewGroup; readonly isFirst: boolean }) {
  const { severity, title, why, lines, more } = group;
  return (
    <>
      {isFirst && <h3 className="review-severity">{severity}</h3>}
      <div className="review-group">
        <p className="review-check">
          <span className="strong">{title}</span> <span className="quiet">{why}</span>
        </p>
        <Lines lines={lines} />
        {more !== "" && <p className="quiet">{more}</p>}
      </div>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly ReviewLine[] }) {
  return (
    <ul>
      {lines.map(({ id, text, said }) => (
        <li key={id}>
          <bdi>{text}</bdi>
          {said !== "" && (
            <span className="session-says">
              {" "}
              <bdi>{said}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
