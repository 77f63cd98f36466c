import { useDocument, useUi } from "#renderer/commands/hooks.ts";
import { Home } from "#renderer/features/home/Home.tsx";
import { Present } from "#renderer/features/present/Present.tsx";
import { Dialogs } from "./Dialogs.tsx";
import { PlanScreen } from "./PlanScreen.tsx";
import { ReadOnlyBanner } from "./ReadOnlyBanner.tsx";
import styles from "./Root.module.css";
import { SaveStatus } from "./SaveStatus.tsx";
import { Toasts } from "./Toasts.tsx";
import { useWindow } from "./useWindow.ts";

export function Root() {
  useWindow();
  const busy = useUi((state) => state.busy);
  const screen = useUi((state) => state.route.screen);
  const isPresenting = useUi((state) => state.isPresenting);
  const hasPlan = useDocument((state) => state.plan !== null);
  return (
    <div className={styles.root}>
      <ReadOnlyBanner />
      {screen === "plan" && hasPlan ? <PlanScreen /> : <Home status={<SaveStatus />} />}
      {screen === "plan" && hasPlan && isPresenting && <Present />}
      <Dialogs />
      <Toasts />
      {busy && (
        <p role="status" className={styles.busy}>
          {busy}
        </p>
      )}
    </div>
  );
}
