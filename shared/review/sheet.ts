/** A review sheet held against the plan as it is now: what is new since, what is still there, what is gone. */
import type { Id } from "#shared/domain/fields.ts";
import type { Found } from "#shared/domain/operations/reviews.ts";
import type { Finding, Review } from "#shared/domain/review.ts";
import { count } from "#shared/domain/words.ts";
import { type CheckResult, checkOf, findingKey, type Health } from "./health.ts";
import { type Check, type Fix, SEVERITIES, type Severity } from "./types.ts";

/** Most findings of one check that a sheet names; the rest is counted in a line. */
export const NAMED = 50;

/** `new`: came up since the sheet was opened or closed; `still`: there then and now; `gone`: no longer found. */
export type Standing = "new" | "still" | "gone";

export interface SheetLine extends Found {
  readonly key: string;
  readonly standing: Standing;
  /** What was said about it; `fixed` once it is gone. */
  readonly answer: Finding["answer"];
  readonly note: string;
  /** Where it is mended; null once it is gone. */
  readonly fix: Fix | null;
}

export interface SheetGroup {
  readonly key: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  /** Those to be answered first. */
  readonly lines: readonly SheetLine[];
  /** How many more there are than are named. */
  readonly more: number;
}

export interface Sheet {
  /** What matters most first. */
  readonly groups: readonly SheetGroup[];
  /** To be answered, those that are counted only among them. */
  readonly open: number;
  readonly accepted: number;
  readonly fixed: number;
  /** Named on the sheet and no longer found. */
  readonly gone: number;
  /** Come up since; on an open sheet they are among the lines. */
  readonly added: number;
}

const MORE = "more:";

/** What a new sheet is to keep of what the checks say: up to 50 of each check, and how many more there are. */
export function toKeep({ results }: Health): readonly Found[] {
  return results.flatMap(({ check, findings }): Found[] => {
    const named = findings
      .slice(0, NAMED)
      .map(({ stored, itemId, text }) => ({ check: stored, itemId, text }));
    const more = findings.length - named.length;
    if (more === 0) return named;
    return [...named, { check: `${MORE}${check.key}`, itemId: null, text: moreWords(more) }];
  });
}

/** `and 240 more`. */
export function moreWords(more: number): string {
  return `and ${more.toLocaleString("en")} more`;
}

export function sheetOf({ findings, closedOn }: Review, health: Health): Sheet {
  const drafts = new Map<string, Draft>();
  const draftOf = (key: string, check: Check | undefined): Draft => {
    let draft = drafts.get(key);
    if (!draft) {
      draft = { key, check, lines: [], cut: 0 };
      drafts.set(key, draft);
    }
    return draft;
  };
  const kept = new Set<string>();
  for (const finding of findings) {
    const isMore = finding.check.startsWith(MORE);
    const check = checkOf(isMore ? finding.check.slice(MORE.length) : finding.check);
    const draft = draftOf(check?.key ?? finding.check, check);
    if (isMore) draft.cut = countIn(finding.text);
    else {
      const line = keptLine(finding, health, closedOn !== null);
      kept.add(line.key);
      draft.lines.push(line);
    }
  }
  const since = health.results.flatMap((result) => newLines(drafts.get(result.check.key), result, kept));
  if (closedOn === null) for (const { check, line } of since) draftOf(check.key, check).lines.push(line);
  const present = new Map(health.results.map(({ check, findings: now }) => [check.key, now.length]));
  const groups = [...drafts.values()].map((draft) =>
    groupOf(draft, closedOn === null ? (present.get(draft.key) ?? 0) : null),
  );
  return addUp(groups, since.length);
}

interface Draft {
  readonly key: string;
  readonly check: Check | undefined;
  readonly lines: SheetLine[];
  /** How many the sheet counted and did not name. */
  cut: number;
}

/** What `moreWords` counted. */
function countIn(text: string): number {
  return Number(text.replace(/\D/g, ""));
}

/** An open sheet tells of the present; a closed one keeps its words. */
function keptLine(finding: Finding, { byKey }: Health, isClosed: boolean): SheetLine {
  const { check, itemId } = finding;
  const key = findingKey(check, itemId);
  const now = byKey.get(key);
  return {
    key,
    check,
    itemId,
    text: now && !isClosed ? now.text : finding.text,
    standing: now ? "still" : "gone",
    answer: now || isClosed ? finding.answer : "fixed",
    note: finding.note,
    fix: now?.fix ?? null,
  };
}

interface NewLine {
  readonly check: Check;
  readonly line: SheetLine;
}

/** Where the sheet counted the rest nobody knows which of them are new. */
function newLines(
  draft: Draft | undefined,
  { check, findings }: CheckResult,
  kept: ReadonlySet<string>,
): readonly NewLine[] {
  if (draft && draft.cut > 0) return [];
  return findings
    .filter(({ key }) => !kept.has(key))
    .slice(0, NAMED)
    .map(({ key, stored, itemId, text, fix }) => {
      const said = { key, check: stored, itemId, text, fix };
      return { check, line: { ...said, standing: "new", answer: "open", note: "" } };
    });
}

const RANK = { open: 0, accepted: 1, fixed: 2 } as const;

/** `present`: how many there are now; null for a closed sheet, which keeps its count. */
function groupOf(draft: Draft, present: number | null): SheetGroup {
  const { key, check } = draft;
  const lines = draft.lines.toSorted((a, b) => RANK[a.answer] - RANK[b.answer]);
  const named = lines.filter(({ standing }) => standing !== "gone").length;
  return {
    key,
    severity: check?.severity ?? "look",
    title: check?.title ?? "Something else",
    why: check?.why ?? "",
    lines,
    more: present === null ? draft.cut : Math.max(0, present - named),
  };
}

function addUp(groups: readonly SheetGroup[], added: number): Sheet {
  const lines = groups.flatMap((group) => group.lines);
  const tally = (answer: Finding["answer"]): number => lines.filter((line) => line.answer === answer).length;
  const more = groups.reduce((sum, group) => sum + group.more, 0);
  return {
    groups: SEVERITIES.flatMap((severity) => groups.filter((group) => group.severity === severity)),
    open: tally("open") + more,
    accepted: tally("accepted"),
    fixed: tally("fixed"),
    gone: lines.filter(({ standing }) => standing === "gone").length,
    added,
  };
}

/** `12 findings, 2 new, 3 fine as they are, 4 fixed`. */
export function tallyWords({ open, accepted, fixed, added }: Sheet, isClosed: boolean): string {
  if (open + accepted + fixed === 0) return "Nothing found";
  const parts = [
    `${count(open, "finding")} open`,
    added > 0 && !isClosed ? `${added.toLocaleString("en")} new` : "",
    accepted > 0 ? `${accepted.toLocaleString("en")} fine as ${accepted === 1 ? "it is" : "they are"}` : "",
    fixed > 0 ? `${fixed.toLocaleString("en")} fixed` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** What of a closing sheet is to be told to the operation that closes it. */
export function presentOf(review: Review, health: Health): readonly Found[] {
  const { groups } = sheetOf(review, health);
  return groups.flatMap(({ key, lines, more }): Found[] => {
    const present = lines.filter(({ standing }) => standing !== "gone");
    const rest = { check: `${MORE}${key}`, itemId: null as Id | null, text: moreWords(more) };
    return more > 0 ? [...present, rest] : present;
  });
}
