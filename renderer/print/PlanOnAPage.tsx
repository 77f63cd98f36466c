import type { CSSProperties } from "react";
import { count } from "#shared/domain/words.ts";
import type { MilestoneColumns, MilestoneLine, MilestoneList } from "#shared/print/milestoneLines.ts";
import type { PlanHead } from "#shared/print/planHead.ts";
import { ATTENTION_SHARE, type AttentionLine, type PlanPage } from "#shared/print/planPage.ts";
import { GOAL_NAME_SHARE, type StageGoal } from "#shared/print/stageGoals.ts";
import { stageHue } from "#shared/timeline/palette.ts";
import { Lines } from "./Lines.tsx";
import { Diamond, State, StateShape } from "./marks.tsx";
import { RoadDrawing } from "./RoadDrawing.tsx";

const ORDER: readonly (keyof MilestoneColumns)[] = ["name", "stage", "date", "owner", "state", "tasks"];
/** Width of the line under a row. */
const HAIRLINE = 0.5;

/** Where we are going, where we are, what comes next and what needs attention: one page, always. */
export function PlanOnAPage({ page }: { readonly page: PlanPage }) {
  return (
    <section className="sheet plan-page" aria-labelledby="plan-on-a-page">
      <Head head={page.head} />
      <Facts head={page.head} space={page.space.facts} />
      <div style={{ marginTop: `${page.space.chart}pt` }}>
        <RoadDrawing chart={page.chart} />
      </div>
      <div
        className="foot"
        style={{ marginTop: `${page.space.foot}pt`, gridTemplateColumns: `1fr ${ATTENTION_SHARE * 100}%` }}
      >
        <div>
          <Milestones list={page.list} />
          {page.goals.goals.length > 0 && <Goals goals={page.goals.goals} />}
        </div>
        <Attention page={page} />
      </div>
    </section>
  );
}

function Head({ head }: { readonly head: PlanHead }) {
  return (
    <header className="head" style={{ height: `${head.height}pt` }}>
      <div>
        <p className="subtitle">
          <bdi>{head.subtitle}</bdi>
        </p>
        <h1 id="plan-on-a-page" className="company">
          <Lines lines={head.company} />
        </h1>
        {head.vision.length > 0 && (
          <p className="vision">
            <Lines lines={head.vision} />
          </p>
        )}
      </div>
      <dl className="people">
        {head.people.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Facts({ head, space }: { readonly head: PlanHead; readonly space: number }) {
  return (
    <dl className="facts" style={{ height: `${head.factsHeight}pt`, marginTop: `${space}pt` }}>
      {head.facts.map(({ label, value, detail }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="fact-value">
            <Lines lines={value} />
          </dd>
          <dd className="fact-detail">
            <bdi>{detail}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Milestones({ list }: { readonly list: MilestoneList }) {
  const { columns, milestones, milestonesLeft, rowPadding } = list;
  return (
    <section aria-labelledby="milestones">
      <h2 id="milestones">Milestones</h2>
      {milestones.length === 0 ? (
        <p className="quiet">
          {milestonesLeft === 0 ? "No milestones yet." : `${milestonesLeft} in the table of all work.`}
        </p>
      ) : (
        <table className="milestones">
          <colgroup>
            {ORDER.map((name) => (
              <col key={name} style={{ width: `${columns[name]}pt` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Milestone</th>
              <th scope="col">Stage</th>
              <th scope="col">Date</th>
              <th scope="col">Owner</th>
              <th scope="col">Health</th>
              <th scope="col" className="number">
                Tasks
              </th>
            </tr>
          </thead>
          <tbody>
            {milestones.map((line) => (
              <MilestoneRow
                key={line.node.item.id}
                line={line}
                padding={`${(rowPadding - HAIRLINE) / 2}pt`}
              />
            ))}
          </tbody>
        </table>
      )}
      {milestones.length > 0 && milestonesLeft > 0 && (
        <p className="more">and {count(milestonesLeft, "more milestone")} in the table of all work</p>
      )}
    </section>
  );
}

function MilestoneRow({ line, padding }: { readonly line: MilestoneLine; readonly padding: string }) {
  const reached = line.state.tone === "done";
  return (
    <tr style={{ "--row-padding": padding } as CSSProperties}>
      <th scope="row">
        <Lines lines={line.name} />
      </th>
      <td>
        <svg className="mark" width="8pt" height="8pt" viewBox="0 0 8 8" aria-hidden="true">
          <Diamond x={4} y={4} size={3.8} colour={stageHue(line.stageIndex).print} reached={reached} />
        </svg>
        <bdi>{line.stage}</bdi>
      </td>
      <td className="date">{line.date}</td>
      <td>
        <bdi>{line.owner}</bdi>
      </td>
      <td>
        <State state={line.state} />
      </td>
      <td className="number">{line.tasks}</td>
    </tr>
  );
}

/** What each stage must achieve. */
function Goals({ goals }: { readonly goals: readonly StageGoal[] }) {
  return (
    <section className="goals" aria-labelledby="goals">
      <h2 id="goals">What each stage must achieve</h2>
      <dl>
        {goals.map(({ id, stageIndex, name, goal }) => (
          <div key={id} style={{ gridTemplateColumns: `${GOAL_NAME_SHARE * 100}% 1fr` }}>
            <dt>
              <svg className="mark" width="8pt" height="8pt" viewBox="0 0 8 8" aria-hidden="true">
                <rect x={0.5} y={0.5} width={7} height={7} rx={1} fill={stageHue(stageIndex).print} />
              </svg>
              <Lines lines={name} />
            </dt>
            <dd>
              <Lines lines={goal} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Attention({ page }: { readonly page: PlanPage }) {
  const { calm } = page;
  const { attention, attentionLeft } = page.attention;
  return (
    <section className="attention" aria-labelledby="attention">
      <h2 id="attention">Needs attention</h2>
      {attention.length === 0 && attentionLeft === 0 && <p className="quiet">{calm}</p>}
      <ul>
        {attention.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          <AttentionItem key={i} line={line} />
        ))}
      </ul>
      {attentionLeft > 0 && <p className="more">and {attentionLeft} more, marked in the table of all work</p>}
    </section>
  );
}

function AttentionItem({ line }: { readonly line: AttentionLine }) {
  return (
    <li>
      <StateShape shape={line.shape} tone={line.tone} />
      <div>
        <strong>
          <Lines lines={line.name} />
        </strong>
        <span className="reason">
          <Lines lines={line.reason} />
        </span>
      </div>
    </li>
  );
}
