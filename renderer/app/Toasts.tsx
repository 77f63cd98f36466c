import { X } from "lucide-react";
import { useEffect } from "react";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { dismissToast } from "#renderer/commands/notify.ts";
import { run } from "#renderer/commands/registry.ts";
import type { Toast } from "#renderer/store/uiStore.ts";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import styles from "./Toasts.module.css";

const SHOWN_MS = 6_000;

export function Toasts() {
  const toasts = useUi((state) => state.toasts);
  return (
    <section aria-label="Messages" aria-live="polite" className={styles.stack}>
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const app = useApp();
  const { action, id, tone } = toast;
  useEffect(() => {
    const timer = window.setTimeout(
      () => dismissToast(app, id),
      tone === "problem" ? SHOWN_MS * 2 : SHOWN_MS,
    );
    return () => window.clearTimeout(timer);
  }, [app, id, tone]);
  // An offer to undo is for the change it tells of: after the next one it would take back something else.
  useEffect(() => {
    if (action?.command !== "edit.undo") return;
    return app.documents.state.subscribe((now, before) => {
      if (now.planHistory !== before.planHistory || now.homeHistory !== before.homeHistory)
        dismissToast(app, id);
    });
  }, [app, id, action]);
  return (
    <div className={`${styles.toast} ${styles[tone]}`} role={tone === "problem" ? "alert" : undefined}>
      <p className={styles.text}>{toast.text}</p>
      {action && (
        <Button
          size="sm"
          variant="quiet"
          onPress={() => {
            dismissToast(app, id);
            run(app, action.command);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="sm" label="Dismiss" onPress={() => dismissToast(app, id)}>
        <X size={14} />
      </IconButton>
    </div>
  );
}
