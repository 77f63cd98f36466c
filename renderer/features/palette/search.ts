/** What the palette finds: commands, items of the open plan, people, and the other roadmaps. */
import { COMMANDS, type CommandId, type CommandInfo } from "#shared/commands/catalogue.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";

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
  | { readonly kind: "roadmap"; readonly id: Id; readonly label: string };

export interface SearchIn {
  readonly plan: Plan | null;
  readonly roadmaps: readonly Roadmap[];
  readonly isEnabled: (id: CommandId) => boolean;
}

const MOST_HITS = 40;

/** Best matches first: a name that starts with the words, then one with a word that does, then any that holds them all. */
export function search(text: string, { plan, roadmaps, isEnabled }: SearchIn): Hit[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const scored = candidates(plan, roadmaps, isEnabled, words.length > 0).flatMap((hit) => {
    const score = scoreOf(fold(hit.label), words);
    return score === null ? [] : [{ hit, score: score + (hit.kind === "command" ? 0 : 0.5) }];
  });
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, MOST_HITS)
    .map(({ hit }) => hit);
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
  if (!searching) return commands;
  const items = plan
    ? outlineOf(plan).inOrder.map(
        ({ item, wbsCode }): Hit => ({ kind: "item", id: item.id, label: item.name, item, wbsCode }),
      )
    : [];
  const people = plan
    ? livePeople(plan).map(({ id, name, role }): Hit => ({ kind: "person", id, label: name, role }))
    : [];
  const others = roadmaps
    .filter((roadmap) => roadmap.deletedAt === null && roadmap.id !== plan?.roadmap.id)
    .map(({ id, name }): Hit => ({ kind: "roadmap", id, label: name }));
  return [...commands, ...items, ...people, ...others];
}

function scoreOf(label: string, words: readonly string[]): number | null {
  if (words.length === 0) return 0;
  if (!words.every((word) => label.includes(word))) return null;
  if (label.startsWith(words.join(" "))) return 0;
  const first = words[0] as string;
  return label.startsWith(first) || label.includes(` ${first}`) ? 1 : 2;
}

/** Lower case without accents, so that `cafe` finds `Café`. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
