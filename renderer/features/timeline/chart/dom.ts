/** The chart's fixed elements. Everything that depends on the plan is pooled inside them. */
import styles from "./timeline.module.css";

export interface ChartDom {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly canvas: HTMLElement;
  readonly corner: HTMLElement;
  readonly axis: HTMLElement;
  readonly column: HTMLElement;
  readonly body: HTMLElement;
  readonly lanes: HTMLElement;
  readonly grid: HTMLElement;
  readonly links: HTMLElement;
  /** Outlines where what follows a drag would land, behind the bars. */
  readonly followers: HTMLElement;
  readonly bars: HTMLElement;
  /** The today line, above the bars. */
  readonly now: HTMLElement;
  readonly overlay: HTMLElement;
  readonly splitter: HTMLElement;
  readonly tip: HTMLElement;
}

const SVG = "http://www.w3.org/2000/svg";

export function element(className: string, parent: Element | null = null, tag = "div"): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  parent?.append(node);
  return node;
}

/** An SVG with one path, which is how all links of a tile are drawn. */
export function svgPath(className: string): { svg: SVGSVGElement; path: SVGPathElement } {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  const path = document.createElementNS(SVG, "path");
  svg.append(path);
  return { svg, path };
}

export function classOf(name: string): string {
  return styles[name] ?? name;
}

export function buildDom(host: HTMLElement, label: string): ChartDom {
  const root = element(classOf("timeline"), host);
  const scroller = element(classOf("scroller"), root);
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "treegrid");
  scroller.setAttribute("aria-label", label);
  scroller.setAttribute("aria-multiselectable", "true");
  const canvas = element(classOf("canvas"), scroller);
  const head = element(classOf("head"), canvas);
  head.setAttribute("aria-hidden", "true");
  const corner = element(classOf("corner"), head);
  corner.textContent = "Plan";
  const axis = element(classOf("axis"), head);
  const column = element(classOf("column"), canvas);
  column.setAttribute("role", "rowgroup");
  const body = element(classOf("body"), canvas);
  body.setAttribute("aria-hidden", "true");
  const layers = ["lanes", "grid", "links", "followers", "bars", "now", "overlay"].map((name) =>
    element(classOf(name), body),
  );
  const [lanes, grid, links, followers, bars, now, overlay] = layers as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  const splitter = buildSplitter(root);
  const tip = element(classOf("tip"), root);
  tip.hidden = true;
  return {
    root,
    scroller,
    canvas,
    corner,
    axis,
    column,
    body,
    lanes,
    grid,
    links,
    followers,
    bars,
    now,
    overlay,
    splitter,
    tip,
  };
}

function buildSplitter(root: HTMLElement): HTMLElement {
  const splitter = element(classOf("splitter"), root);
  splitter.tabIndex = 0;
  splitter.setAttribute("role", "separator");
  splitter.setAttribute("aria-orientation", "vertical");
  splitter.setAttribute("aria-label", "Width of the plan column");
  return splitter;
}
