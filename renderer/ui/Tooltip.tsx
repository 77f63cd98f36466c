import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";
import { shortcutWords } from "./shortcut.ts";
import styles from "./Tooltip.module.css";

interface TooltipProps {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
}

export function Tooltip({ text, shortcut, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={50}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ""} offset={6}>
        {text}
        {shortcut && <kbd className={styles.keys}>{shortcutWords(shortcut)}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
