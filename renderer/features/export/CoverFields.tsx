import { usePlan } from "#renderer/commands/hooks.ts";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import { preparedByWords } from "#shared/print/document/coverPage.ts";
import { versionWords } from "#shared/print/document/version.ts";
import styles from "./export.module.css";
import type { SettingsProps } from "./fields.ts";

/** Who made it for whom, and what this state of the plan is called. */
export function CoverFields({ settings, onChange }: SettingsProps) {
  const plan = usePlan();
  return (
    <section className={styles.group}>
      <TextInput
        label="Prepared for"
        value={settings.preparedFor}
        placeholder="The board"
        onChange={(preparedFor) => onChange({ preparedFor })}
      />
      <TextInput
        label="Prepared by"
        value={settings.preparedBy}
        placeholder={preparedByWords(plan, "")}
        onChange={(preparedBy) => onChange({ preparedBy })}
      />
      <TextInput
        label="Version"
        value={settings.versionName}
        placeholder={versionWords(plan, "")}
        hint="On every page. Left empty, a mark that changes whenever the plan does."
        onChange={(versionName) => onChange({ versionName })}
      />
    </section>
  );
}
