import type { WorkRow, WorkSection } from "#shared/print/workTable.ts";
import { stageHue, tint } from "#shared/timeline/palette.ts";
import { State } from "./marks.tsx";

const DEEPEST = 7;

/** Every item of the plan. The head repeats on each page; a stage's heading stays with its first row. */
export function WorkTable({ sections }: { readonly sections: readonly WorkSection[] }) {
  return (
    <section className="work" aria-labelledby="all-work">
      <table>
        <caption>
          <h1 id="all-work">All work</h1>
        </caption>
        <colgroup>
          <col style={{ width: `${codeWidth(sections)}pt` }} />
          <col />
          <col className="col-kind" />
          <col className="col-date" />
          <col className="col-date" />
          <col className="col-duration" />
          <col className="col-doers" />
          <col className="col-answerer" />
          <col className="col-state" />
          <col className="col-progress" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Start</th>
            <th scope="col">Finish</th>
            <th scope="col">Length</th>
            <th scope="col">Does it</th>
            <th scope="col">Answers for it</th>
            <th scope="col">Status or health</th>
            <th scope="col" className="number">
              Progress
            </th>
          </tr>
        </thead>
        {sections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
      </table>
    </section>
  );
}

/** Room for the longest outline number, within reason. */
function codeWidth(sections: readonly WorkSection[]): number {
  const longest = sections.flatMap((s) => s.rows).reduce((most, row) => Math.max(most, row.code.length), 0);
  return Math.min(90, 14 + longest * 4.4);
}

function Section({ section }: { readonly section: WorkSection }) {
  const hue = stageHue(section.stageIndex).print;
  return (
    <tbody>
      <tr className="stage-row">
        <th scope="rowgroup" colSpan={10} style={{ background: tint(hue, 0.12), borderLeftColor: hue }}>
          <h2>
            <bdi>{section.title}</bdi>
          </h2>
          <span className="stage-summary">{section.summary}</span>
        </th>
      </tr>
      {section.rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {section.rows.length === 0 && (
        <tr>
          <td colSpan={10} className="quiet">
            Nothing planned in this stage yet.
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Row({ row }: { readonly row: WorkRow }) {
  const indent = Math.min(row.depth - 1, DEEPEST);
  return (
    <tr className={row.kind === "Task" ? undefined : "strong"}>
      <td className="code">{row.code}</td>
      <th scope="row" className="name" style={{ paddingLeft: `${indent * 8}pt` }}>
        <bdi>{row.name}</bdi>
      </th>
      <td>{row.kind}</td>
      <td className="date">{row.start}</td>
      <td className="date">{row.finish}</td>
      <td className="date">{row.duration}</td>
      <td>
        <bdi>{row.doers}</bdi>
      </td>
      <td>
        <bdi>{row.answerer}</bdi>
      </td>
      <td>{row.state ? <State state={row.state} /> : "–"}</td>
      <td className="number">{row.progress}</td>
    </tr>
  );
}
