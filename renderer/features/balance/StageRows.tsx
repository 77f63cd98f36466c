import { TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import styles from "./Balance.module.css";
import lists from "./lists.module.css";

interface StageRowsProps {
  readonly title: string;
  readonly wanted: string;
  readonly children: ReactNode;
}

export function StageRows({ title, wanted, children }: StageRowsProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 className={styles.title}>
        <span id={id}>{title}</span>
        <span className={styles.end}>{wanted}</span>
      </h3>
      <ul aria-labelledby={id}>{children}</ul>
    </section>
  );
}

interface StageRowProps {
  readonly name: string;
  readonly figure: string;
  readonly words: string;
  readonly isOff: boolean;
  readonly bar: ReactNode;
  readonly wantedLabel: string;
  readonly wantedPct: number | null;
  readonly onWish: (pct: number | null) => void;
}

export function StageRow({ name, figure, words, isOff, bar, wantedLabel, wantedPct, onWish }: StageRowProps) {
  return (
    <li className={lists.stageRow}>
      <span className={lists.stageName} title={name}>
        {name}
      </span>
      <span className={lists.stageFigure}>{figure}</span>
      <span className={styles.stageBar}>{bar}</span>
      <span className={lists.stageWish}>
        <NumberField
          label={wantedLabel}
          value={wantedPct}
          unit="%"
          max={100}
          step={5}
          clearable
          placeholder="not set"
          onChange={onWish}
        />
      </span>
      <span className={`${lists.stageWords} ${isOff ? lists.off : ""}`}>
        {isOff && <TriangleAlert size={12} aria-hidden />}
        {words}
      </span>
    </li>
  );
}
