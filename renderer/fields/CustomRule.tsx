import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { type Day, type Weekday, weekdayOf } from "#shared/domain/day.ts";
import {
  createRule,
  type Frequency,
  MAX_COUNT,
  parseRule,
  type Rule,
  ruleText,
} from "#shared/routines/rule.ts";
import { ordinal, weekdayName } from "#shared/routines/ruleWords.ts";
import styles from "./CustomRule.module.css";
import { NumberField } from "./NumberField.tsx";
import { OptionalDayField } from "./OptionalDayField.tsx";

interface CustomRuleProps {
  readonly rule: string;
  readonly from: Day;
  readonly onChange: (rule: string) => void;
  readonly onDone: () => void;
}

const UNITS: readonly { value: Frequency; label: string }[] = [
  { value: "DAILY", label: "days" },
  { value: "WEEKLY", label: "weeks" },
  { value: "MONTHLY", label: "months" },
  { value: "YEARLY", label: "years" },
];

/** Any rhythm: every so many, on which days, and until when. Each choice holds at once. */
export function CustomRule({ rule: text, from, onChange, onDone }: CustomRuleProps) {
  const today = useUi((state) => state.today);
  const parsed = parseRule(text);
  const rule = parsed.ok ? parsed.value : createRule({ freq: "WEEKLY" });
  const set = (patch: Partial<Rule>): void => onChange(ruleText({ ...rule, ...patch }));
  return (
    <fieldset className={styles.custom} aria-label="Another rhythm">
      <span className={styles.line}>
        Every
        <NumberField
          label="Every"
          value={rule.interval}
          unit=""
          min={1}
          max={100}
          onChange={(interval) => interval !== null && set({ interval: Math.round(interval) })}
        />
        <Select
          label="Unit"
          value={rule.freq}
          options={UNITS}
          onChange={(freq) => set(freshDays(freq, from))}
        />
      </span>
      {rule.freq === "WEEKLY" && <Weekdays rule={rule} from={from} onChange={set} />}
      {rule.freq === "MONTHLY" && <MonthDays rule={rule} from={from} onChange={set} />}
      <span className={styles.line}>
        Until
        <OptionalDayField
          label="Until"
          value={rule.until}
          today={today}
          placeholder="no end"
          onChange={(until) => set({ until, count: null })}
        />
      </span>
      <span className={styles.line}>
        For
        <NumberField
          label="Number of runs"
          value={rule.count}
          unit="runs"
          min={1}
          max={MAX_COUNT}
          clearable
          placeholder="any number"
          onChange={(count) => set({ count: count && Math.round(count), until: null })}
        />
      </span>
      <span className={styles.line}>
        <Button size="sm" onPress={onDone}>
          Done
        </Button>
      </span>
    </fieldset>
  );
}

/** Another unit begins with the day at hand: what was chosen in the old one means nothing in it. */
function freshDays(freq: Frequency, from: Day): Partial<Rule> {
  const weekdays = freq === "WEEKLY" ? [{ weekday: weekdayOf(from), nth: 0 }] : [];
  const monthDays = freq === "MONTHLY" ? [Number(from.slice(8, 10))] : [];
  return { freq, weekdays, monthDays, months: [], yearDays: [], weekNumbers: [], positions: [] };
}

interface DaysProps {
  readonly rule: Rule;
  readonly from: Day;
  readonly onChange: (patch: Partial<Rule>) => void;
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

function Weekdays({ rule, from, onChange }: DaysProps) {
  const chosen = rule.weekdays.length > 0 ? rule.weekdays.map((day) => day.weekday) : [weekdayOf(from)];
  return (
    <ToggleButtonGroup
      aria-label="On which days"
      className={styles.weekdays ?? ""}
      selectionMode="multiple"
      disallowEmptySelection
      selectedKeys={chosen.map(String)}
      onSelectionChange={(keys) => {
        const days = WEEK.filter((day) => keys.has(String(day)));
        onChange({ weekdays: days.map((weekday) => ({ weekday, nth: 0 })), positions: [] });
      }}
    >
      {WEEK.map((day) => (
        <ToggleButton
          key={day}
          id={String(day)}
          aria-label={`${weekdayName(day).slice(0, 2)}, ${weekdayName(day)}`}
          className={styles.weekday ?? ""}
        >
          {weekdayName(day).slice(0, 2)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

const WORKING_DAYS = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, nth: 0 }));

/** Days of a month as choices, each with the parts of the rule it stands for. */
function monthChoices(from: Day): readonly { value: string; label: string; parts: Partial<Rule> }[] {
  const none = { weekdays: [], monthDays: [], positions: [] };
  const weekday = weekdayOf(from);
  const name = weekdayName(weekday);
  const nths = ["First", "Second", "Third", "Fourth"].map((word, i) => ({
    value: `nth ${i + 1}`,
    label: `${word} ${name}`,
    parts: { ...none, weekdays: [{ weekday, nth: i + 1 }] },
  }));
  return [
    ...Array.from({ length: 28 }, (_, i) => ({
      value: `date ${i + 1}`,
      label: `The ${ordinal(i + 1)}`,
      parts: { ...none, monthDays: [i + 1] },
    })),
    { value: "last", label: "The last day", parts: { ...none, monthDays: [-1] } },
    ...nths,
    { value: "nth -1", label: `Last ${name}`, parts: { ...none, weekdays: [{ weekday, nth: -1 }] } },
    {
      value: "work 1",
      label: "First working day",
      parts: { ...none, weekdays: WORKING_DAYS, positions: [1] },
    },
    {
      value: "work -1",
      label: "Last working day",
      parts: { ...none, weekdays: WORKING_DAYS, positions: [-1] },
    },
  ];
}

function MonthDays({ rule, from, onChange }: DaysProps) {
  const choices = monthChoices(from);
  const now = ruleText(rule);
  const chosen = choices.find(({ parts }) => ruleText({ ...rule, ...parts }) === now);
  const options = chosen ? choices : [{ value: "", label: "As it is", parts: {} }, ...choices];
  return (
    <span className={styles.line}>
      On
      <Select
        label="On which day"
        value={chosen?.value ?? ""}
        options={options}
        onChange={(value) => onChange(options.find((option) => option.value === value)?.parts ?? {})}
      />
    </span>
  );
}
