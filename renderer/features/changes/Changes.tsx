/** What changed since a session, a day or a baseline that somebody chooses. */
import { ChangesSince } from "#renderer/changes/ChangesSince.tsx";
import { closedSessions, usualSince } from "#renderer/commands/changes.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { chooseVersion } from "#renderer/commands/savedVersion.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import type { Since } from "#renderer/store/uiStore.ts";
import { type Option, Select } from "#renderer/ui/Select.tsx";
import { baselineName, frozenOn } from "#shared/domain/compareWords.ts";
import { addDays, type Day, dayOfInstant, formatDayNear } from "#shared/domain/day.ts";
import { baselinesOf } from "#shared/domain/operations/baselines.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isBlank } from "#shared/domain/words.ts";
import styles from "./Changes.module.css";

export function Changes() {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const chosen = useUi((state) => state.changesSince);
  const since = chosen && isThere(plan, chosen) ? chosen : usualSince(app, plan);
  const set = (next: Since): void => app.ui.setState({ changesSince: next });
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <header className={styles.head}>
          <span aria-hidden>Since</span>
          <span className={styles.choice}>
            <Select
              framed
              label="Since"
              value={keyOf(since)}
              options={optionsOf(plan, since, today)}
              onChange={(key) =>
                key === ASK_FILE ? void chooseVersion(app) : set(sinceOf(key, since, today))
              }
            />
          </span>
          {since.kind === "day" && (
            <span className={styles.day}>
              <DayField
                framed
                label="Day"
                value={since.day}
                today={today}
                onChange={(day) => set({ kind: "day", day })}
              />
            </span>
          )}
        </header>
        <ChangesSince since={since} />
      </div>
    </div>
  );
}

/** A session or a baseline that was deleted since it was chosen counts as none. */
function isThere(plan: Plan, since: Since): boolean {
  if (since.kind === "file") return since.plan.roadmap.id === plan.roadmap.id;
  if (since.kind === "baseline") return plan.baselines.has(since.id);
  return since.kind !== "session" || closedSessions(plan).some(({ id }) => id === since.id);
}

const USUAL_DAYS = 7;
/** The choice that asks for a file, whichever was chosen before. */
const ASK_FILE = "ask-file";

function keyOf(since: Since): string {
  return since.kind === "session" || since.kind === "baseline" ? `${since.kind}:${since.id}` : since.kind;
}

function sinceOf(key: string, now: Since, today: Day): Since {
  if (key === now.kind) return now;
  const [kind, ...rest] = key.split(":");
  const id = rest.join(":");
  if (kind === "session" || kind === "baseline") return { kind, id };
  return kind === "first" ? { kind: "first" } : { kind: "day", day: addDays(today, -USUAL_DAYS) };
}

function optionsOf(plan: Plan, since: Since, today: Day): Option<string>[] {
  const on = (instant: string): string => formatDayNear(dayOfInstant(new Date(instant)), today);
  const sessions = closedSessions(plan).map(({ id, name, closedAt }, i) => ({
    value: `session:${id}`,
    label: `${i === 0 ? "The last session" : isBlank(name) ? "The session" : name}, ${on(closedAt)}`,
  }));
  // What a session froze is chosen by the session.
  const told = new Set(closedSessions(plan).map(({ baselineId }) => baselineId));
  const others = baselinesOf(plan).filter(({ id }) => !told.has(id) || keyOf(since) === `baseline:${id}`);
  const baselines = others.map((baseline) => ({
    value: `baseline:${baseline.id}`,
    label: `“${baselineName(baseline)}”, frozen ${frozenOn(baseline, today)}`,
  }));
  return [
    ...sessions,
    { value: "day", label: "A day" },
    ...baselines,
    { value: "first", label: `It was first opened here, ${on(plan.roadmap.createdAt)}` },
    ...(since.kind === "file" ? [{ value: "file", label: `The file “${since.name}”` }] : []),
    { value: ASK_FILE, label: "A saved file or a backup…" },
  ];
}
