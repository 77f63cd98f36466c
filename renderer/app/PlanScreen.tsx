import { useRef } from "react";
import { useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { Balance } from "#renderer/features/balance/Balance.tsx";
import { Bin } from "#renderer/features/bin/Bin.tsx";
import { Changes } from "#renderer/features/changes/Changes.tsx";
import { Clashes } from "#renderer/features/clashes/Clashes.tsx";
import { WhoDecides } from "#renderer/features/decisions/WhoDecides.tsx";
import { Details } from "#renderer/features/details/Details.tsx";
import { Issues } from "#renderer/features/issues/Issues.tsx";
import { Load } from "#renderer/features/load/Load.tsx";
import { Log } from "#renderer/features/log/Log.tsx";
import { Outline } from "#renderer/features/outline/Outline.tsx";
import { People } from "#renderer/features/people/People.tsx";
import { FreshEyes } from "#renderer/features/review/FreshEyes.tsx";
import { Routines } from "#renderer/features/routines/Routines.tsx";
import { Sessions } from "#renderer/features/sessions/Sessions.tsx";
import { Timeline } from "#renderer/features/timeline/Timeline.tsx";
import { Vision } from "#renderer/features/vision/Vision.tsx";
import { Workflows } from "#renderer/features/workflows/Workflows.tsx";
import { sidePanel } from "#renderer/store/uiStore.ts";
import { Behind } from "./Behind.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import styles from "./PlanScreen.module.css";
import { Sidebar } from "./Sidebar.tsx";
import { TopBar } from "./TopBar.tsx";
import { useKeepFocus } from "./useKeepFocus.ts";

const VIEWS = {
  sessions: Sessions,
  vision: Vision,
  outline: Outline,
  timeline: Timeline,
  people: People,
  load: Load,
  balance: Balance,
  routines: Routines,
  workflows: Workflows,
  issues: Issues,
  log: Log,
  decisions: WhoDecides,
  changes: Changes,
  review: FreshEyes,
  bin: Bin,
} as const;

export function PlanScreen() {
  const view = useUi((state) => (state.route.screen === "plan" ? state.route.view : "outline"));
  const panel = useUi(sidePanel);
  const readOnly = useReadOnly();
  const isPresenting = useUi((state) => state.isPresenting);
  const View = VIEWS[view];
  const page = useRef<HTMLDivElement>(null);
  useKeepFocus(page);
  return (
    <div ref={page} className={styles.screen} data-readonly={readOnly || undefined} inert={isPresenting}>
      <Behind>
        <Sidebar />
      </Behind>
      <div className={styles.main}>
        <Behind>
          <TopBar />
        </Behind>
        <div className={styles.content}>
          <main className={styles.view} aria-label={view}>
            <ErrorBoundary key={view}>
              <View />
            </ErrorBoundary>
          </main>
          {panel === "details" && (
            <Behind>
              <aside className={styles.details} aria-label="Details">
                <ErrorBoundary>
                  <Details />
                </ErrorBoundary>
              </aside>
            </Behind>
          )}
          {panel === "clashes" && (
            <Behind>
              <aside id="clashes-panel" className={styles.details} aria-label="Clashes">
                <ErrorBoundary>
                  <Clashes />
                </ErrorBoundary>
              </aside>
            </Behind>
          )}
        </div>
      </div>
    </div>
  );
}
