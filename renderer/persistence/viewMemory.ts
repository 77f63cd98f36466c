/** Remembers how each roadmap was last looked at, and the theme. Losing it loses no work. */
import { z } from "zod";
import {
  DEFAULT_VIEW,
  PLAN_VIEWS,
  type PlanView,
  type Theme,
  type ViewState,
} from "#renderer/store/uiStore.ts";
import type { Id } from "#shared/domain/fields.ts";
import { FILTER_STATUSES, type ItemFilter, NO_FILTER } from "#shared/timeline/filter.ts";

const filterSchema: z.ZodType<ItemFilter> = z.object({
  people: z.array(z.string()),
  stages: z.array(z.string()),
  statuses: z.array(z.enum(FILTER_STATUSES)),
  criticalOnly: z.boolean(),
});
const viewSchema = z.object({
  collapsed: z.array(z.string()),
  detailsOpen: z.object({ outline: z.boolean(), timeline: z.boolean() }),
  pxPerDay: z.number().min(0.1).max(100),
  columnWidth: z.number().min(100).max(2_000),
  scrollDay: z.string().nullable(),
  // Views remembered before columns could be chosen have none.
  columnChoice: z.record(z.string(), z.boolean()).default({}),
  // Nor do those from before baselines compare with one.
  compareWith: z.string().nullable().default(null),
  criticalTo: z.string().default("off"),
  // A filter that cannot be read shows everything.
  filter: filterSchema.catch(NO_FILTER),
  datesUnfolded: z.boolean().default(false),
  meId: z.string().nullable().default(null),
  unsaved: z.object({ issue: z.string(), decision: z.string() }).catch({ issue: "", decision: "" }),
  view: z.enum(PLAN_VIEWS),
});
const themeSchema = z.enum(["system", "light", "dark"]);

export type RememberedView = ViewState & { readonly view: PlanView };

export function recallView(id: Id): RememberedView {
  const parsed = viewSchema.safeParse(read(`groundwork.view.${id}`));
  if (!parsed.success) return { ...DEFAULT_VIEW, view: "outline" };
  return { ...parsed.data, collapsed: new Set(parsed.data.collapsed) };
}

export function rememberView(id: Id, view: RememberedView): void {
  const {
    collapsed,
    detailsOpen,
    pxPerDay,
    columnWidth,
    scrollDay,
    criticalTo,
    filter,
    columnChoice,
    compareWith,
    datesUnfolded,
    meId,
    unsaved,
  } = view;
  write(`groundwork.view.${id}`, {
    collapsed: [...collapsed],
    detailsOpen,
    pxPerDay,
    columnWidth,
    scrollDay,
    criticalTo,
    filter,
    columnChoice,
    compareWith,
    datesUnfolded,
    meId,
    unsaved,
    view: view.view,
  });
}

export function recallTheme(): Theme {
  const parsed = themeSchema.safeParse(read("groundwork.theme"));
  return parsed.success ? parsed.data : "system";
}

export function rememberTheme(theme: Theme): void {
  write("groundwork.theme", theme);
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** A full or forbidden localStorage only costs the memory of a view. */
function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
