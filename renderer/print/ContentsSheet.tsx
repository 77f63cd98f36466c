import { CONTENTS_LINE, type Heading } from "#shared/print/contentsPages.ts";
import { leafId } from "./leafId.ts";
import "./contents.css";

interface Props {
  readonly headings: readonly Heading[];
  readonly isFirst: boolean;
}

/** What stands where; each line leads there. */
export function ContentsSheet({ headings, isFirst }: Props) {
  return (
    <section className="sheet contents" aria-label={isFirst ? "Contents" : "Contents, continued"}>
      {isFirst ? <h1>Contents</h1> : <p className="as-h1">Contents, continued</p>}
      <ol>
        {headings.map(({ title, level, page }) => (
          <li
            key={`${page} ${title}`}
            className={`contents-${level}`}
            style={{ height: `${CONTENTS_LINE[level]}pt` }}
          >
            <a href={`#${leafId(page)}`}>
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
    </section>
  );
}
