import { useDocument } from "#renderer/commands/hooks.ts";
import styles from "./ReadOnlyBanner.module.css";

export function ReadOnlyBanner() {
  const reason = useDocument((state) => state.readOnly);
  if (reason === null) return null;
  return (
    <p role="status" className={styles.banner}>
      {reason}
    </p>
  );
}
