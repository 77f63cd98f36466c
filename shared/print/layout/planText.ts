/** Type sizes and line heights of the plan on a page, in points. The stylesheet uses the same. */
import type { TextStyle } from "./text.ts";

export const COMPANY_TEXT: TextStyle = { size: 22, weight: 600 };
export const SUBTITLE_TEXT: TextStyle = { size: 9, weight: 600 };
export const VISION_TEXT: TextStyle = { size: 10, weight: 400 };
export const FACT_TEXT: TextStyle = { size: 13, weight: 600 };
export const BODY_TEXT: TextStyle = { size: 8, weight: 400 };
export const BODY_STRONG: TextStyle = { size: 8, weight: 600 };
export const SMALL_TEXT: TextStyle = { size: 7.5, weight: 400 };

export const LINE = { company: 27, subtitle: 13, vision: 14, fact: 15.5, body: 10.5, small: 9.5 };

/** A list that is as long as its room: what it needs of it for its own head and for `and 9 more`. */
export const LIST = { heading: 16, tableHead: 15.5, more: 15, gap: 12 };

export interface Room {
  readonly width: number;
  readonly height: number;
}
