/** A decision record as Markdown (CommonMark 0.31), for mails and documents elsewhere. */
import { dayOfInstant, formatDay } from "./day.ts";
import type { Decision } from "./decision.ts";
import { chainsOf } from "./decisionChain.ts";
import { decisionName, STANDING_WORDS } from "./decisionLog.ts";
import { rightStanding } from "./decisionRecords.ts";
import { matterName } from "./decisionWords.ts";
import type { Id } from "./fields.ts";
import { moneyWords } from "./money.ts";
import { itemById, type Plan } from "./plan.ts";
import { isBlank, nameOrUntitled } from "./words.ts";

/** The whole record; parts that say nothing are left out. */
export function decisionMarkdown(plan: Plan, decision: Decision): string {
  const parts = [
    `# ${inline(decisionName(decision))}`,
    facts(plan, decision)
      .map(([label, value]) => `- **${label}:** ${inline(value)}`)
      .join("\n"),
    section("Why it came up", decision.context),
    isBlank(weighed(decision)) ? "" : `## What was weighed\n\n${weighed(decision)}`,
    section("What is decided", decision.outcome),
    section("Why", decision.reason),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function facts(plan: Plan, decision: Decision): readonly (readonly [string, string])[] {
  const place = chainsOf(plan).get(decision.id);
  const name = (id: Id | null): string => plan.people.get(id ?? "")?.name.trim() ?? "";
  const right = plan.decisionRights.get(decision.decisionRightId ?? "");
  const standing = rightStanding(plan, decision);
  const items = decision.itemIds.flatMap((id) => {
    const item = itemById(plan, id);
    return item?.deletedAt === null ? [nameOrUntitled(item.name, item.kind)] : [];
  });
  const all: readonly (readonly [string, string])[] = [
    ["State", place ? STANDING_WORDS[place.standing] : ""],
    ["Decided by", name(decision.decidedById)],
    ["Decided on", decision.decidedOn === null ? "" : formatDay(decision.decidedOn)],
    ["Matter", right ? matterName(right) : ""],
    ["Commits", decision.amount === null ? "" : moneyWords(decision.amount, plan.roadmap.currency)],
    ["Right to decide", standing.kind === "unchecked" ? "" : standing.sentence],
    ["Takes the place of", place?.replaces ? decisionName(place.replaces) : ""],
    ["Replaced by", place?.replacedBy ? decisionName(place.replacedBy) : ""],
    ["Touches", items.join(", ")],
    ["Recorded", recordedWords(plan, decision)],
  ];
  return all.filter(([, value]) => value !== "");
}

/** `4 Mar 2027 by Bo`. */
export function recordedWords({ people }: Pick<Plan, "people">, decision: Decision): string {
  const by = people.get(decision.recordedById ?? "")?.name.trim() ?? "";
  return `${formatDay(dayOfInstant(new Date(decision.recordedAt)))}${by && ` by ${by}`}`;
}

function weighed({ options, chosenId }: Decision): string {
  return options
    .map(({ id, text, weighing }) => {
      const head = `- ${id === chosenId ? `**${inline(text.trim())}** (taken)` : inline(text.trim())}`;
      return isBlank(weighing) ? head : `${head}\n\n${indented(body(weighing))}\n`;
    })
    .join("\n");
}

function section(title: string, text: string): string {
  return isBlank(text) ? "" : `## ${title}\n\n${body(text)}`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}

/** Text of one line that keeps every sign it has. */
function inline(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/[\\`*_[\]<>#|~]/g, "\\$&");
}

/** Text of several lines: lists stay lists, a heading or a fence would break the record up. */
function body(text: string): string {
  return text.trim().replace(/^(\s*)(#|```|~~~|={3,}|-{3,}|>)/gm, "$1\\$2");
}
