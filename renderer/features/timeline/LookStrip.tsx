import { X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { setFilter } from "#renderer/commands/filter.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { run } from "#renderer/commands/registry.ts";
import { type Filtered, liveFilter } from "#shared/timeline/filter.ts";
import { filterParts, shownWords } from "#shared/timeline/filterWords.ts";
import { targetWords } from "./CriticalButton.tsx";
import styles from "./Tools.module.css";
import { useCriticalTo } from "./useLook.ts";

/** What the timeline is narrowed down to, each part with its way out, and what the signs of the critical path mean. */
export function LookStrip({ filtered }: { readonly filtered: Filtered | null }) {
  const plan = usePlan();
  const to = useCriticalTo(plan);
  if (!filtered && to === "off") return null;
  return (
    <div className={styles.strip}>
      {filtered && <Parts filtered={filtered} />}
      {to !== "off" && <Legend target={targetWords(plan, to)} />}
    </div>
  );
}

function Parts({ filtered }: { readonly filtered: Filtered }) {
  const app = useApp();
  const plan = usePlan();
  const filter = liveFilter(
    plan,
    useUi((state) => state.filter),
  );
  return (
    <section className={styles.parts} aria-label="Filtered by">
      {filterParts(plan, filter).map(({ key, label, without }) => (
        <AriaButton
          key={key}
          className={styles.chip ?? ""}
          aria-label={`Remove filter: ${label}`}
          onPress={() => setFilter(app, without)}
        >
          <span className={styles.chipText}>{label}</span>
          <X size={12} aria-hidden />
        </AriaButton>
      ))}
      <AriaButton className={styles.clear ?? ""} onPress={() => run(app, "view.clearFilter")}>
        Clear
      </AriaButton>
      <output className={styles.count}>{shownWords(filtered)}</output>
    </section>
  );
}

function Legend({ target }: { readonly target: string }) {
  return (
    <section className={styles.legend} aria-label="Signs of the critical path">
      <span className={styles.target}>To {target}</span>
      <span className={styles.sign}>
        <span className={styles.criticalSign} aria-hidden />
        On the critical path
      </span>
      <span className={styles.sign}>
        <span className={styles.slipSign} aria-hidden />
        Room to slip
      </span>
    </section>
  );
}
