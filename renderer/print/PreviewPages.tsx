import { type CSSProperties, useEffect, useRef, useState } from "react";
import type { DocumentSection, PrintDocument } from "#shared/print/document/document.ts";
import type { PlacedLogo } from "#shared/print/document/logoIn.ts";
import type { RunningWords } from "#shared/print/document/running.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { kindOf, Leaf } from "./Leaf.tsx";
import { leafId } from "./leafId.ts";

interface Props {
  readonly document: PrintDocument;
  readonly wordsFor: (size: SheetSize) => RunningWords;
  readonly logo: PlacedLogo | null;
}

/** Every page on its paper, with what stands in its margins. */
export function PreviewPages({ document, wordsFor, logo }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const widest = Math.max(1, ...document.sections.map(({ size }) => size.width));
  const column = useColumnWidth(list);
  return (
    <ol
      ref={list}
      className="preview-list"
      style={{ "--scale": column / ((widest * 4) / 3) } as CSSProperties}
    >
      {document.sections.flatMap((section) => {
        const words = wordsFor(section.size);
        return section.about.map((_, at) => {
          const page = section.firstPage + at;
          return (
            <Page key={page} section={section} at={at} of={document.pageCount} words={words} logo={logo} />
          );
        });
      })}
    </ol>
  );
}

interface PageProps {
  readonly section: DocumentSection;
  readonly at: number;
  readonly of: number;
  readonly words: RunningWords;
  readonly logo: PlacedLogo | null;
}

function Page({ section, at, of, words, logo }: PageProps) {
  const place = useRef<HTMLLIElement>(null);
  const isNear = useNear(place);
  const page = section.firstPage + at;
  const { width, height, margin } = section.size;
  const { isCover } = kindOf(section);
  const sizes = {
    "--paper-width": `${width}pt`,
    "--paper-height": `${height}pt`,
    "--paper-margin": `${margin.top}pt ${margin.side}pt ${margin.bottom}pt`,
    "--paper-side": `${margin.side}pt`,
    "--paper-top": `${margin.top}pt`,
    "--paper-zoom": section.size.zoom,
  } as CSSProperties;
  return (
    <li id={leafId(page)} ref={place} style={sizes}>
      <article className="preview-room" aria-label={`Page ${page} of ${of}`}>
        <div className="preview-paper">
          {!isCover && <p className="preview-head">{words.head}</p>}
          {!isCover && logo && <Logo logo={logo} zoom={section.size.zoom} />}
          {isNear && <Leaf section={section} at={at} isPreview />}
          <p className="preview-foot">
            <span>{words.foot}</span>
            <span>{`Page ${page} of ${of}`}</span>
          </p>
        </div>
      </article>
      <p className="preview-number" aria-hidden="true">
        {page}
      </p>
    </li>
  );
}

function Logo({ logo, zoom }: { readonly logo: PlacedLogo; readonly zoom: number }) {
  const size = { width: `${logo.width * zoom}pt`, height: `${logo.height * zoom}pt` };
  return <img src={logo.url} alt="" className="preview-logo" style={size} />;
}

/** From when it first comes within a screen of what is seen. */
function useNear(place: { readonly current: Element | null }): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element || isNear) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && setNear(true),
      {
        rootMargin: "100% 0px",
      },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [place, isNear]);
  return isNear;
}

/** Pixels. */
function useColumnWidth(list: { readonly current: Element | null }): number {
  const [width, setWidth] = useState(300);
  useEffect(() => {
    const first = list.current;
    if (!first) return;
    const watch = new ResizeObserver(() => {
      const columns = getComputedStyle(first).gridTemplateColumns;
      setWidth(Number.parseFloat(columns) || 300);
    });
    watch.observe(first);
    const columns = new MutationObserver(() =>
      setWidth(Number.parseFloat(getComputedStyle(first).gridTemplateColumns) || 300),
    );
    columns.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
    return () => {
      watch.disconnect();
      columns.disconnect();
    };
  }, [list]);
  return width;
}
