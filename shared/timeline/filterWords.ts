/** A filter in words: what its chips and the list of choices say. */
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count, HEALTH_WORDS, nameOrUntitled, STATUS_WORDS } from "#shared/domain/words.ts";
import { type Filtered, type FilterStatus, type ItemFilter, NOBODY } from "./filter.ts";

export const FILTER_STATUS_WORDS: Record<FilterStatus, string> = {
  ...STATUS_WORDS,
  open: "Still open",
  late: "Late",
  "at-risk": HEALTH_WORDS["at-risk"],
  "off-track": HEALTH_WORDS["off-track"],
};

/** One thing the filter asks for, and the filter without it. */
export interface FilterPart {
  readonly key: string;
  readonly label: string;
  readonly without: ItemFilter;
}

export function filterParts(plan: Plan, filter: ItemFilter): readonly FilterPart[] {
  const { people, stages, statuses } = filter;
  const parts: FilterPart[] = [
    ...people.map((id) => ({
      key: `person ${id}`,
      label: filterPersonName(plan, id),
      without: { ...filter, people: people.filter((other) => other !== id) },
    })),
    ...stages.map((id) => ({
      key: `stage ${id}`,
      label: stageName(plan, id),
      without: { ...filter, stages: stages.filter((other) => other !== id) },
    })),
    ...statuses.map((status) => ({
      key: `status ${status}`,
      label: FILTER_STATUS_WORDS[status],
      without: { ...filter, statuses: statuses.filter((other) => other !== status) },
    })),
  ];
  if (filter.criticalOnly) {
    parts.push({ key: "critical", label: "Critical only", without: { ...filter, criticalOnly: false } });
  }
  return parts;
}

export function filterPersonName(plan: Plan, id: Id): string {
  if (id === NOBODY) return "Nobody yet";
  const name = plan.people.get(id)?.name.trim() ?? "";
  return name === "" ? "Unnamed person" : name;
}

function stageName(plan: Plan, id: Id): string {
  return nameOrUntitled(outlineOf(plan).byId.get(id)?.item.name ?? "", "stage");
}

/** `18 of 143 items`. */
export function shownWords({ count: matching, total }: Filtered): string {
  return `${matching.toLocaleString("en")} of ${count(total, "item")}`;
}
