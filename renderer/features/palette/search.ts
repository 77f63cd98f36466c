/** What the palette finds: commands, items of the open plan, people, routines, workflows, matters, issues, decisions and the other roadmaps. */

import { searchOptions } from "#renderer/ui/search.ts";
import { COMMANDS, type CommandId, type CommandInfo, type MenuName } from "#shared/commands/catalogue.ts";
import { chainsOf } from "#shared/domain/decisionChain.ts";
import { decisionName, liveDecisions, STANDING_WORDS } from "#shared/domain/decisionLog.ts";
import { liveRights } from "#shared/domain/decisions.ts";
import { matterName, rightSentence } from "#shared/domain/decisionWords.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import { liveProcedures } from "#shared/domain/operations/procedures.ts";
import { liveRoutines } from "#shared/domain/operations/routines.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import { count } from "#shared/domain/words.ts";
import { recurrenceOf } from "#shared/routines/due.ts";
import { ruleWords } from "#shared/routines/ruleWords.ts";

export type Hit =
  | {
      readonly kind: "command";
      readonly id: CommandId;
      readonly label: string;
      readonly shortcut?: string | undefined;
    }
  | {
      readonly kind: "item";
      readonly id: Id;
      readonly label: string;
      readonly item: PlanItem;
      readonly wbsCode: string;
    }
  | { readonly kind: "person"; readonly id: Id; readonly label: string; readonly role: string }
  | { readonly kind: "routine"; readonly id: Id; readonly label: string; readonly rhythm: string }
  | { readonly kind: "workflow"; readonly id: Id; readonly label: string; readonly steps: string }
  | { readonly kind: "matter"; readonly id: Id; readonly label: string; readonly who: string }
  | { readonly kind: "issue"; readonly id: Id; readonly label: string }
  | { readonly kind: "decision"; readonly id: Id; readonly label: string; readonly standing: string }
  | { readonly kind: "roadmap"; readonly id: Id; readonly label: string };

export interface SearchIn {
  readonly plan: Plan | null;
  readonly roadmaps: readonly Roadmap[];
  readonly isEnabled: (id: CommandId) => boolean;
}

const MOST_HITS = 40;

/** Best matches first; commands before items that match as well. */
export function search(text: string, { plan, roadmaps, isEnabled }: SearchIn): readonly Hit[] {
  const all = candidates(plan, roadmaps, isEnabled, text.trim() !== "");
  return [...new Set([...byNumber(all, text.trim()), ...searchOptions(all, text)])].slice(0, MOST_HITS);
}

/** `2.5`: the item of that number in the outline, and those in it. */
function byNumber(hits: readonly Hit[], text: string): readonly Hit[] {
  if (!/^\d+(\.\d+)*\.?$/.test(text)) return [];
  const code = text.replace(/\.$/, "");
  return hits.filter(
    (hit) => hit.kind === "item" && (hit.wbsCode === code || hit.wbsCode.startsWith(`${code}.`)),
  );
}

/** Before anything is typed: what is done to a plan often comes before what is done to files. */
const USE: readonly MenuName[] = ["item", "view", "edit", "file", "help"];

function byUse(known: readonly CommandInfo[], commands: readonly Hit[]): Hit[] {
  const menus = new Map(known.map(({ id, menu }) => [id, menu ?? "help"]));
  const rank = ({ id }: Hit): number => USE.indexOf(menus.get(id) ?? "help");
  return [...commands].sort((a, b) => rank(a) - rank(b));
}

function candidates(
  plan: Plan | null,
  roadmaps: readonly Roadmap[],
  isEnabled: SearchIn["isEnabled"],
  searching: boolean,
): Hit[] {
  const known: readonly (CommandInfo & { readonly id: CommandId })[] = COMMANDS;
  const commands = known
    .filter(({ id }) => id !== "app.palette" && isEnabled(id))
    .map(({ id, label, shortcut }): Hit => ({ kind: "command", id, label, shortcut }));
  if (!searching) return plan ? byUse(known, commands) : commands;
  const items = plan
    ? outlineOf(plan).inOrder.map(
        ({ item, wbsCode }): Hit => ({ kind: "item", id: item.id, label: item.name, item, wbsCode }),
      )
    : [];
  const people = plan
    ? livePeople(plan).map(({ id, name, role }): Hit => ({ kind: "person", id, label: name, role }))
    : [];
  const routines = plan
    ? liveRoutines(plan).map((routine): Hit => {
        const recurrence = recurrenceOf(routine);
        const rhythm = recurrence ? ruleWords(recurrence) : "";
        return { kind: "routine", id: routine.id, label: routine.name, rhythm };
      })
    : [];
  const workflows = plan
    ? liveProcedures(plan).map(({ id, name, steps }): Hit => {
        return { kind: "workflow", id, label: name, steps: count(steps.length, "step") };
      })
    : [];
  const matters = plan
    ? liveRights(plan).map((right): Hit => {
        return { kind: "matter", id: right.id, label: matterName(right), who: rightSentence(plan, right) };
      })
    : [];
  const issues = plan
    ? issuesOf(plan).open.map((issue): Hit => ({ kind: "issue", id: issue.id, label: issueName(issue) }))
    : [];
  const decisions = plan
    ? liveDecisions(plan).map((decision): Hit => {
        const standing = STANDING_WORDS[chainsOf(plan).get(decision.id)?.standing ?? "proposed"];
        return { kind: "decision", id: decision.id, label: decisionName(decision), standing };
      })
    : [];
  const others = roadmaps
    .filter((roadmap) => roadmap.deletedAt === null && roadmap.id !== plan?.roadmap.id)
    .map(({ id, name }): Hit => ({ kind: "roadmap", id, label: name }));
  return [
    ...commands,
    ...items,
    ...people,
    ...routines,
    ...workflows,
    ...matters,
    ...issues,
    ...decisions,
    ...others,
  ];
}
