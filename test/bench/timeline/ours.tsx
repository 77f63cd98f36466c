/**
 * Adapter for the neutral timeline harness: mounts TimelineView, the component the app ships, and moves tasks as the
 * app does, by a Change. Making a plan of the neutral data is part of the measured load, as it is for every other
 * chart there.
 */
import "#renderer/ui/tokens.css";
import "#renderer/ui/base.css";
import { useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { TimelineView } from "#renderer/features/timeline/TimelineView.tsx";
import { dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { shiftItems } from "#shared/domain/operations/edit.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { firstDayOf, idOf, type NeutralData, planOf } from "./neutralPlan.ts";

const PX_PER_DAY = 30;
const COLUMN = 240;
const NOTHING_FOLDED: ReadonlySet<Id> = new Set();

let plan: Plan;
let show: (plan: Plan) => void;

const nothing = (): void => undefined;
const editing = {
  newId: () => "edit",
  now: () => "2026-01-01T00:00:00.000Z",
  today: () => "2026-01-01",
  author: "",
  sessionId: null,
} as const;

function shift(ids: readonly Id[], days: number): void {
  plan = applyChange(plan, must(shiftItems(plan, editing, ids, days)));
  flushSync(() => show(plan));
}

function Mounted({ data }: { readonly data: NeutralData }) {
  const [shown, setShown] = useState(plan);
  const [selection, setSelection] = useState<readonly Id[]>([]);
  const [today] = useState(() => firstDayOf(data));
  show = setShown;
  return (
    <TimelineView
      plan={shown}
      today={today}
      collapsed={NOTHING_FOLDED}
      onToggleCollapsed={nothing}
      selection={selection}
      onSelect={setSelection}
      onOpenDetails={nothing}
      pxPerDay={PX_PER_DAY}
      onZoom={nothing}
      columnWidth={COLUMN}
      onColumnWidth={nothing}
      scrollDay={today}
      onScrollDay={nothing}
      readOnly={false}
      onShift={shift}
      onStart={nothing}
      onFinish={nothing}
      onMilestoneDate={nothing}
      onLink={nothing}
      request={null}
    />
  );
}

export const peer = {
  name: "Groundwork",
  version: "0.1.0",
  links: true,
  mount(host: HTMLElement, data: NeutralData): void {
    plan = planOf(data);
    const root = createRoot(host);
    flushSync(() => root.render(<Mounted data={data} />));
  },
  ready: (host: HTMLElement): boolean => bars(host).length > 0,
  move: (id: number, days: number): void => shift([idOf(id)], days),
  startOf(id: number): number {
    const task = plan.tasks.get(idOf(id));
    return task ? dayNumber(task.start) : Number.NaN;
  },
  barPoint(host: HTMLElement): { x: number; y: number } | null {
    const seen = bars(host)
      .map((bar) => bar.getBoundingClientRect())
      .find((r) => r.left > COLUMN && r.right < 1_350 && r.top > 130 && r.bottom < 800 && r.width > 60);
    return seen ? { x: seen.left + seen.width / 2, y: seen.top + seen.height / 2 } : null;
  },
};

function bars(host: HTMLElement): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>("[aria-hidden] [data-slot]:not([hidden])")];
}
