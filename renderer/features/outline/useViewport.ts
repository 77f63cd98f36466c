import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** First and one past the last row to draw, some spare rows around the visible ones included. */
  readonly from: number;
  readonly to: number;
  onScroll(): void;
}

const SPARE_ROWS = 8;
/** Used until the element has been measured, and where nothing can be measured. */
const ASSUMED = { width: 1_080, height: 680 };

/** The size of a scrolling element and which of its rows are in sight. Renders only when another row comes in. */
export function useViewport(
  ref: RefObject<HTMLElement | null>,
  rowHeight: number,
  headerHeight: number,
): Viewport {
  const [size, setSize] = useState(ASSUMED);
  const [first, setFirst] = useState(0);
  const firstNow = useRef(0);

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = (): void => {
      const width = element.clientWidth || ASSUMED.width;
      const height = element.clientHeight || ASSUMED.height;
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);

  const onScroll = useCallback(() => {
    const next = Math.floor((ref.current?.scrollTop ?? 0) / rowHeight);
    // Half the spare rows may be used up before drawing again.
    if (Math.abs(next - firstNow.current) < SPARE_ROWS / 2) return;
    firstNow.current = next;
    setFirst(next);
  }, [ref, rowHeight]);

  const inSight = Math.ceil((size.height - headerHeight) / rowHeight);
  return { ...size, from: Math.max(0, first - SPARE_ROWS), to: first + inSight + SPARE_ROWS, onScroll };
}
