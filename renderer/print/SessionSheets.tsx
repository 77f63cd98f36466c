import type { ReactNode } from "react";
import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Session } from "#shared/domain/session.ts";
import { notesThatFit } from "#shared/print/session/sessionNotes.ts";
import { type ReportIssue, type SessionReport, sessionReport } from "#shared/print/session/sessionReport.ts";

interface Props {
  readonly plan: Plan;
  readonly session: Session | undefined;
  readonly asOf: Day;
}

/** Two pages of a session: what changed and what was decided; who does what by when. Longer ones go on. */
export function SessionSheets({ plan, session, asOf }: Props) {
  if (!session) return <p className="session-none">That session is no longer in the plan.</p>;
  const report = sessionReport(plan, session, asOf);
  return (
    <>
      <section className="session">
        <Head report={report} />
        <div className="session-halves">
          <Changes report={report} />
          <Decided report={report} />
        </div>
      </section>
      <section className="session session-second">
        <h1>Who does what by when</h1>
        <Actions report={report} />
        <div className="session-foot">
          <dl>
            <dt>Next session</dt>
            <dd>{report.next}</dd>
            {report.left.length > 0 && (
              <>
                <dt>Carried over</dt>
                <dd>
                  <bdi>{report.left.join(", ")}</bdi>
                </dd>
              </>
            )}
          </dl>
        </div>
        <Minutes report={report} />
      </section>
    </>
  );
}

function Head({ report: { title, day, attendees, length } }: { readonly report: SessionReport }) {
  const about = [title.includes(day) ? "" : day, length].filter(Boolean).join(" · ");
  return (
    <header className="session-head">
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p>
        {about}
        {attendees.length > 0 && (
          <>
            {" · With "}
            <bdi>{attendees.join(", ")}</bdi>
          </>
        )}
      </p>
    </header>
  );
}

function Changes({ report: { since, changes } }: { readonly report: SessionReport }) {
  return (
    <section className="session-half">
      <h2>What changed{since !== null && <span className="quiet"> since {since}</span>}</h2>
      {since === null && (
        <p className="quiet">The first session: from here on changes are told against it.</p>
      )}
      {since !== null && changes.length === 0 && (
        <p className="quiet">Nothing was added, moved, done or deleted.</p>
      )}
      {changes.map(({ stage, lines, folds }) => (
        <div key={stage} className="session-group">
          <h3>
            <bdi>{stage}</bdi>
          </h3>
          <ul>
            {lines.map(({ id, name, isMilestone, says, reason }) => (
              <li key={id}>
                <bdi className={isMilestone ? "strong" : undefined}>{name}</bdi>
                <span className="session-says"> {says.join("; ")}</span>
                {reason !== "" && <span className="session-reason">{reason}</span>}
              </li>
            ))}
            {folds.map(({ title, names }) => (
              <li key={title} className="session-fold">
                <span className="strong">{title}:</span> <bdi>{names.join("; ")}</bdi>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Decided({ report: { decisions, gates, solved, raised } }: { readonly report: SessionReport }) {
  const isEmpty = decisions.length + gates.length + solved.length + raised.length === 0;
  return (
    <section className="session-half">
      <h2>What was decided</h2>
      {isEmpty && <p className="quiet">Nothing was recorded.</p>}
      {gates.map(({ id, stage, words, note }) => (
        <Entry key={id} name={`Gate of ${stage}`} about={words}>
          {note}
        </Entry>
      ))}
      {decisions.map(({ id, name, about, outcome, reason }) => (
        <Entry key={id} name={name} about={about} reason={reason}>
          {outcome}
        </Entry>
      ))}
      <Issues title="Issues solved" issues={solved} />
      <Issues title="Issues raised, to be solved" issues={raised} />
    </section>
  );
}

function Issues({ title, issues }: { readonly title: string; readonly issues: readonly ReportIssue[] }) {
  if (issues.length === 0) return null;
  return (
    <div className="session-group">
      <h3>{title}</h3>
      <ul>
        {issues.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface EntryProps {
  readonly name: string;
  readonly about: string;
  readonly reason?: string;
  readonly children: ReactNode;
}

function Entry({ name, about, reason = "", children }: EntryProps) {
  return (
    <div className="session-entry">
      <p>
        <bdi className="strong">{name}</bdi> <span className="quiet">{about}</span>
      </p>
      {children !== "" && (
        <p>
          <bdi>{children}</bdi>
        </p>
      )}
      {reason !== "" && (
        <p className="session-reason">
          <bdi>{reason}</bdi>
        </p>
      )}
    </div>
  );
}

function Actions({ report: { people } }: { readonly report: SessionReport }) {
  if (people.length === 0) return <p className="quiet">Nothing was handed over.</p>;
  return (
    <table className="session-actions">
      <colgroup>
        <col className="col-what" />
        <col className="col-when" />
        <col className="col-where" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">By when</th>
          <th scope="col">Goes towards</th>
        </tr>
      </thead>
      {people.map(({ name, actions }) => (
        <tbody key={name}>
          <tr className="session-person">
            <th scope="rowgroup" colSpan={3}>
              <bdi>{name}</bdi>
            </th>
          </tr>
          {actions.map(({ id, text, by, under, standing }) => (
            <tr key={id}>
              <td>
                <bdi>{text}</bdi>
                {standing !== "" && <span className="quiet"> {standing}</span>}
              </td>
              <td className="date">{by || "no date yet"}</td>
              <td>
                <bdi>{under}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** What was said as a whole, and the notes of each item as far as the second page has room for them. */
function Minutes({ report }: { readonly report: SessionReport }) {
  const { minutes } = report;
  const notes = notesThatFit(report);
  if (minutes === "" && notes.length === 0) return null;
  return (
    <section className="session-notes">
      <h2>Minutes</h2>
      {minutes !== "" && <p className="session-text">{minutes}</p>}
      {notes.length > 0 && (
        <div className="session-said">
          {notes.map(({ id, name, text }) => (
            <div key={id} className="session-item">
              <h3>
                <bdi>{name}</bdi>
              </h3>
              <p className="session-text">{text}</p>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
