import { type FormEvent, useState } from "react";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { createRoadmap } from "#renderer/commands/roadmaps.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import type { Day } from "#shared/domain/day.ts";
import { STANDARD_STAGES } from "#shared/domain/stage.ts";
import styles from "./forms.module.css";

export function NewRoadmapDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const [companyName, setCompanyName] = useState("");
  const [vision, setVision] = useState("");
  const [startDate, setStartDate] = useState<Day>(today);
  const [ceoName, setCeoName] = useState("");
  const [cooName, setCooName] = useState("");
  const [tried, setTried] = useState(false);
  const missing = companyName.trim() === "";

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setTried(true);
    if (missing) {
      event.currentTarget.querySelector("input")?.focus();
      return;
    }
    onClose();
    void createRoadmap(app, { companyName, vision, startDate, ceoName, cooName });
  }

  return (
    <Dialog
      title="New roadmap"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="new-roadmap">
            Create roadmap
          </Button>
        </>
      }
    >
      <form id="new-roadmap" className={styles.form} onSubmit={submit}>
        <TextInput
          autoFocus
          label="Company"
          value={companyName}
          onChange={setCompanyName}
          problem={tried && missing ? "Give the company a name." : null}
        />
        <TextInput
          multiline
          maxLength={2_000}
          label="The CEO’s vision"
          hint="A sentence or two: what the business is when it has become what you want."
          value={vision}
          onChange={setVision}
        />
        <div className={styles.pair}>
          <TextInput label="CEO" placeholder="Name" value={ceoName} onChange={setCeoName} />
          <TextInput label="COO" placeholder="Name" value={cooName} onChange={setCooName} />
        </div>
        <div className={styles.field}>
          <span className={styles.label}>Start</span>
          <DayField framed label="Start date" value={startDate} onChange={setStartDate} today={today} />
        </div>
        <p className={styles.note}>
          It comes with {STANDARD_STAGES.length} stages you can change:{" "}
          {STANDARD_STAGES.map((s) => s.name).join(", ")}.
        </p>
      </form>
    </Dialog>
  );
}
