import type { CSSProperties } from "react";
import { isReached } from "#shared/print/facts.ts";
import type { WorkColumns, WorkLine, WorkLines, WorkPages } from "#shared/print/workPages.ts";
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

/** Every item of the plan, its head repeated on each page. Where pages begin is laid out with the lines. */
export function WorkTable({ work }: { readonly work: WorkPages }) {
  return (
    <section className="work" aria-labelledby="all-work">
      <table style={{ "--row-padding": `${work.padding}pt` } as CSSProperties}>
        <caption>
          <h1 id="all-work">All work</h1>
        </caption>
        <colgroup>
          {ORDER.map((name) => (
            <col key={name} style={{ width: `${work.columns[name]}pt` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Name</th>
            <th scope="col" className="number">
              Start
            </th>
            <th scope="col" className="number">
              Finish
            </th>
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
        {work.sections.map((lines) => (
          <Section key={lines.section.id} {...lines} />
        ))}
      </table>
    </section>
  );
}

function Section({ section, title, startsPage, lines }: WorkLines) {
  const hue = stageHue(section.stageIndex).print;
  return (
    <tbody>
      <tr className={startsPage ? "stage-row new-page" : "stage-row"}>
        <th
          scope="rowgroup"
          className="stage-heading"
          colSpan={ORDER.length}
          style={{ background: tint(hue, 0.12), borderLeftColor: hue }}
        >
          <h2>{title}</h2>
          <span className="stage-summary">{section.summary}</span>
        </th>
      </tr>
      {lines.map((line) => (
        <Row key={line.row.node.item.id} line={line} />
      ))}
      {lines.length === 0 && (
        <tr>
          <td colSpan={ORDER.length} className="quiet">
            Nothing planned in this stage yet.
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Row({ line }: { readonly line: WorkLine }) {
  const { row, continues, startsPage } = line;
  return (
    <>
      {continues && (
        <tr className="continued new-page">
          <td colSpan={ORDER.length}>{continues}</td>
        </tr>
      )}
      <tr className={startsPage && !continues ? "new-page" : undefined}>
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
        <td className="number">{row.finish}</td>
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
