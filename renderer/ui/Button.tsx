import type { ReactNode, RefObject } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./Button.module.css";
import { Tooltip } from "./Tooltip.tsx";

interface ButtonProps extends Omit<AriaButtonProps, "className" | "children"> {
  readonly variant?: "primary" | "secondary" | "quiet" | "danger";
  readonly size?: "sm" | "md";
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
  readonly ref?: RefObject<HTMLButtonElement | null>;
}

export function Button({ variant = "secondary", size = "md", icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`${styles.button} ${styles[variant]} ${styles[size]}`}>
      {icon}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, "className" | "children" | "aria-label"> {
  /** Read by screen readers and shown as a tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactNode;
  readonly size?: "sm" | "md";
}

export function IconButton({ label, shortcut, children, size = "md", ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton {...rest} aria-label={label} className={`${styles.button} ${styles.icon} ${styles[size]}`}>
        {children}
      </AriaButton>
    </Tooltip>
  );
}
