import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { editSession } from "#renderer/commands/sessions.ts";
import { saidOn } from "#shared/domain/checkIn.ts";
import type { Session } from "#shared/domain/session.ts";
import { sessionYield, stateOf } from "#shared/domain/sessions.ts";
import { isBlank } from "#shared/domain/words.ts";
import { ActionList } from "./ActionList.tsx";
import { ActionRow } from "./ActionRow.tsx";
import { NotesField } from "./NotesField.tsx";
import styles from "./Pane.module.css";
import rowsStyles from "./Rows.module.css";
import { itemName, yieldWords } from "./words.ts";

interface PaneProps {
  readonly session: Session;
}

/** What was handed over: tasks of the plan from the moment they are said. */
export function ActionsPane({ session }: PaneProps) {
  return (
    <section className={styles.item} aria-label="Handed over">
      <h3 className={styles.paneTitle}>Handed over</h3>
      {stateOf(session) === "open" && <ActionRow session={session} />}
      <ActionList session={session} />
    </section>
  );
}

/** What was said as a whole; of a session that is over, the notes of its items too. */
export function MinutesPane({ session }: PaneProps) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const noted = session.agenda.filter((item) => !isBlank(saidOn(item)));
  const isClosed = stateOf(session) === "closed";
  const what = yieldWords(plan, sessionYield(plan, session, today));
  return (
    <section className={styles.item} aria-label="Minutes">
      <h3 className={styles.paneTitle}>Minutes</h3>
      {isClosed && what !== "" && <p className={styles.paneLead}>{what}.</p>}
      <NotesField
        isTall={!isClosed}
        label="Minutes of the session"
        value={session.minutes}
        placeholder="What should be read later, beside the notes of each item."
        sessionId={stateOf(session) === "open" ? session.id : null}
        save={(minutes, group) => editSession(app, session.id, { minutes }, { label: "Edit minutes", group })}
      />
      {isClosed &&
        noted.map((item) => (
          <section key={item.id} className={styles.noted}>
            <h4 className={rowsStyles.listTitle}>{itemName(item)}</h4>
            <p>{saidOn(item)}</p>
          </section>
        ))}
    </section>
  );
}

/** Never printed, never presented. */
export function PrivatePane({ session }: PaneProps) {
  const app = useApp();
  return (
    <section className={styles.item} aria-label="Private notes">
      <h3 className={styles.paneTitle}>Private notes</h3>
      <p className={styles.paneLead}>
        They stay on this computer’s screen: never printed, copied or presented.
      </p>
      <NotesField
        isTall
        label="Private notes"
        value={session.privateNotes}
        placeholder="What only you should read."
        sessionId={null}
        save={(privateNotes, group) =>
          editSession(app, session.id, { privateNotes }, { label: "Edit private notes", group })
        }
      />
    </section>
  );
}
