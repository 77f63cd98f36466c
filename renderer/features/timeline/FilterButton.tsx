import { CircleUserRound, Milestone as Flag, ListFilter, UserRound, Waypoints } from "lucide-react";
import { memo } from "react";
import { setFilter } from "#renderer/commands/filter.ts";
import { openPlan, useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { Avatar } from "#renderer/ui/Avatar.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Finder, type FinderOption } from "#renderer/ui/Finder.tsx";
import { outlineOf } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import {
  FILTER_STATUSES,
  type FilterStatus,
  type ItemFilter,
  isFiltering,
  liveFilter,
  NOBODY,
} from "#shared/timeline/filter.ts";
import { FILTER_STATUS_WORDS, filterParts, filterPersonName } from "#shared/timeline/filterWords.ts";

const CRITICAL = "critical";

/** Opens the one list to narrow the timeline down by: how things stand, stages, people; ticked ones are on. */
export function FilterButton() {
  const plan = usePlan();
  const filter = liveFilter(
    plan,
    useUi((state) => state.filter),
  );
  const asked = filterParts(plan, filter).map(({ label }) => label);
  return <FilterFinder filter={filter} words={["Filter", asked.join(", ")].filter(Boolean).join(": ")} />;
}

interface FilterFinderProps {
  readonly filter: ItemFilter;
  readonly words: string;
}

/** Most edits leave it as it is. */
const FilterFinder = memo(function FilterFinder({ filter, words }: FilterFinderProps) {
  const app = useApp();
  const isOpen = useUi((state) => state.filterOpen);
  return (
    <Finder
      several
      label="Filter"
      placeholder="Person, stage or status"
      options={() => filterOptions(openPlan(app), filter)}
      selected={ticked(filter)}
      onPick={(key) => setFilter(app, toggled(filter, key))}
      emptyText="Nothing of that name to filter by."
      startsOpen={isOpen}
      onClosed={() => app.ui.setState({ filterOpen: false })}
      trigger={
        <Button
          variant={isFiltering(filter) ? "secondary" : "quiet"}
          size="sm"
          icon={<ListFilter size={14} aria-hidden />}
          aria-label={words}
        >
          Filter
        </Button>
      }
    />
  );
});

function filterOptions(plan: Plan, { people }: ItemFilter): readonly FinderOption[] {
  const live = livePeople(plan);
  const removed = people.filter((id) => id !== NOBODY && !live.some((person) => person.id === id));
  return [
    ...FILTER_STATUSES.map((status) => ({
      id: `status ${status}`,
      label: FILTER_STATUS_WORDS[status],
      group: "How it stands",
    })),
    {
      id: CRITICAL,
      label: "Critical only",
      group: "How it stands",
      mark: <Waypoints size={14} aria-hidden />,
    },
    ...outlineOf(plan).stages.map(({ item }) => ({
      id: `stage ${item.id}`,
      label: nameOrUntitled(item.name, "stage"),
      group: "Stage",
      mark: <Flag size={14} aria-hidden />,
    })),
    {
      id: `person ${NOBODY}`,
      label: "Nobody yet",
      group: "Person",
      hint: "a name is missing",
      mark: <UserRound size={14} aria-hidden />,
    },
    ...live.map(({ id, name, role }) => ({
      id: `person ${id}`,
      label: filterPersonName(plan, id),
      group: "Person",
      mark: <Avatar name={name} />,
      hint: role || undefined,
    })),
    ...removed.map((id) => ({
      id: `person ${id}`,
      label: filterPersonName(plan, id),
      group: "Person",
      hint: "removed",
      mark: <CircleUserRound size={14} aria-hidden />,
    })),
  ];
}

function ticked({ people, stages, statuses, criticalOnly }: ItemFilter): readonly string[] {
  return [
    ...statuses.map((status) => `status ${status}`),
    ...(criticalOnly ? [CRITICAL] : []),
    ...stages.map((id) => `stage ${id}`),
    ...people.map((id) => `person ${id}`),
  ];
}

function toggled(filter: ItemFilter, key: string): ItemFilter {
  if (key === CRITICAL) return { ...filter, criticalOnly: !filter.criticalOnly };
  const [list, id] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
  if (list === "person") return { ...filter, people: flipped(filter.people, id) };
  if (list === "stage") return { ...filter, stages: flipped(filter.stages, id) };
  return { ...filter, statuses: flipped(filter.statuses, id as FilterStatus) };
}

/** The list with an entry added, or taken out where it was in it. */
function flipped<T>(list: readonly T[], entry: T): readonly T[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry];
}
