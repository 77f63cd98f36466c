import { Check } from "lucide-react";
import { Checkbox } from "react-aria-components";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import styles from "./Routines.module.css";

interface RunTickProps {
  readonly label: string;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

export function RunTick({ label, ticked, onTick }: RunTickProps) {
  const readOnly = useReadOnly();
  return (
    <Checkbox
      aria-label={label}
      isSelected={ticked}
      isDisabled={readOnly}
      onChange={onTick}
      className={styles.box ?? ""}
    >
      {ticked && <Check size={12} strokeWidth={3} aria-hidden />}
    </Checkbox>
  );
}
