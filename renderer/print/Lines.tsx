import { Fragment } from "react";

/** Lines broken by the layout, as one run of text for readers and for copying. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <bdi className="lines">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <Fragment key={i}>
          {i > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </bdi>
  );
}
