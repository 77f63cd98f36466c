/** Where in the pages somebody is, and where a key takes them. */
import { isLive } from "#shared/present/lines.ts";
import type { PresentPage } from "#shared/present/pages.ts";

export interface Place {
  readonly pageKey: string;
  /** Where that page stood last, for when it is gone. */
  readonly at: number;
  /** The line in focus. */
  readonly lineKey: string | null;
}

export type Wish =
  | { readonly kind: "leave" | "edit" | "tick" | "first" | "last" }
  | { readonly kind: "page" | "line"; readonly by: 1 | -1 }
  | { readonly kind: "stage"; readonly number: number };

type Pages = readonly PresentPage[];

const WISHES: Record<string, Wish> = {
  ArrowRight: { kind: "page", by: 1 },
  PageDown: { kind: "page", by: 1 },
  ArrowLeft: { kind: "page", by: -1 },
  PageUp: { kind: "page", by: -1 },
  ArrowDown: { kind: "line", by: 1 },
  ArrowUp: { kind: "line", by: -1 },
  Home: { kind: "first" },
  End: { kind: "last" },
  Enter: { kind: "tick" },
  Escape: { kind: "leave" },
  e: { kind: "edit" },
  E: { kind: "edit" },
};

/** What a key asks for; null for keys that mean nothing here. */
export function asked({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): Wish | null {
  if (key === " ") return { kind: "page", by: shiftKey ? -1 : 1 };
  if (/^[1-9]$/.test(key)) return { kind: "stage", number: Number(key) };
  return WISHES[key] ?? null;
}

/** The place among the pages as they are now: an edit may have taken a line or a page away. */
export function placeIn(pages: Pages, wanted: Place): Place {
  const found = pages.findIndex(({ key }) => key === wanted.pageKey);
  const at = found >= 0 ? found : Math.min(wanted.at, pages.length - 1);
  const page = pages[at] as PresentPage;
  const lineKey = page.lines.some((line) => line.key === wanted.lineKey && isLive(line))
    ? wanted.lineKey
    : null;
  return { pageKey: page.key, at, lineKey };
}

export function stepFrom(pages: Pages, place: Place, wish: Wish): Place {
  switch (wish.kind) {
    case "page":
      return pageAt(pages, place.at + wish.by);
    case "first":
      return pageAt(pages, 0);
    case "last":
      return pageAt(pages, pages.length - 1);
    case "line":
      return lineFrom(pages, place, wish.by);
    case "stage": {
      const at = pages.findIndex((page) => page.kind === "stage" && page.number === wish.number);
      return at < 0 ? place : pageAt(pages, at);
    }
    default:
      return place;
  }
}

function pageAt(pages: Pages, wanted: number): Place {
  const at = Math.max(0, Math.min(pages.length - 1, wanted));
  return { pageKey: (pages[at] as PresentPage).key, at, lineKey: null };
}

/** Up and down go through the lines of a page, and on to the next page at its end. */
function lineFrom(pages: Pages, place: Place, by: 1 | -1): Place {
  const lines = (pages[place.at] as PresentPage).lines.filter(isLive);
  const now = lines.findIndex(({ key }) => key === place.lineKey);
  const next = now < 0 ? (by > 0 ? 0 : -1) : now + by;
  const line = lines[next];
  if (line) return { ...place, lineKey: line.key };
  const there = pageAt(pages, place.at + by);
  return there.at === place.at ? place : there;
}
