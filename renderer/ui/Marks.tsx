/** State by shape as well as colour; the word stands beside it or in a label. */
import {
  Ban,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePause,
  Diamond,
  Milestone as Flag,
  Square,
  Triangle,
} from "lucide-react";
import type { PlanItem } from "#shared/domain/entity.ts";
import type { Health } from "#shared/domain/milestone.ts";
import type { TaskStatus } from "#shared/domain/task.ts";
import styles from "./Marks.module.css";

const STATUS_ICONS = {
  "not-started": [Circle, styles.faint],
  "in-progress": [CircleDot, styles.info],
  waiting: [CirclePause, styles.warn],
  blocked: [CircleAlert, styles.danger],
  done: [CircleCheck, styles.good],
  cancelled: [Ban, styles.faint],
} as const;

export function StatusMark({ status, size = 14 }: { readonly status: TaskStatus; readonly size?: number }) {
  const [Icon, tone] = STATUS_ICONS[status];
  return <Icon size={size} className={tone} aria-hidden />;
}

const HEALTH_ICONS = {
  unset: [CircleDashed, styles.faint],
  "on-track": [CircleCheck, styles.good],
  "at-risk": [Triangle, styles.warn],
  "off-track": [Square, styles.danger],
} as const;

/** On track a ticked circle, at risk a triangle, off track a filled square: told apart without colour. */
export function HealthMark({ health, size = 14 }: { readonly health: Health; readonly size?: number }) {
  const [Icon, tone] = HEALTH_ICONS[health];
  const filled = health === "at-risk" || health === "off-track";
  return <Icon size={size} className={tone} {...(filled ? { fill: "currentColor" } : {})} aria-hidden />;
}

const KIND_ICONS = { stage: Flag, milestone: Diamond, task: Circle } as const;

export function KindMark({ kind, size = 14 }: { readonly kind: PlanItem["kind"]; readonly size?: number }) {
  const Icon = KIND_ICONS[kind];
  return <Icon size={size} className={styles.faint} aria-hidden />;
}
