import { useMemo } from "react";
import { foretell } from "#renderer/commands/calendar.ts";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import type { Operation } from "#renderer/commands/perform.ts";
import styles from "./settings.module.css";

interface ForetoldProps {
  /** The same value as long as it would do the same: a large plan takes a moment. */
  readonly operation: Operation;
  /** Said before what it does to the plan. */
  readonly words?: string;
}

/** What an edit of the calendar would do to the plan, said before it is made; or why it would be refused. */
export function Foretold({ operation, words = "" }: ForetoldProps) {
  const app = useApp();
  const plan = usePlan();
  const told = useMemo(() => foretell(app, plan, operation), [app, plan, operation]);
  return (
    <p className={told.ok ? styles.hint : styles.problem} role="status">
      {told.ok ? [words, told.value].filter(Boolean).join(" ") : told.problem.message}
    </p>
  );
}
