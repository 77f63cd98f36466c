import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { assignNewPerson, editRoadmap } from "#renderer/commands/people.ts";
import { useDraft } from "#renderer/commands/useDraft.ts";
import { CurrencyPicker } from "#renderer/fields/CurrencyPicker.tsx";
import { DayField } from "#renderer/fields/DayField.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import styles from "./settings.module.css";

export function RoadmapTab() {
  const app = useApp();
  const { roadmap } = usePlan();
  const today = useUi((state) => state.today);
  const name = useRoadmapField("name");
  const companyName = useRoadmapField("companyName");
  const vision = useRoadmapField("vision");
  return (
    <>
      <div className={styles.pair}>
        <TextInput label="Roadmap name" {...name} />
        <TextInput label="Company" {...companyName} />
      </div>
      <TextInput multiline maxLength={2_000} label="The CEO’s vision" {...vision} />
      <div className={styles.pair}>
        <Leader title="CEO" field="ceoId" />
        <Leader title="COO" field="cooId" />
      </div>
      <div className={styles.short}>
        <span className={styles.label}>Amounts in</span>
        <CurrencyPicker framed />
      </div>
      <div className={styles.short}>
        <span className={styles.label}>Start</span>
        <DayField
          framed
          label="Start date"
          value={roadmap.startDate}
          today={today}
          onChange={(startDate) => editRoadmap(app, { startDate }, { label: "Change start" })}
        />
      </div>
    </>
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
