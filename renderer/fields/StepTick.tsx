import { Check } from "lucide-react";
import { Checkbox } from "react-aria-components";
import { usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { type Day, dayOfInstant, formatDayNear } from "#shared/domain/day.ts";
import type { ProcedureStep } from "#shared/domain/procedure.ts";
import type { RoutineStep } from "#shared/domain/routine.ts";
import type { Tick } from "#shared/domain/tick.ts";
import { isBlank, minutesWords } from "#shared/domain/words.ts";
import { OutsideLink } from "./OutsideLink.tsx";
import styles from "./StepTick.module.css";

interface StepTickProps {
  readonly step: ProcedureStep | RoutineStep;
  readonly tick: Tick | undefined;
  /** Null where it cannot be ticked now. */
  readonly onTick: ((ticked: boolean) => void) | null;
}

/** A step to tick, with whose it is and where to look; once ticked, with who did it and when. */
export function StepTick({ step, tick, onTick }: StepTickProps) {
  const readOnly = useReadOnly();
  const name = isBlank(step.text) ? "Untitled step" : step.text;
  return (
    <li className={styles.step}>
      <Checkbox
        aria-label={name}
        isSelected={tick !== undefined}
        isDisabled={readOnly || onTick === null}
        onChange={(ticked) => onTick?.(ticked)}
        className={styles.box ?? ""}
      >
        {tick && <Check size={12} strokeWidth={3} aria-hidden />}
      </Checkbox>
      <span className={styles.words}>
        <span className={tick ? styles.done : ""}>{name}</span>
        <About step={step} tick={tick} />
      </span>
    </li>
  );
}

function About({ step, tick }: Pick<StepTickProps, "step" | "tick">) {
  const { people } = usePlan();
  const today = useUi((state) => state.today);
  const more = "role" in step ? step : null;
  const by = tick?.byId ? people.get(tick.byId) : undefined;
  const facts = tick
    ? [by ? personName(by) : "", tick.at === null ? "" : tickedWords(tick.at, today)]
    : [more?.role ?? "", more?.minutes == null ? "" : minutesWords(more.minutes)];
  const line = facts.filter((fact) => fact !== "").join(" · ");
  return (
    <>
      {line !== "" && <span className={styles.about}>{line}</span>}
      {more && more.note.trim() !== "" && <span className={styles.note}>{more.note}</span>}
      {more && more.link !== "" && <OutsideLink link={more.link} />}
    </>
  );
}

/** `today 14:05`, `3 Feb 09:10`: by the clock where the app runs. */
function tickedWords(instant: string, today: Day): string {
  const then = new Date(instant);
  const day = dayOfInstant(then);
  const time = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `${day === today ? "today" : formatDayNear(day, today)} ${time}`;
}
