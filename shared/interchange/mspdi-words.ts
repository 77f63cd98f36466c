/**
 * What Microsoft Project's XML format (MSPDI) calls things; its numbers are those of the published schema
 * (mspdi_pj12.xsd).
 */
import type { ConstraintKind } from "#shared/domain/constraint.ts";
import type { DependencyType } from "#shared/domain/dependency.ts";

/** `ConstraintType` by its number. */
export const CONSTRAINTS: readonly ConstraintKind[] = [
  "ASAP",
  "ALAP",
  "MSO",
  "MFO",
  "SNET",
  "SNLT",
  "FNET",
  "FNLT",
];
/** `PredecessorLink/Type` by its number. */
export const LINK_TYPES: readonly DependencyType[] = ["FF", "FS", "SF", "SS"];

/** A field of tasks for text of one's own (`Text30`), where Groundwork keeps what Project has no word for. */
export const MARK_FIELD = "188744016";
export const MARK_ALIAS = "Groundwork";

/**
 * What stands in the field, parted by spaces.
 * - `stage`: an outermost row, also when it holds nothing
 * - `holder` and `point`: a milestone that holds tasks is a summary with the milestone itself as its last row
 * - `put`: not before its start only because somebody put it there
 * - `asap`: as soon as its links allow, because somebody wants that
 * - a status or a health that Project does not know
 */
export const MARKS = ["stage", "holder", "point", "put", "asap"] as const;
export type Mark = (typeof MARKS)[number];

export const HOURS_PER_DAY = 8;
/** No person, in an assignment. */
export const NOBODY = "-65535";
