import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { assignNewPerson, editRoadmap } from "#renderer/commands/people.ts";
import { useDraft } from "#renderer/commands/useDraft.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { CalendarException, WorkCalendar } from "#shared/domain/roadmap.ts";
import styles from "./forms.module.css";

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const NAMES = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

/** Company, vision, who leads, and which days are worked. Saves as you go; undo takes each change back. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { roadmap } = usePlan();
  const today = useUi((state) => state.today);
  const name = useRoadmapField("name");
  const companyName = useRoadmapField("companyName");
  const vision = useRoadmapField("vision");
  return (
    <Dialog
      title="Roadmap details"
      width="lg"
      onClose={onClose}
      footer={<Button onPress={onClose}>Done</Button>}
    >
      <fieldset disabled={useReadOnly()} className={styles.form} style={{ border: 0, padding: 0, margin: 0 }}>
        <div className={styles.pair}>
          <TextInput label="Roadmap name" {...name} />
          <TextInput label="Company" {...companyName} />
        </div>
        <TextInput multiline maxLength={2_000} label="The CEO’s vision" {...vision} />
        <div className={styles.pair}>
          <Leader title="CEO" field="ceoId" />
          <Leader title="COO" field="cooId" />
        </div>
        <div className={styles.field}>
          <span className={styles.label}>Start</span>
          <DayField
            framed
            label="Start date"
            value={roadmap.startDate}
            today={today}
            onChange={(startDate) => editRoadmap(app, { startDate }, { label: "Change start" })}
          />
        </div>
        <WorkingDays />
      </fieldset>
    </Dialog>
  );
}

function useRoadmapField(field: "name" | "companyName" | "vision") {
  const app = useApp();
  const { roadmap } = usePlan();
  const draft = useDraft(roadmap[field], (text, group) => {
    if (field === "vision" || text.trim() !== "") editRoadmap(app, { [field]: text }, { group });
  });
  return { value: draft.text, onChange: draft.setText };
}

function Leader({ title, field }: { readonly title: string; readonly field: "ceoId" | "cooId" }) {
  const app = useApp();
  const { roadmap, people } = usePlan();
  return (
    <div className={styles.stack}>
      <span className={styles.label}>{title}</span>
      <PersonPicker
        framed
        label={title}
        people={[...people.values()]}
        value={roadmap[field]}
        onChange={(id) => editRoadmap(app, { [field]: id }, { label: `Change ${title}` })}
        onCreate={(name) => assignNewPerson(app, name, "roadmap", roadmap.id, (id) => ({ [field]: id }))}
        isDisabled={useReadOnly()}
      />
    </div>
  );
}

function WorkingDays() {
  const app = useApp();
  const { calendar } = usePlan().roadmap;
  function change(next: Partial<WorkCalendar>): void {
    editRoadmap(app, { calendar: { ...calendar, ...next } }, { label: "Change working days" });
  }
  function toggle(weekday: number): void {
    const worked = calendar.workingWeekdays;
    const next = worked.includes(weekday)
      ? worked.filter((day) => day !== weekday)
      : [...worked, weekday].sort();
    if (next.length > 0) change({ workingWeekdays: next });
  }
  return (
    <div>
      <h3 className={styles.section}>Working days</h3>
      <fieldset
        className={styles.weekdays}
        style={{ border: 0, padding: 0, margin: 0 }}
        aria-label="Working days of the week"
      >
        {WEEK.map((weekday) => (
          <ToggleButton
            key={weekday}
            className={styles.weekday ?? ""}
            isSelected={calendar.workingWeekdays.includes(weekday)}
            onChange={() => toggle(weekday)}
          >
            {NAMES[weekday]}
          </ToggleButton>
        ))}
      </fieldset>
      <h3 className={styles.section}>Holidays and other special days</h3>
      <Exceptions exceptions={calendar.exceptions} onChange={(exceptions) => change({ exceptions })} />
    </div>
  );
}

interface ExceptionsProps {
  readonly exceptions: readonly CalendarException[];
  readonly onChange: (exceptions: readonly CalendarException[]) => void;
}

function Exceptions({ exceptions, onChange }: ExceptionsProps) {
  const today = useUi((state) => state.today);
  const [date, setDate] = useState<Day | null>(null);
  const [name, setName] = useState("");
  const [yearly, setYearly] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const sorted = [...exceptions].sort((a, b) => (a.date < b.date ? -1 : 1));
  function add(): void {
    if (!date) return;
    onChange([
      ...exceptions.filter((e) => e.date !== date),
      { date, working: false, name: name.trim() || "Day off", ...(yearly ? { yearly } : {}) },
    ]);
    setDate(null);
    setName("");
    setYearly(false);
    nameField.current?.focus();
  }
  return (
    <>
      <ul className={styles.list}>
        {sorted.map((exception) => (
          <li key={`${exception.date}-${exception.yearly ?? false}`} className={styles.line}>
            <span className={styles.grow}>
              {exception.name || (exception.working ? "Worked" : "Day off")}
            </span>
            <span className={styles.why}>
              {exception.yearly
                ? `${formatDay(exception.date, "short")}, every year`
                : formatDay(exception.date, "medium")}
              {exception.working ? ", worked" : ""}
            </span>
            <IconButton
              size="sm"
              label={`Remove ${exception.name || formatDay(exception.date)}`}
              onPress={() => onChange(exceptions.filter((e) => e !== exception))}
            >
              <Trash2 size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <input
          ref={nameField}
          className={styles.addName}
          aria-label="Name of the day off"
          placeholder="New Year’s Day"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
        <span className={styles.addDay}>
          <DayField framed label="Day off" value={date} today={today} onChange={setDate} />
        </span>
        <ToggleButton
          className={`${styles.weekday} ${styles.yearly}`}
          isSelected={yearly}
          onChange={setYearly}
        >
          Every year
        </ToggleButton>
        <Button isDisabled={date === null} onPress={add}>
          Add day off
        </Button>
      </div>
    </>
  );
}
