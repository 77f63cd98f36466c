import { Ellipsis } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { editItem, nudgeItem, removeItem, showSession } from "#renderer/commands/sessions.ts";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { formatDay } from "#shared/domain/day.ts";
import { type AgendaItem, MAX_BOX_MINUTES, type Session } from "#shared/domain/session.ts";
import { dayOfSession, earlierNotes, stateOf } from "#shared/domain/sessions.ts";
import { isBlank } from "#shared/domain/words.ts";
import { KindContent } from "./KindContent.tsx";
import { NotesField } from "./NotesField.tsx";
import styles from "./Pane.module.css";
import rowsStyles from "./Rows.module.css";
import { exampleAction, itemName } from "./words.ts";

const HINTS: Record<AgendaItem["kind"], string> = {
  "check-in": "One line from each: how it goes, what is on their mind.",
  changes: "What do these changes mean?",
  gates: "What is still missing at the gate?",
  overdue: "What was said about what is late?",
  issues: "What was said?",
  decisions: "What led to it?",
  next: "Anything to bring along next time?",
  own: "Notes",
};

/** What is talked about: its name and time, what belongs to it, and the notes. */
export function ItemPane({ session, item }: { readonly session: Session; readonly item: AgendaItem }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const isOpen = stateOf(session) === "open";
  return (
    <section className={styles.item} aria-label={itemName(item)}>
      <header className={styles.itemHead}>
        <div className={styles.itemTitle}>
          <PlanTextField
            look="name"
            label="Name of the item"
            value={item.name}
            placeholder="What to talk about"
            save={(name, group) => editItem(app, session.id, item.id, { name }, group)}
          />
        </div>
        <NumberField
          label="Minutes set aside"
          value={item.minutes}
          unit="min"
          max={MAX_BOX_MINUTES}
          step={5}
          onChange={(minutes) => editItem(app, session.id, item.id, { minutes: minutes ?? 0 })}
        />
        {!readOnly && (
          <Menu
            label="More about the item"
            trigger={
              <IconButton label="More about the item">
                <Ellipsis size={16} />
              </IconButton>
            }
            entries={[
              {
                id: "up",
                label: "Move up",
                shortcut: "Alt+Shift+ArrowUp",
                onAction: () => nudgeItem(app, session.id, item.id, -1),
              },
              {
                id: "down",
                label: "Move down",
                shortcut: "Alt+Shift+ArrowDown",
                onAction: () => nudgeItem(app, session.id, item.id, 1),
              },
              {
                id: "remove",
                label: "Take off the agenda",
                danger: true,
                separatorBefore: true,
                onAction: () => removeItem(app, session.id, item.id),
              },
            ]}
          />
        )}
      </header>
      <NotesField
        label={`Notes on ${itemName(item)}`}
        value={item.notes}
        placeholder={`${HINTS[item.kind]}${isOpen ? `  “> ${exampleAction(plan, today)}” hands it over.` : ""}`}
        sessionId={isOpen ? session.id : null}
        hasPlaces={isOpen && item.kind === "check-in"}
        save={(notes, group) => editItem(app, session.id, item.id, { notes }, group)}
      />
      <Earlier session={session} item={item} />
      <KindContent session={session} item={item} />
    </section>
  );
}

/** What was said on an item in the sessions that it was carried over from: to be read there, and here. */
function Earlier({ session, item }: { readonly session: Session; readonly item: AgendaItem }) {
  const app = useApp();
  const plan = usePlan();
  return earlierNotes(plan, session, item).map(({ session: before, notes }) => (
    <section key={before.id} className={styles.noted}>
      <h4 className={rowsStyles.listTitle}>
        Said{" "}
        <button
          type="button"
          className={styles.textButton}
          onClick={() => showSession(app, before.id, "minutes")}
        >
          {isBlank(before.name) ? `on ${formatDay(dayOfSession(before))}` : `in “${before.name.trim()}”`}
        </button>
      </h4>
      <p>{notes}</p>
    </section>
  ));
}
