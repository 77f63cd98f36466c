import { lazy, Suspense } from "react";
import { useDocument, useUi } from "#renderer/commands/hooks.ts";
import { Home } from "#renderer/features/home/Home.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialogs } from "./Dialogs.tsx";
import { PlanScreen } from "./PlanScreen.tsx";
import { ReadOnlyBanner } from "./ReadOnlyBanner.tsx";
import styles from "./Root.module.css";
import { SaveStatus } from "./SaveStatus.tsx";
import { Toasts } from "./Toasts.tsx";
import { useWindow } from "./useWindow.ts";

/** Opened now and then: read when it is asked for. */
const Present = lazy(async () => {
  const read = await import("#renderer/features/present/Present.tsx");
  return { default: read.Present };
});

/** Over everything, for as long as something goes on that takes its time. */
function Busy({ words }: { readonly words: string }) {
  const cancel = useUi((state) => state.cancelBusy);
  return (
    <div className={styles.busy}>
      <p role="status">{words}</p>
      {cancel && (
        <Button size="sm" onPress={cancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}

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
      {screen === "plan" && hasPlan && isPresenting && (
        <Suspense fallback={null}>
          <Present />
        </Suspense>
      )}
      <Dialogs />
      <Toasts />
      {busy && <Busy words={busy} />}
    </div>
  );
}
