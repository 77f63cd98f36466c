/** What changed since a session, a day or a baseline, read from the journal. To stand in any screen of a plan. */
import type { FormerState } from "#renderer/commands/changes.ts";
import { usePlan, useUi } from "#renderer/commands/hooks.ts";
import type { Since } from "#renderer/store/uiStore.ts";
import { unknownWords } from "#shared/changes/facts.ts";
import { changesSince } from "#shared/changes/list.ts";
import { ChangeList } from "./ChangeList.tsx";
import styles from "./Changes.module.css";
import { CopyChanges } from "./CopyChanges.tsx";
import { useFormer } from "./useFormer.ts";

export function ChangesSince({ since }: { readonly since: Since }) {
  const former = useFormer(since);
  if (!former) return <p className={styles.note}>Reading what was done…</p>;
  if (!former.ok)
    return (
      <p role="alert" className={styles.note}>
        {former.problem.message}
      </p>
    );
  return <Told state={former.value} />;
}

function Told({ state }: { readonly state: FormerState }) {
  const plan = usePlan();
  const today = useUi((ui) => ui.today);
  const list = changesSince(state.former, plan, today);
  const unknown = unknownWords(state.former);
  return (
    <div>
      {state.note && <p className={styles.warning}>{state.note}</p>}
      {list.isEmpty ? (
        <div className={styles.empty}>
          <h3>Nothing changed {state.since}</h3>
          <p>
            What is added, moved, done, handed over or deleted from now on is listed here, with its reason.
          </p>
        </div>
      ) : (
        <ChangeList list={list} copy={<CopyChanges list={list} since={state.since} note={unknown} />} />
      )}
      {unknown && <p className={styles.unknown}>{unknown}</p>}
    </div>
  );
}
