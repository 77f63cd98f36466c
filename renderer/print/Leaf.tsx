/** One sheet of the document, by itself: paper and preview draw the same. */
import { memo, useLayoutEffect, useRef } from "react";
import { assertNever } from "#shared/domain/result.ts";
import type { DocumentSection } from "#shared/print/document/document.ts";
import { ContentsSheet } from "./ContentsSheet.tsx";
import { CoverSheet } from "./CoverSheet.tsx";
import { DecisionSheet } from "./DecisionSheets.tsx";
import { FlowSheets } from "./FlowSheets.tsx";
import { homeOfPlan } from "./fonts.ts";
import { markLanguages } from "./languages.ts";
import { leafId } from "./leafId.ts";
import { PlanOnAPage } from "./PlanOnAPage.tsx";
import { type PageKind, pageKind } from "./pageRules.ts";
import { TimelineSheet } from "./TimelineSheets.tsx";
import { WorkSheet } from "./WorkTable.tsx";

interface LeafProps {
  readonly section: DocumentSection;
  /** Which of its sheets, 0 the first. */
  readonly at: number;
  /** There the page around it is what the contents link to. */
  readonly isPreview?: boolean;
}

/** Drawn once: what is laid out never changes. */
export const Leaf = memo(function Leaf({ section, at, isPreview = false }: LeafProps) {
  const leaf = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (leaf.current) markLanguages(leaf.current, homeOfPlan());
  });
  return (
    <div
      ref={leaf}
      className="leaf"
      id={isPreview ? undefined : leafId(section.firstPage + at)}
      data-page={kindOf(section).name}
    >
      <Sheet section={section} at={at} isPreview={isPreview} />
    </div>
  );
}, isSame);

function isSame(a: LeafProps, b: LeafProps): boolean {
  const isThere = a.isPreview === true || a.section.firstPage === b.section.firstPage;
  return a.section.body === b.section.body && a.at === b.at && a.isPreview === b.isPreview && isThere;
}

/** The kind of sheet its pages are on. */
export function kindOf({ section, size }: DocumentSection): PageKind {
  return pageKind(size, section === "cover");
}

function Sheet({ section: { body, size }, at, isPreview }: Required<LeafProps>) {
  switch (body.kind) {
    case "cover":
      return <CoverSheet cover={body.cover} />;
    case "contents":
      return <ContentsSheet contents={body.contents} at={at} isPreview={isPreview} />;
    case "plan":
      return <PlanOnAPage page={body.page} />;
    case "flow":
      return <FlowSheets pages={{ sheets: body.pages.sheets.slice(at, at + 1) }} />;
    case "timeline":
      return <TimelineSheet timeline={body.timeline} at={at} width={size.contentWidth} />;
    case "decisions":
      return <DecisionSheet decisions={body.decisions} at={at} />;
    case "work":
      return <WorkSheet work={body.work} at={at} />;
    default:
      return assertNever(body, "every kind of section is drawn");
  }
}
