import type { PageKind } from "./pageRules.ts";

/** In place of a document that would have no page. */
export function NothingToPrint({ kind }: { readonly kind: PageKind }) {
  return (
    <div className="leaf" data-page={kind.name}>
      <section className="sheet decisions">
        <h1>Nothing to print</h1>
        <p className="decisions-note">
          The sections that were chosen hold nothing yet. Write down who decides, or plan some work, then
          print again.
        </p>
      </section>
    </div>
  );
}
