import type { ReactElement, ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";
import { shortcutWords } from "./shortcut.ts";
import styles from "./Tooltip.module.css";

interface TooltipProps {
  /** An element is only drawn while it shows. */
  readonly text: ReactNode;
  readonly shortcut?: string | undefined;
  readonly placement?: "top" | "bottom";
  readonly children: ReactElement;
}

export function Tooltip({ text, shortcut, placement = "top", children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={50}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ""} placement={placement} offset={6}>
        {text}
        {shortcut && <kbd className={styles.keys}>{shortcutWords(shortcut)}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
