import { Component, type ReactNode } from "react";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "./ErrorBoundary.module.css";

interface Props {
  readonly children: ReactNode;
}
interface State {
  readonly error: Error | null;
}

/** A fault in a view must not look like lost work: everything committed is in the database. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className={styles.page} role="alert">
        <h1>Something on this screen broke</h1>
        <p>Your plan is not affected: every change shown as saved is on disk. Reload to carry on.</p>
        <p className={styles.detail}>{error.message}</p>
        <Button variant="primary" onPress={() => window.location.reload()}>
          Reload
        </Button>
      </main>
    );
  }
}
