/**
 * Days off and the lines between units of time. One path each, however many there are: forty elements would be
 * forty rectangles to invalidate whenever the stretch moves.
 */
import type { Extent, Tick } from "#shared/timeline/scale.ts";
import { classOf, svgPath } from "./dom.ts";

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
}

export class Grid {
  readonly #element: HTMLElement;
  readonly #off = svgPath(classOf("off"));
  readonly #lines = svgPath(classOf("lines"));

  constructor(parent: HTMLElement) {
    this.#element = parent;
    parent.append(this.#off.svg, this.#lines.svg);
  }

  /** Puts what was drawn at another height of the plan. */
  put({ from, to, top, height }: Stretch): void {
    const { style } = this.#element;
    style.transform = `translate(${from}px,${top}px)`;
    style.width = `${to - from}px`;
    style.height = `${height}px`;
  }

  draw(lines: readonly Tick[], off: readonly Extent[], { from, height }: Stretch): void {
    const line = ({ x }: Extent): string => bar(Math.round(x) - from, 1, height);
    const day = ({ x, width }: Extent): string => {
      const left = Math.round(x);
      return bar(left - from, Math.round(x + width) - left, height);
    };
    this.#lines.path.setAttribute("d", lines.map(line).join(""));
    this.#off.path.setAttribute("d", off.map(day).join(""));
  }
}

function bar(x: number, width: number, height: number): string {
  return `M${x} 0h${width}v${height}h${-width}z`;
}
