import { useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { Bin } from "#renderer/features/bin/Bin.tsx";
import { Details } from "#renderer/features/details/Details.tsx";
import { Outline } from "#renderer/features/outline/Outline.tsx";
import { People } from "#renderer/features/people/People.tsx";
import { Timeline } from "#renderer/features/timeline/Timeline.tsx";
import { detailsShown } from "#renderer/store/uiStore.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import styles from "./PlanScreen.module.css";
import { Sidebar } from "./Sidebar.tsx";
import { TopBar } from "./TopBar.tsx";

const VIEWS = { outline: Outline, timeline: Timeline, people: People, bin: Bin } as const;

export function PlanScreen() {
  const view = useUi((state) => (state.route.screen === "plan" ? state.route.view : "outline"));
  const detailsOpen = useUi(detailsShown);
  const readOnly = useReadOnly();
  const View = VIEWS[view];
  return (
    <div className={styles.screen} data-readonly={readOnly || undefined}>
      <Sidebar />
      <div className={styles.main}>
        <TopBar />
        <div className={styles.content}>
          <main className={styles.view} aria-label={view}>
            <ErrorBoundary key={view}>
              <View />
            </ErrorBoundary>
          </main>
          {detailsOpen && (
            <aside className={styles.details} aria-label="Details">
              <ErrorBoundary>
                <Details />
              </ErrorBoundary>
            </aside>
          )}
        </div>
      </div>
    </div>
  );
}
