import { useState } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { close } from "#renderer/commands/sessions.ts";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { looseActions, openActionLines } from "#shared/domain/operations/sessionActions.ts";
import type { AgendaItem, Session } from "#shared/domain/session.ts";
import { notReached, proposedNext, sessionName, sessionYield, stateOf } from "#shared/domain/sessions.ts";
import { count } from "#shared/domain/words.ts";
import { ActionList } from "./ActionList.tsx";
import styles from "./CloseDialog.module.css";
import { dayName, itemName } from "./words.ts";

interface CloseDialogProps {
  readonly sessionId: Id;
  readonly onClose: () => void;
}

/** What closing does, what is still loose, and when the pair meets again. */
export function CloseDialog({ sessionId, onClose }: CloseDialogProps) {
  const session = usePlan().sessions.get(sessionId);
  return session && stateOf(session) === "open" ? <Closing session={session} onClose={onClose} /> : null;
}

function Closing({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const [nextOn, setNextOn] = useState<Day | null>(() => proposedNext(plan, session, today));
  const loose = looseActions(plan, session);
  function finish(thenPdf: boolean): void {
    const { meId } = app.ui.getState();
    if (!close(app, session.id, { nextOn, parentId: null, byId: meId })) return;
    onClose();
    if (thenPdf) showDialog(app, { kind: "export-pdf", part: "session", sessionId: session.id });
  }
  return (
    <Dialog
      title={`Close “${sessionName(session)}”`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Go on with the session</Button>
          <Button onPress={() => finish(true)}>Close and make the PDF…</Button>
          <Button variant="primary" autoFocus onPress={() => finish(false)}>
            Close session
          </Button>
        </>
      }
    >
      <ul className={styles.does}>
        {whatItDoes(session, nextOn, dayName(nextOn ?? today, today), plan, today).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className={styles.next}>
        <span>We meet again on</span>
        <span className={styles.day}>
          <OptionalDayField
            framed
            label="Next session"
            value={nextOn}
            today={today}
            placeholder="not known yet"
            onChange={setNextOn}
          />
        </span>
      </div>
      {loose.length > 0 && (
        <section className={styles.loose} aria-labelledby="loose-actions">
          <h3 id="loose-actions">
            {loose.length === 1 ? "One action has" : `${loose.length} actions have`} nobody or no date yet
          </h3>
          <ActionList session={session} only={loose.map(({ node }) => node.item.id)} />
        </section>
      )}
    </Dialog>
  );
}

function whatItDoes(
  session: Session,
  nextOn: Day | null,
  nextName: string,
  plan: Parameters<typeof sessionYield>[0],
  today: Day,
): string[] {
  const left = notReached(session);
  const noted = openActionLines(session).length;
  const { tasks } = sessionYield(plan, session, today);
  return [
    `Freezes the plan as the baseline “${sessionName(session)}”.`,
    tasks.length > 0 ? `Keeps ${count(tasks.length, "task")} handed over in it.` : "",
    noted > 0 ? `Makes ${count(noted, "task")} of what the notes hand over.` : "",
    left.length > 0
      ? `Takes what was not reached ${nextOn === null ? "to the next session" : `to ${nextName}`}: ${left.map(itemName).join(", ")}.`
      : "",
    notTicked(session, nextOn),
    nextOn === null ? "Leaves the next date open." : `Plans the next session for ${nextName}.`,
  ].filter(Boolean);
}

/** The usual items come up in every session; what the pair added itself is carried over (`notReached`). */
function notTicked(session: Session, nextOn: Day | null): string {
  const isReached = ({ kind, isDone }: AgendaItem): boolean => isDone || (kind === "next" && nextOn !== null);
  const open = session.agenda.filter((item) => !isReached(item));
  if (open.length === 0) return "Everything on the agenda was reached.";
  const usual = open.filter(({ kind }) => kind !== "own");
  return usual.length > 0
    ? `What is not ticked comes up again by itself: ${usual.map(itemName).join(", ")}.`
    : "";
}
