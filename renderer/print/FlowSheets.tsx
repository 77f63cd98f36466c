import type { CSSProperties, ReactNode } from "react";
import {
  FLOW,
  type FlowCell,
  type FlowColumn,
  type FlowGroup,
  type FlowHead,
  type FlowPages,
  type FlowRow,
  type FlowSection,
  type FlowSheet,
  type FlowTable,
} from "#shared/print/layout/flow.ts";
import { headHeight } from "#shared/print/layout/flowCut.ts";
import { Lines } from "./Lines.tsx";
import { StateShape } from "./marks.tsx";
import "./flow.css";

/** Width of the line under a row. */
const HAIRLINE = 0.5;

/** Sheets of headings, sentences and tables, each cut where the layout says. */
export function FlowSheets({ pages }: { readonly pages: FlowPages }) {
  return pages.sheets.map((sheet, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
    <Sheet key={at} sheet={sheet} />
  ));
}

function Sheet({ sheet }: { readonly sheet: FlowSheet }) {
  return (
    <section
      className="sheet flow"
      aria-label={sheet.isContinued ? `${sheet.name}, continued` : sheet.name}
      style={{ "--row-padding": `${(sheet.rowPadding - HAIRLINE) / 2}pt` } as CSSProperties}
    >
      {sheet.isContinued ? <Continued sheet={sheet} /> : <Head head={sheet.head} />}
      {sheet.bands.map(({ columns, widths }, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          key={at}
          className={columns.length > 1 ? "flow-band flow-beside" : "flow-band"}
          style={{
            marginTop: at === 0 ? 0 : `${FLOW.sectionGap}pt`,
            columnGap: `${FLOW.gutter}pt`,
            ...(columns.length > 1
              ? { gridTemplateColumns: widths.map((width) => `${width}pt`).join(" ") }
              : {}),
          }}
        >
          {columns.map((sections) => (
            <div key={sections[0]?.id}>
              {sections.map((section, i) => (
                <Section key={section.id} section={section} isFirst={i === 0} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

function Head({ head }: { readonly head: FlowHead }) {
  const { title, subtitle, lead, hue } = head;
  return (
    <header className="flow-head" style={{ height: `${headHeight(head)}pt` }}>
      <h1>
        {hue && <i className="flow-hue" style={{ background: hue }} />}
        <Lines lines={title} />
      </h1>
      {subtitle.length > 0 && (
        <p className="flow-subtitle">
          <Lines lines={subtitle} />
        </p>
      )}
      {lead.length > 0 && (
        <p className="flow-lead" style={{ marginTop: `${FLOW.leadGap}pt` }}>
          <Lines lines={lead} />
        </p>
      )}
    </header>
  );
}

function Continued({ sheet }: { readonly sheet: FlowSheet }) {
  return (
    <header className="flow-continued" style={{ height: `${FLOW.continued}pt` }}>
      <p>
        <bdi>{sheet.name}</bdi>
        <span className="quiet">, continued</span>
      </p>
    </header>
  );
}

function Section({ section, isFirst }: { readonly section: FlowSection; readonly isFirst: boolean }) {
  const { title, aside, mark, isContinued, texts, table, after } = section;
  return (
    <section style={{ marginTop: isFirst ? 0 : `${FLOW.sectionGap}pt` }}>
      <div className="flow-section-head" style={{ height: `${title === "" ? 0 : FLOW.sectionHead}pt` }}>
        {title === "" ? null : isContinued ? (
          <p className="as-h2">
            <bdi>{title}</bdi>
            <span className="flow-aside">continued</span>
          </p>
        ) : (
          <>
            <h2>
              <bdi>{title}</bdi>
            </h2>
            {aside !== "" && (
              <p className="flow-aside">
                {mark && <StateShape {...mark} />}
                <bdi>{aside}</bdi>
              </p>
            )}
          </>
        )}
      </div>
      {texts.map(({ lines, look }, at) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
          key={at}
          className={`flow-text flow-${look}`}
          style={{ paddingBottom: `${FLOW.textGap}pt` }}
        >
          <Lines lines={lines} />
        </p>
      ))}
      {table && <Table table={table} />}
      {after !== "" && (
        <p className="flow-after" style={{ height: `${FLOW.after}pt` }}>
          {after}
        </p>
      )}
    </section>
  );
}

function Table({ table: { columns, groups } }: { readonly table: FlowTable }) {
  return (
    <table>
      <colgroup>
        {columns.map(({ head, width }) => (
          <col key={head} style={{ width: `${width}pt` }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ height: `${FLOW.tableHead}pt` }}>
          {columns.map(({ head, align }) => (
            <th key={head} scope="col" className={`flow-${align}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.id} group={group} columns={columns} />
      ))}
    </table>
  );
}

interface GroupProps {
  readonly group: FlowGroup;
  readonly columns: readonly FlowColumn[];
}

function Group({ group: { title, aside, hue, rows }, columns }: GroupProps) {
  return (
    <tbody>
      {title !== "" && (
        <tr className="flow-group" style={{ height: `${FLOW.groupHead}pt` }}>
          <th scope="rowgroup" colSpan={columns.length}>
            {hue && <i className="flow-hue" style={{ background: hue }} />}
            <bdi>{title}</bdi>
            {aside !== "" && (
              <span className="flow-aside">
                <bdi>{aside}</bdi>
              </span>
            )}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <Row key={row.id} row={row} columns={columns} />
      ))}
    </tbody>
  );
}

function Row({ row, columns }: { readonly row: FlowRow; readonly columns: readonly FlowColumn[] }) {
  const { cells, height, isSum } = row;
  return (
    <tr style={{ height: `${height}pt` }} className={isSum ? "flow-sum" : undefined}>
      {cells.map((cell, at) => {
        const column = columns[at];
        const span = at === cells.length - 1 ? columns.length - at : 1;
        const align = span > 1 ? "start" : (column?.align ?? "start");
        const look = column?.isFigures && span === 1 ? `flow-${align} flow-figures` : `flow-${align}`;
        return (
          <Field key={column?.head} isHead={at === 0} className={look} span={span}>
            <Cell cell={cell} />
          </Field>
        );
      })}
    </tr>
  );
}

interface FieldProps {
  readonly isHead: boolean;
  readonly className: string;
  readonly span: number;
  readonly children: ReactNode;
}

function Field({ isHead, className, span, children }: FieldProps) {
  if (!isHead)
    return (
      <td className={className} colSpan={span}>
        {children}
      </td>
    );
  return (
    <th scope="row" className={className} colSpan={span}>
      {children}
    </th>
  );
}

function Cell({ cell }: { readonly cell: FlowCell }) {
  const { lines, note, mark, isStrong, isQuiet, label } = cell;
  const look = [isStrong ? "flow-strong" : "", isQuiet ? "flow-quiet" : ""].filter(Boolean).join(" ");
  const words = (
    <>
      {lines.length > 0 && (
        <div className={look || undefined}>
          <Lines lines={lines} />
        </div>
      )}
      {note.length > 0 && (
        <div className="flow-note">
          <Lines lines={note} />
        </div>
      )}
      {label !== "" && <span className="flow-unseen">{label}</span>}
    </>
  );
  if (!mark) return words;
  const hasWords = lines.length + note.length > 0;
  return (
    <div className={hasWords ? "flow-marked" : "flow-mark-alone"}>
      <StateShape {...mark} />
      <div>{words}</div>
    </div>
  );
}
