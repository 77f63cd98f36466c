import { useState } from "react";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import { Select } from "#renderer/ui/Select.tsx";
import type { Day } from "#shared/domain/day.ts";
import { commonRules } from "#shared/routines/commonRules.ts";
import { rhythmWords } from "#shared/routines/ruleWords.ts";
import { CustomRule } from "./CustomRule.tsx";

interface RuleFieldProps {
  readonly rule: string;
  /** The first run under the rule, by which it is read back. */
  readonly firstRun: Day;
  /** The day for which common rules are offered. */
  readonly day: Day;
  readonly onChange: (rule: string) => void;
  /** With a border, as in a dialog's form. */
  readonly framed?: boolean;
}

const CUSTOM = "custom";

/** Common rules for the day at hand in one list; another rule is put together below it. */
export function RuleField({ rule, firstRun, day, onChange, framed = false }: RuleFieldProps) {
  const readOnly = useReadOnly();
  const [isOpen, setOpen] = useState(false);
  const common = commonRules(day).map((value) => ({ value, label: rhythmWords(value, day) }));
  const now = rhythmWords(rule, firstRun);
  const known = common.find(({ label }) => label === now);
  const options = [
    ...(known ? [] : [{ value: rule, label: now }]),
    ...common,
    { value: CUSTOM, label: "Another rhythm…" },
  ];
  return (
    <>
      <Select
        label="Repeats"
        value={known?.value ?? rule}
        options={options}
        isDisabled={readOnly}
        framed={framed}
        onChange={(value) => {
          setOpen(value === CUSTOM);
          if (value !== CUSTOM) onChange(value);
        }}
      />
      {isOpen && !readOnly && (
        <CustomRule rule={rule} from={day} onChange={onChange} onDone={() => setOpen(false)} />
      )}
    </>
  );
}
