import { usePlan } from "#renderer/commands/hooks.ts";
import { type Option, Select } from "#renderer/ui/Select.tsx";
import { dayOfInstant, formatDay } from "#shared/domain/day.ts";
import { baselinesOf } from "#shared/domain/operations/baselines.ts";
import { type Orientation, PAPERS, type Paper, sectionsOf } from "#shared/domain/printSettings.ts";
import { isBlank } from "#shared/domain/words.ts";
import styles from "./export.module.css";
import type { SettingsProps } from "./fields.ts";
import { PAPER_WORDS } from "./papers.ts";

const WAYS: readonly Option<Orientation>[] = [
  { value: "landscape", label: "Landscape" },
  { value: "portrait", label: "Portrait" },
];
const USUAL = "usual";

interface PaperFieldsProps extends SettingsProps {
  readonly paper: Paper;
}

/** The paper, and since when what changed is told. */
export function PaperFields({ settings, paper, onChange }: PaperFieldsProps) {
  const plan = usePlan();
  const hasChanges = sectionsOf(settings).some((section) => section === "changes" || section === "stages");
  const frozen = baselinesOf(plan).map(({ id, name, frozenAt }) => {
    const day = formatDay(dayOfInstant(new Date(frozenAt)));
    return { value: id, label: isBlank(name) ? day : `${name}, ${day}` };
  });
  return (
    <section className={styles.group}>
      <div className={styles.pair}>
        <div className={styles.field}>
          <span className={styles.label}>Paper</span>
          <Select
            framed
            label="Paper"
            value={paper}
            options={PAPERS.map((value) => ({ value, label: PAPER_WORDS[value] }))}
            onChange={(chosen) => onChange({ paper: chosen })}
          />
        </div>
        <div className={styles.field}>
          <span className={styles.label}>All sections</span>
          <Select
            framed
            label="Orientation of all sections"
            value={settings.orientation}
            options={WAYS}
            onChange={(orientation) => onChange({ orientation, sectionOrientations: [] })}
          />
        </div>
      </div>
      {hasChanges && frozen.length > 0 && (
        <div className={styles.field}>
          <span className={styles.label}>What changed since</span>
          <Select
            framed
            label="What changed since"
            value={settings.sinceBaselineId ?? USUAL}
            options={[{ value: USUAL, label: "The last session" }, ...frozen]}
            onChange={(id) => onChange({ sinceBaselineId: id === USUAL ? null : id })}
          />
        </div>
      )}
    </section>
  );
}
