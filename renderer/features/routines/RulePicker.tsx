import { useState } from "react";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { changeRule } from "#renderer/commands/routines.ts";
import { Select } from "#renderer/ui/Select.tsx";
import type { Day } from "#shared/domain/day.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { commonRules } from "#shared/routines/commonRules.ts";
import { nextDue, recurrenceOf } from "#shared/routines/due.ts";
import { parseRule } from "#shared/routines/rule.ts";
import { ruleWords } from "#shared/routines/ruleWords.ts";
import { CustomRule } from "./CustomRule.tsx";
import { rhythmOf } from "./words.ts";

const CUSTOM = "custom";

/** Common rules for the day at hand in one list; another rule is put together below it. */
export function RulePicker({ routine }: { readonly routine: Routine }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const [isOpen, setOpen] = useState(false);
  const day = anchorOf(routine, today);
  const common = commonRules(day).map((value) => ({ value, label: wordsFor(value, day) }));
  const now = rhythmOf(routine);
  const known = common.find(({ label }) => label === now);
  const options = [
    ...(known ? [] : [{ value: routine.rule, label: now }]),
    ...common,
    { value: CUSTOM, label: "Another rhythm…" },
  ];
  return (
    <>
      <Select
        label="Repeats"
        value={known?.value ?? routine.rule}
        options={options}
        isDisabled={readOnly}
        onChange={(value) => {
          setOpen(value === CUSTOM);
          if (value !== CUSTOM) changeRule(app, routine.id, value, day);
        }}
      />
      {isOpen && !readOnly && <CustomRule routine={routine} from={day} onDone={() => setOpen(false)} />}
    </>
  );
}

/** The day for which rules are offered: the next run, or the first before there was any. */
function anchorOf(routine: Routine, today: Day): Day {
  if (routine.firstRun >= today) return routine.firstRun;
  return nextDue(routine, today) ?? today;
}

function wordsFor(text: string, firstRun: Day): string {
  const rule = parseRule(text);
  const recurrence = rule.ok ? { rule: rule.value, firstRun } : recurrenceOf({ rule: text, firstRun });
  return recurrence ? ruleWords(recurrence) : text;
}
