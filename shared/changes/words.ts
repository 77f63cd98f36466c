/** The list of changes as sentences, and as text to take along. */
import type { Day } from "#shared/domain/day.ts";
import { count } from "#shared/domain/words.ts";
import { howFar, wasAndIs } from "./moveWords.ts";
import type { ChangeGroup, ChangeLine, ChangeList, SaidKind } from "./types.ts";

/** Counts in a sentence: `4 moved later, 2 done, 1 deleted; First customer ends 6 working days later.` */
export function summaryWords({ groups, nextGate, planDays }: ChangeList): string {
  const lines = groups.flatMap((group) => group.lines);
  const ends = [
    ...(nextGate ? [`${nextGate.name} ends ${farWords(nextGate.days)}`] : []),
    ...(planDays && planDays !== nextGate?.days ? [`the plan ends ${farWords(planDays)}`] : []),
  ];
  return `${[tallyWords(lines), ends.join(" and ")].filter((part) => part !== "").join("; ")}.`;
}

/** `6 working days later`. */
export function farWords(days: number): string {
  return `${count(Math.abs(days), "working day")} ${days > 0 ? "later" : "earlier"}`;
}

/** What is counted, in the words for one and for more where they differ. */
const COUNTED: readonly (readonly [SaidKind, string, string?])[] = [
  ["done", "done"],
  ["reopened", "opened again"],
  ["added", "added"],
  ["restored", "restored"],
  ["dropped", "cancelled"],
  ["deleted", "deleted"],
  ["reassigned", "with somebody else"],
  ["handed", "handed over"],
  ["raised", "issue raised", "issues raised"],
  ["solved", "issue solved", "issues solved"],
  ["decided", "decision taken", "decisions taken"],
  ["proposed", "decision proposed", "decisions proposed"],
];

/** Every line is counted once, by what is said of it first; a move also when it was done meanwhile. */
function tallyWords(lines: readonly ChangeLine[]): string {
  const later = lines.filter((line) => movedBy(line) > 0).length;
  const earlier = lines.filter((line) => movedBy(line) < 0).length;
  const parts: (readonly [number, string])[] = [
    [later, "moved later"],
    [earlier, "moved earlier"],
    ...COUNTED.map(([kind, one, more = one]) => {
      const n = tally(lines, kind);
      return [n, n === 1 ? one : more] as const;
    }),
  ];
  const told = new Set<SaidKind>(["moved", ...COUNTED.map(([kind]) => kind)]);
  const others = lines.filter(({ says }) => says[0] && !told.has(says[0].kind)).length;
  const said = parts.filter(([n]) => n > 0);
  return [...said, [others, said.length === 0 ? "changed" : "changed otherwise"] as const]
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n.toLocaleString("en")} ${word}`)
    .join(", ");
}

function tally(lines: readonly ChangeLine[], kind: SaidKind): number {
  return lines.filter(({ says }) => says[0]?.kind === kind).length;
}

function movedBy({ says, move }: ChangeLine): number {
  if (!move || says[0]?.kind !== "moved") return 0;
  if (move.days) return move.days;
  if (move.startDays) return move.startDays;
  const [was, is] = [move.wasFinish ?? "", move.isFinish ?? ""];
  return is === was ? Number((move.isStart ?? "") > (move.wasStart ?? "")) || -1 : is > was ? 1 : -1;
}

/** All of a line but its name, in one sentence without a full stop. */
function lineWords({ says, reason }: ChangeLine): string {
  const words = says.map((said) =>
    said.kind === "moved" && reason !== null ? `${said.words} (${reason})` : said.words,
  );
  return words.join("; ");
}

/** `ends 6 days later: 12 Mar → 20 Mar`; null where the stage did not move. */
export function groupMoveWords({ move }: ChangeGroup, today: Day): string | null {
  if (!move) return null;
  const where = wasAndIs(move, today);
  return move.wasFinish === move.isFinish ? where : `ends ${howFar(move)}: ${where}`;
}

export interface TextFrame {
  /** `Corner Pizza: what changed since 3 Mar 2027`. */
  readonly title: string;
  readonly today: Day;
  /** Said at the end: what could not be known. */
  readonly note: string | null;
}

/** The whole list as Markdown. */
export function changesMarkdown(list: ChangeList, { title, today, note }: TextFrame): string {
  const parts = [`# ${plain(title)}`, list.isEmpty ? "Nothing changed." : plain(summaryWords(list))];
  for (const group of list.groups) {
    const move = groupMoveWords(group, today);
    const lines = group.lines.map((line) => `- **${plain(line.name)}**: ${plain(lineWords(line))}`);
    parts.push(`## ${plain(group.name)}${move ? ` (${plain(move)})` : ""}`);
    if (lines.length > 0) parts.push(lines.join("\n"));
  }
  if (note) parts.push(`_${plain(note)}_`);
  return `${parts.join("\n\n")}\n`;
}

/** Signs that Markdown would take for its own; a name stays in its line. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|]/g, "\\$&");
}
