import { Plus, X } from "lucide-react";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { changeOption, createOption, deleteOption, editRecord } from "#renderer/commands/records.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import type { Decision, DecisionOption } from "#shared/domain/decision.ts";
import { isBlank } from "#shared/domain/words.ts";
import styles from "./Paper.module.css";

const MOST_OPTIONS = 50;

/** What was weighed: a line each with what speaks for and against it; the dot marks the one that was taken. */
export function Options({ decision }: { readonly decision: Decision }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <>
      {decision.options.length > 0 && (
        <ul className={styles.options} aria-label="Options">
          {decision.options.map((option) => (
            <Line key={option.id} decision={decision} option={option} />
          ))}
        </ul>
      )}
      {!readOnly && decision.options.length < MOST_OPTIONS && (
        <div className={styles.addOption}>
          <AddLine
            label="Add an option"
            icon={<Plus size={14} aria-hidden />}
            onAdd={(text) => createOption(app, decision.id, text)}
          />
        </div>
      )}
    </>
  );
}

function Line({ decision, option }: { readonly decision: Decision; readonly option: DecisionOption }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const isTaken = decision.chosenId === option.id;
  const name = isBlank(option.text) ? "option without words" : option.text.trim();
  return (
    <li className={styles.option}>
      <input
        type="checkbox"
        className={styles.dot}
        aria-label={`Taken: ${name}`}
        title={isTaken ? "This one was taken" : "Mark it as the one that is taken"}
        checked={isTaken}
        disabled={readOnly}
        onChange={() =>
          editRecord(
            app,
            decision.id,
            { chosenId: isTaken ? null : option.id },
            { label: isTaken ? "Take no option" : "Take option" },
          )
        }
      />
      <div className={styles.optionWords}>
        <PlanTextField
          look="line"
          label="Option"
          value={option.text}
          placeholder="An option"
          save={(text, group) => changeOption(app, decision.id, option.id, { text }, group)}
        />
        <div className={styles.weighing}>
          <PlanTextField
            look="notes"
            label={`For and against: ${name}`}
            value={option.weighing}
            placeholder="What speaks for it and against it"
            save={(weighing, group) => changeOption(app, decision.id, option.id, { weighing }, group)}
          />
        </div>
      </div>
      {!readOnly && (
        <span className={styles.removeOption}>
          <IconButton
            size="sm"
            label={`Delete the option ${name}`}
            onPress={() => deleteOption(app, decision.id, option.id)}
          >
            <X size={13} />
          </IconButton>
        </span>
      )}
    </li>
  );
}
