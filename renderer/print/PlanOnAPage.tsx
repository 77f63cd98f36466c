import type { CSSProperties } from "react";
import { count } from "#shared/domain/words.ts";
import { LIST } from "#shared/print/layout/planText.ts";
import type {
  MilestoneColumns,
  MilestoneLine,
  MilestoneList,
} from "#shared/print/planPage/milestoneLines.ts";
import type { Brief, BriefLine } from "#shared/print/planPage/planBrief.ts";
import { BRIEF_GAP } from "#shared/print/planPage/planBrief.ts";
import { GATE_GAP, type GateCell, type GateStrip } from "#shared/print/planPage/planGates.ts";
import { PLAN_TITLE, type PlanHead } from "#shared/print/planPage/planHead.ts";
import { BRIEF_SHARE, FOOT_GAP, type PlanPage } from "#shared/print/planPage/planPage.ts";
import { GOAL_NAME_SHARE, type StageGoal } from "#shared/print/planPage/stageGoals.ts";
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
        <RoadDrawing chart={page.chart} gates={page.gates.marks} />
      </div>
      {page.gates.cells.length > 0 && <Gates gates={page.gates} space={page.space.gates} />}
      <div
        className="foot"
        style={{
          marginTop: `${page.space.foot}pt`,
          ...(page.isStacked
            ? { rowGap: `${LIST.gap}pt` }
            : { columnGap: `${FOOT_GAP}pt`, gridTemplateColumns: `1fr ${BRIEF_SHARE * 100}%` }),
        }}
      >
        <div>
          <Milestones list={page.list} />
          {page.goals.goals.length > 0 && <Goals goals={page.goals.goals} />}
        </div>
        <InBrief brief={page.brief} />
      </div>
    </section>
  );
}

function Head({ head }: { readonly head: PlanHead }) {
  return (
    <header className="head" style={{ height: `${head.height}pt` }}>
      <div>
        <div className="subtitle">
          <h1 id="plan-on-a-page">{PLAN_TITLE}</h1>
          <span>
            <bdi>{head.subtitle}</bdi>
          </span>
        </div>
        <p className="company">
          <Lines lines={head.company} />
        </p>
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
  const { columns, milestones, milestonesLeft, reachedLeft, rowPadding } = list;
  const reached = reachedLeft > 0 ? `, ${reachedLeft} of them reached` : "";
  return (
    <section aria-labelledby="milestones">
      <h2 id="milestones">Milestones</h2>
      {milestones.length === 0 ? (
        <p className="quiet">
          {milestonesLeft === 0 ? "No milestones yet." : `${count(milestonesLeft, "milestone")}${reached}.`}
        </p>
      ) : (
        <table className="milestones">
          <colgroup>
            {ORDER.filter((name) => columns[name] > 0).map((name) => (
              <col key={name} style={{ width: `${columns[name]}pt` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Milestone</th>
              {columns.stage > 0 && <th scope="col">Stage</th>}
              <th scope="col">Date</th>
              <th scope="col">Owner</th>
              <th scope="col">Health</th>
              {columns.tasks > 0 && (
                <th scope="col" className="number">
                  Tasks
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {milestones.map((line) => (
              <MilestoneRow
                key={line.node.item.id}
                line={line}
                columns={columns}
                padding={`${(rowPadding - HAIRLINE) / 2}pt`}
              />
            ))}
          </tbody>
        </table>
      )}
      {milestones.length > 0 && milestonesLeft > 0 && (
        <p className="more">
          and {count(milestonesLeft, "more milestone")}
          {reached}
        </p>
      )}
    </section>
  );
}

interface RowProps {
  readonly line: MilestoneLine;
  readonly columns: MilestoneColumns;
  readonly padding: string;
}

function MilestoneRow({ line, columns, padding }: RowProps) {
  const isNarrow = columns.stage === 0;
  return (
    <tr style={{ "--row-padding": padding } as CSSProperties}>
      <th scope="row" className={isNarrow ? "marked-name" : undefined}>
        {isNarrow && <StageDiamond line={line} />}
        <Lines lines={line.name} />
      </th>
      {!isNarrow && (
        <td>
          <StageDiamond line={line} />
          <bdi>{line.stage}</bdi>
        </td>
      )}
      <td className="date">{line.date}</td>
      <td>
        <bdi>{line.owner}</bdi>
      </td>
      <td>
        <State state={line.state} />
      </td>
      {columns.tasks > 0 && <td className="number">{line.tasks}</td>}
    </tr>
  );
}

function StageDiamond({ line: { state, stageIndex } }: { readonly line: MilestoneLine }) {
  return (
    <svg className="mark" width="8pt" height="8pt" viewBox="0 0 8 8" aria-hidden="true">
      <Diamond x={4} y={4} size={3.8} colour={stageHue(stageIndex).print} reached={state.tone === "done"} />
    </svg>
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

/** Where each gate stands, in shape and word. */
function Gates({ gates: { cells, height }, space }: { readonly gates: GateStrip; readonly space: number }) {
  return (
    <section
      className="gates"
      aria-label="Gates"
      style={{ height: `${height}pt`, marginTop: `${space}pt`, columnGap: `${GATE_GAP}pt` }}
    >
      {cells.map((cell) => (
        <GateOf key={cell.id} cell={cell} />
      ))}
    </section>
  );
}

function GateOf({ cell: { stageIndex, title, mark, state, detail } }: { readonly cell: GateCell }) {
  return (
    <div style={{ borderTopColor: stageHue(stageIndex).print }}>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p className="state">
        <StateShape {...mark} />
        {state}
      </p>
      <p className="reason">
        <Lines lines={detail} />
      </p>
    </div>
  );
}

/** A part at least as high as its title and a line below it. */
const ROOM_FOR_MORE = 24;

/** What changed, what is asked, what is in the way, what needs attention, who has too much. */
function InBrief({ brief }: { readonly brief: Brief }) {
  return (
    <div className="brief">
      {brief.parts.map(({ id, title, lines, left, height }) => (
        <section key={id} style={{ height: `${height}pt`, gridTemplateColumns: `${brief.labelWidth}pt 1fr` }}>
          <div>
            <h2>{title}</h2>
            {left > 0 && height >= ROOM_FOR_MORE && <p className="reason">and {left} more</p>}
          </div>
          <ul>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
              <BriefItem key={at} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function BriefItem({ line: { mark, name, detail, isInline, height } }: { readonly line: BriefLine }) {
  return (
    <li
      className={mark ? "brief-marked" : undefined}
      style={{ height: `${height}pt`, marginBottom: `${BRIEF_GAP.line}pt` }}
    >
      {mark && <StateShape {...mark} />}
      <div className={isInline ? "brief-inline" : undefined}>
        {name.length > 0 && (
          <strong>
            <Lines lines={name} />
          </strong>
        )}
        {detail.length > 0 && (
          <span className="reason">
            <Lines lines={detail} />
          </span>
        )}
      </div>
    </li>
  );
}
