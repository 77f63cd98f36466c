import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Select as AriaSelect,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import menuStyles from "./Menu.module.css";
import styles from "./Select.module.css";
import { type OpensByItself, useOpening } from "./useOpening.ts";

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A mark before the label, in the list and in the closed field. */
  readonly mark?: ReactNode;
}

interface SelectProps<T extends string> extends OpensByItself {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
  /** With a border, as in a dialog's form. */
  readonly framed?: boolean;
  /** Among other controls, where nothing else says that it can be opened. */
  readonly showsChevron?: boolean;
}

/** A choice from a short list. The label is for screen readers; a visible one stands beside the field. */
export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled = false,
  framed = false,
  showsChevron = framed,
  startsOpen,
  onClosed,
}: SelectProps<T>) {
  const opening = useOpening({ startsOpen, onClosed });
  return (
    <AriaSelect
      aria-label={label}
      selectedKey={value}
      isDisabled={isDisabled}
      {...opening}
      onSelectionChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      className={styles.select ?? ""}
    >
      <AriaButton
        className={`${styles.field} ${framed ? styles.framed : ""} ${showsChevron ? "" : styles.quiet}`}
      >
        <SelectValue className={styles.value ?? ""} />
        <ChevronDown size={14} className={styles.chevron} aria-hidden />
      </AriaButton>
      <Popover className={menuStyles.popover ?? ""}>
        <ListBox className={menuStyles.menu ?? ""} items={options.map((o) => ({ ...o, id: o.value }))}>
          {(option) => (
            <ListBoxItem textValue={option.label} className={menuStyles.item ?? ""}>
              <span className={styles.option}>
                {option.mark}
                <span className={styles.text}>{option.label}</span>
              </span>
              {option.id === value && <Check size={14} className={styles.check} aria-hidden />}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
