import { Radio, RadioGroup } from "react-aria-components";
import { PRESETS, type Preset, sectionsOf } from "#shared/domain/printSettings.ts";
import styles from "./export.module.css";
import type { SettingsProps } from "./fields.ts";

const PRESET_WORDS: Record<Preset, { readonly label: string; readonly text: string }> = {
  board: {
    label: "Board",
    text: "Short: the plan on a page, what changed, a page per stage, what was decided.",
  },
  working: {
    label: "Working session",
    text: "For the table: the timeline, who does what, and all work beside the plan on a page.",
  },
  handover: { label: "Handover", text: "Everything, for whoever takes over." },
  own: { label: "Own choice", text: "The sections that are switched on below." },
};

/** For whom it is: a set of sections, or one’s own choice of them. */
export function PresetChoice({ settings, onChange }: SettingsProps) {
  const choose = (value: string): void => {
    const preset = PRESETS.find((one) => one === value);
    if (!preset) return;
    // One's own choice begins with what is there.
    const isNew = preset === "own" && settings.preset !== "own";
    onChange({ preset, ...(isNew ? { sections: sectionsOf(settings) } : {}) });
  };
  return (
    <section className={styles.group}>
      <RadioGroup
        aria-label="For"
        value={settings.preset}
        onChange={choose}
        orientation="horizontal"
        className={styles.presets ?? ""}
      >
        {PRESETS.map((preset) => (
          <Radio key={preset} value={preset} className={styles.preset ?? ""}>
            {PRESET_WORDS[preset].label}
          </Radio>
        ))}
      </RadioGroup>
      <p className={styles.note}>{PRESET_WORDS[settings.preset].text}</p>
    </section>
  );
}
