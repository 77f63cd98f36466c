import type { PrintDocument } from "#shared/print/document/document.ts";
import { Leaf } from "./Leaf.tsx";

interface Props {
  readonly document: PrintDocument;
  /** Draws no more sheets than these. */
  readonly most?: number;
}

/** The printed roadmap: every sheet of every section, in order. */
export function PrintedRoadmap({ document, most = Number.POSITIVE_INFINITY }: Props) {
  return document.sections.flatMap((section) =>
    section.about.flatMap((_, at) => {
      const page = section.firstPage + at;
      return page <= most ? [<Leaf key={page} section={section} at={at} />] : [];
    }),
  );
}
