import type {
  DecisionColumns,
  DecisionGroup,
  DecisionLine,
  DecisionPages,
} from "#shared/print/pages/decisionPages.ts";
import { Lines } from "./Lines.tsx";

const ORDER: readonly (keyof DecisionColumns)[] = ["matter", "who", "far", "limit", "review"];
const HEADS: Record<keyof DecisionColumns, string> = {
  matter: "Matter",
  who: "Who",
  far: "How far",
  limit: "Up to",
  review: "Look again on",
};

interface DecisionSheetProps {
  readonly decisions: DecisionPages;
  /** Which of its sheets, 0 the first. */
  readonly at: number;
}

/** Who decides, to be signed: the lines to sign on stand on the last sheet. */
export function DecisionSheet({ decisions, at }: DecisionSheetProps) {
  return (
    <section
      className="sheet decisions"
      aria-label={at === 0 ? "Who decides" : `Who decides, page ${at + 1}`}
    >
      <header>
        {at === 0 ? <h1>Who decides</h1> : <p className="as-h1">Who decides, continued</p>}
        <p className="decisions-note">
          <bdi>{decisions.company}</bdi>. {decisions.note}
        </p>
      </header>
      <Table columns={decisions.columns} groups={decisions.pages[at] ?? []} />
      {at === decisions.pages.length - 1 && <Signatures decisions={decisions} />}
    </section>
  );
}

function Table({
  columns,
  groups,
}: {
  readonly columns: DecisionColumns;
  readonly groups: readonly DecisionGroup[];
}) {
  return (
    <table>
      <colgroup>
        {ORDER.map((name) => (
          <col key={name} style={{ width: `${columns[name]}pt` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {ORDER.map((name) => (
            <th key={name} scope="col" className={name === "limit" ? "number" : undefined}>
              {HEADS[name]}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.title}>
          <tr className="decisions-group">
            <th scope="rowgroup" colSpan={ORDER.length}>
              <bdi>{group.title}</bdi>
            </th>
          </tr>
          {group.lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ line }: { readonly line: DecisionLine }) {
  return (
    <tr style={{ height: `${line.height}pt` }}>
      <th scope="row">
        <Lines lines={line.matter} />
      </th>
      <td>
        <Lines lines={line.who} />
      </td>
      <td>
        <Lines lines={line.far} />
      </td>
      <td className="number">{line.limit.join("\n")}</td>
      <td>
        <Lines lines={line.review} />
      </td>
    </tr>
  );
}

function Signatures({ decisions: { signers } }: { readonly decisions: DecisionPages }) {
  return (
    <div className="signatures">
      {signers.map(({ role, name }) => (
        <dl key={role}>
          <div className="sign-here">
            <dt>Signature</dt>
            <dd />
          </div>
          <div className="sign-date">
            <dt>Date</dt>
            <dd />
          </div>
          <div className="sign-name">
            <dt className="visually-hidden">Name</dt>
            <dd>
              <strong>
                <bdi>{name || " "}</bdi>
              </strong>
              <span>
                <bdi>{role}</bdi>
              </span>
            </dd>
          </div>
        </dl>
      ))}
    </div>
  );
}
