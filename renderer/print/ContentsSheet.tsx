import {
  CONTENTS_GAP,
  CONTENTS_LINE,
  type ContentsPages,
  type Heading,
} from "#shared/print/document/contentsPages.ts";
import { leafId } from "./leafId.ts";
import "./contents.css";

interface Props {
  readonly contents: ContentsPages;
  /** Which of its sheets, 0 the first. */
  readonly at: number;
  /** Its links are for the mouse then: the keyboard passes on to what can be done. */
  readonly isPreview: boolean;
}

/** What stands where; each line leads there. */
export function ContentsSheet({ contents: { columnWidth, sheets }, at, isPreview }: Props) {
  const isFirst = at === 0;
  return (
    <section className="sheet contents" aria-label={isFirst ? "Contents" : "Contents, continued"}>
      {isFirst ? <h1>Contents</h1> : <p className="as-h1">Contents, continued</p>}
      <div className="contents-columns" style={{ columnGap: `${CONTENTS_GAP}pt` }}>
        {sheets[at]?.columns.map((headings) => (
          <Column key={headings[0]?.title} headings={headings} width={columnWidth} isPreview={isPreview} />
        ))}
      </div>
    </section>
  );
}

interface ColumnProps {
  readonly headings: readonly Heading[];
  readonly width: number;
  readonly isPreview: boolean;
}

function Column({ headings, width, isPreview }: ColumnProps) {
  return (
    <ol style={{ width: `${width}pt` }}>
      {headings.map(({ title, level, page }) => (
        <li
          key={`${page} ${title}`}
          className={`contents-${level}`}
          style={{ height: `${CONTENTS_LINE[level]}pt` }}
        >
          <a href={`#${leafId(page)}`} tabIndex={isPreview ? -1 : undefined}>
            <bdi>{title}</bdi>
            <span className="contents-dots" aria-hidden="true" />
            <span className="contents-page">
              <span className="contents-unseen">page </span>
              {page}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
