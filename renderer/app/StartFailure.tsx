import { Button } from "#renderer/ui/Button.tsx";
import styles from "./ErrorBoundary.module.css";

/** Shown when the database cannot be opened. Nothing has been written by then. */
export function StartFailure({ error }: { readonly error: unknown }) {
  return (
    <main className={styles.page} role="alert">
      <h1>Your roadmaps could not be opened</h1>
      <p>{adviceFor(error)} Nothing has been changed.</p>
      <p className={styles.detail}>{error instanceof Error ? error.message : String(error)}</p>
      <Button variant="primary" onPress={() => window.location.reload()}>
        Try again
      </Button>
    </main>
  );
}

function adviceFor(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "VersionError") {
    return "They were last opened with a newer version of Groundwork. Install that version to go on.";
  }
  if (name === "MissingAPIError" || name === "SecurityError") {
    return "This browser does not let Groundwork store anything, for instance because it is a private window. Use a normal window.";
  }
  if (name === "QuotaExceededError") return "The disk is full. Free some space, then try again.";
  return "The database of this computer did not answer. Close other windows of Groundwork, then try again.";
}
