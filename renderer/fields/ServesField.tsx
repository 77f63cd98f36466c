import { Unlink2 } from "lucide-react";
import type { ReactElement } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { hang, hangOnNewSentence } from "#renderer/commands/vision.ts";
import { Finder } from "#renderer/ui/Finder.tsx";
import type { OpensByItself } from "#renderer/ui/useOpening.ts";
import type { Id } from "#shared/domain/fields.ts";
import { isBlank } from "#shared/domain/words.ts";
import styles from "./ServesField.module.css";

interface ServesFieldProps extends OpensByItself {
  readonly milestoneIds: readonly Id[];
  /** The sentence they serve; null when none, or when they serve several. */
  readonly value: Id | null;
  /** The button that opens the list; usually it shows the sentence. */
  readonly trigger?: ReactElement;
  readonly onPicked?: () => void;
  readonly takeTypedAhead?: (() => string) | undefined;
}

const NONE = "none";

/** The sentence of the vision that milestones serve, found by typing or added at once. */
export function ServesField({ milestoneIds, value, trigger, onPicked, ...opening }: ServesFieldProps) {
  const app = useApp();
  const { visionLines } = usePlan().roadmap;
  const readOnly = useReadOnly();
  const chosen = visionLines.find(({ id }) => id === value);
  const words = chosen ? sentenceWords(chosen.text) : "Nothing yet";
  return (
    <Finder
      {...opening}
      label="Serves"
      placeholder={visionLines.length > 0 ? "Find or add a sentence" : "Type what it serves"}
      options={() => [
        ...(value === null
          ? []
          : [
              {
                id: NONE,
                label: "Nothing",
                mark: <Unlink2 size={14} className={styles.faint} aria-hidden />,
              },
            ]),
        ...visionLines.map(({ id, text }) => ({ id, label: sentenceWords(text) })),
      ]}
      selected={value === null ? [] : [value]}
      onPick={(id) => {
        hang(app, milestoneIds, id === NONE ? null : id);
        onPicked?.();
      }}
      onCreate={(text) => {
        hangOnNewSentence(app, milestoneIds, text);
        onPicked?.();
      }}
      emptyText="The vision has no sentence yet. Type one to add it."
      trigger={
        trigger ?? (
          <AriaButton aria-label={`Serves: ${words}`} isDisabled={readOnly} className={styles.field ?? ""}>
            <span className={chosen ? styles.text : styles.faint}>{words}</span>
          </AriaButton>
        )
      }
    />
  );
}

export function sentenceWords(text: string): string {
  return isBlank(text) ? "A sentence without words" : text;
}
