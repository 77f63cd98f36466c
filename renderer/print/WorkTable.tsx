import type { CSSProperties } from "react";
import type { WorkColumns, WorkGroup, WorkLine, WorkPages } from "#shared/print/pages/workPages.ts";
import { isReached } from "#shared/print/planPage/facts.ts";
import { stageHue, tint } from "#shared/timeline/palette.ts";
import { Diamond, StateShape } from "./marks.tsx";

const ORDER: readonly (keyof WorkColumns)[] = [
  "code",
  "name",
  "start",
  "finish",
  "duration",
  "doers",
  "answerer",
  "state",
  "progress",
];

interface WorkSheetProps {
  readonly work: WorkPages;
  /** Which of its sheets, 0 the first. */
  readonly at: number;
}

/** Every item of the plan, a table on each sheet. Where sheets begin is laid out with the lines. */
export function WorkSheet({ work, at }: WorkSheetProps) {
  const name = at === 0 ? "All work" : `All work, page ${at + 1}`;
  const shown = ORDER.filter((column) => work.columns[column] > 0);
  const hasFinish = work.columns.finish > 0;
  return (
    <section className="sheet work" aria-label={name}>
      <table style={{ "--row-padding": `${work.padding}pt` } as CSSProperties} aria-label={name}>
        {at === 0 && (
          <caption>
            <h1>All work</h1>
          </caption>
        )}
        <colgroup>
          {shown.map((name) => (
            <col key={name} style={{ width: `${work.columns[name]}pt` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Name</th>
            <th scope="col" className="number">
              {hasFinish ? "Start" : "Dates"}
            </th>
            {hasFinish && (
              <th scope="col" className="number">
                Finish
              </th>
            )}
            <th scope="col" className="number">
              Length
            </th>
            <th scope="col" className="doers">
              Does it
            </th>
            <th scope="col">Answers for it</th>
            <th scope="col">Status or health</th>
            <th scope="col" className="number">
              Progress
            </th>
          </tr>
        </thead>
        {work.sheets[at]?.map((group) => (
          <Group key={group.section.id} {...group} span={shown.length} />
        ))}
      </table>
    </section>
  );
}

interface GroupProps extends WorkGroup {
  /** Columns of the table. */
  readonly span: number;
}

function Group({ section, title, heads, lines, span }: GroupProps) {
  const hue = stageHue(section.stageIndex).print;
  return (
    <tbody>
      {heads && (
        <tr className="stage-row">
          <th
            scope="rowgroup"
            className="stage-heading"
            colSpan={span}
            style={{ background: tint(hue, 0.12), borderLeftColor: hue }}
          >
            <h2>{title}</h2>
            <span className="stage-summary">{section.summary}</span>
          </th>
        </tr>
      )}
      {lines.map((line) => (
        <Row key={line.row.node.item.id} line={line} span={span} />
      ))}
      {section.rows.length === 0 && (
        <tr>
          <td colSpan={span} className="quiet">
            Nothing planned in this stage yet.
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Row({ line, span }: { readonly line: WorkLine; readonly span: number }) {
  const { row, continues } = line;
  return (
    <>
      {continues && (
        <tr className="continued">
          <td colSpan={span}>{continues}</td>
        </tr>
      )}
      <tr>
        <td className="code">{row.code}</td>
        <th
          scope="row"
          className={row.kind === "task" ? undefined : "strong"}
          dir="auto"
          style={{ paddingLeft: `${line.indent}pt` }}
        >
          {row.kind === "milestone" && <MilestoneMark line={line} />}
          {line.name.join("\n")}
        </th>
        <td className="number">{row.start}</td>
        {row.finish !== "" && <td className="number">{row.finish}</td>}
        <td className="number">{row.duration}</td>
        <td dir="auto" className="doers">
          {line.doers.join("\n")}
        </td>
        <td dir="auto">{line.answerer.join("\n")}</td>
        <td className={row.state ? "state" : undefined}>
          {row.state && <StateShape shape={row.state.shape} tone={row.state.tone} />}
          {row.state ? line.state.join("\n") : "–"}
        </td>
        <td className="number">{row.progress}</td>
      </tr>
    </>
  );
}

/** Says in shape, and to readers in a word, that the row is a milestone. */
function MilestoneMark({ line: { row } }: { readonly line: WorkLine }) {
  return (
    <svg
      className="milestone-mark"
      role="img"
      aria-label="Milestone"
      width="8pt"
      height="8pt"
      viewBox="0 0 8 8"
    >
      <Diamond x={4} y={4} size={3.6} colour={stageHue(row.stageIndex).print} reached={isReached(row.node)} />
    </svg>
  );
}
