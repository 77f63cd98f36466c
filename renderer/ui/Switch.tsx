import { Switch as AriaSwitch } from "react-aria-components";
import styles from "./Switch.module.css";

interface SwitchProps {
  /** Read by screen readers; the words that are seen stand beside it. */
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

/** Something that is on or off at once, without a button to confirm it. */
export function Switch({ label, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <AriaSwitch
      aria-label={label}
      isSelected={isOn}
      isDisabled={isDisabled}
      onChange={onChange}
      className={styles.switch ?? ""}
    >
      <span className={styles.track}>
        <span className={styles.thumb} />
      </span>
    </AriaSwitch>
  );
}
