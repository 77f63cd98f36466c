import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { changeRule } from "#renderer/commands/routines.ts";
import { RuleField } from "#renderer/fields/RuleField.tsx";
import type { Day } from "#shared/domain/day.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { nextDue } from "#shared/routines/due.ts";

export function RulePicker({ routine }: { readonly routine: Routine }) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const day = anchorOf(routine, today);
  return (
    <RuleField
      rule={routine.rule}
      firstRun={routine.firstRun}
      day={day}
      onChange={(rule) => changeRule(app, routine.id, rule, day)}
    />
  );
}

/** The day for which rules are offered: the next run, or the first before there was any. */
function anchorOf(routine: Routine, today: Day): Day {
  if (routine.firstRun >= today) return routine.firstRun;
  return nextDue(routine, today) ?? today;
}
