import { DoorClosed, DoorOpen, OctagonX, Pause, RotateCcw } from "lucide-react";
import type { Gate } from "#shared/domain/gates.ts";
import styles from "./Gates.module.css";

const MARKS = {
  open: [DoorClosed, styles.plain],
  go: [DoorOpen, styles.good],
  hold: [Pause, styles.warn],
  rework: [RotateCcw, styles.warn],
  stop: [OctagonX, styles.bad],
} as const;

/** A shut door, an open one, a pause, a turn back, an octagon: told apart without colour. The word stands beside it. */
export function GateMark({ state, size = 14 }: { readonly state: Gate["state"]; readonly size?: number }) {
  const [Icon, tone] = MARKS[state];
  const filled = state === "hold" ? { fill: "currentColor" } : {};
  return <Icon size={size} className={`${styles.mark} ${tone}`} {...filled} aria-hidden />;
}
