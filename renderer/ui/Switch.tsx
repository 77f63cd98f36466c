import { Switch as AriaSwitch } from "react-aria-components";
import styles from "./Switch.module.css";

interface SwitchProps {
  /** Read by screen readers; the words that are seen stand beside it. */
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** On for some of what it stands for: the next press switches all of it on. */
  readonly isMixed?: boolean;
  readonly isDisabled?: boolean;
  /** A line beside it that says what it does; it can be pressed too. */
  readonly hint?: string;
}

/** Something that is on or off at once, without a button to confirm it. */
export function Switch({ label, isOn, onChange, isMixed = false, isDisabled = false, hint }: SwitchProps) {
  return (
    <AriaSwitch
      aria-label={[label, isMixed ? "some of them" : "", hint ?? ""].filter(Boolean).join(", ")}
      isSelected={isOn}
      isDisabled={isDisabled}
      onChange={onChange}
      className={`${styles.switch} ${hint ? styles.hinted : ""}`}
    >
      <span className={styles.track} data-mixed={isMixed || undefined}>
        <span className={styles.thumb} />
      </span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </AriaSwitch>
  );
}
