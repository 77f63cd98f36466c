import type { CoverPage } from "#shared/print/document/coverPage.ts";
import { Lines } from "./Lines.tsx";
import "./cover.css";

/** Whose roadmap it is, which state of it, who made it for whom, and where it goes. */
export function CoverSheet({ cover: { logo, company, name, vision, facts } }: { readonly cover: CoverPage }) {
  return (
    <section className="sheet cover" aria-label="Cover">
      <div className="cover-logo">
        {logo && (
          <img
            src={logo.url}
            alt={`Logo of ${company.join(" ")}`}
            style={{ width: `${logo.width}pt`, height: `${logo.height}pt` }}
          />
        )}
      </div>
      <div className="cover-bar" />
      <h1>
        <Lines lines={company} />
      </h1>
      {name.length > 0 && (
        <p className="cover-name">
          <Lines lines={name} />
        </p>
      )}
      {vision.length > 0 && (
        <p className="cover-vision">
          <Lines lines={vision} />
        </p>
      )}
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Lines lines={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
