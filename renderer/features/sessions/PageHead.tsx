import { ChevronLeft, Copy, Ellipsis, FileDown, Play, Trash2 } from "lucide-react";
import { copyText } from "#renderer/commands/changes.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import {
  askToClose,
  editSession,
  listSessions,
  movePlanned,
  removeSession,
  reopen,
  startSession,
} from "#renderer/commands/sessions.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { PeoplePicker } from "#renderer/ui/PersonPicker.tsx";
import type { Session } from "#shared/domain/session.ts";
import { dayOfSession, lastClosed, sessionName, stateOf } from "#shared/domain/sessions.ts";
import { isBlank } from "#shared/domain/words.ts";
import { minutesMarkdown } from "#shared/print/session/sessionMarkdown.ts";
import styles from "./SessionPage.module.css";
import { dayName } from "./words.ts";

/** Which session it is, who is there, and the way to start, close or take it along. */
export function PageHead({ session }: { readonly session: Session }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const state = stateOf(session);
  const day = dayOfSession(session);
  return (
    <header className={styles.head}>
      <IconButton label="All sessions" onPress={() => listSessions(app)}>
        <ChevronLeft size={16} />
      </IconButton>
      <div className={styles.name}>
        <PlanTextField
          look="name"
          label="Name of the session"
          value={session.name}
          placeholder={sessionName({ ...session, name: "" })}
          save={(name, group) => editSession(app, session.id, { name }, { label: "Rename session", group })}
        />
      </div>
      {state === "planned" ? (
        <span className={styles.day}>
          <DayField
            label="Planned for"
            value={day}
            today={today}
            isDisabled={readOnly}
            onChange={(to) => movePlanned(app, day, session, to)}
          />
        </span>
      ) : (
        !isBlank(session.name) && <span className={styles.muted}>{dayName(day, today)}</span>
      )}
      <span className={styles.there}>
        <PeoplePicker
          label="Who is there"
          people={[...plan.people.values()]}
          value={session.attendeeIds}
          isDisabled={readOnly}
          onChange={(attendeeIds) => editSession(app, session.id, { attendeeIds }, { label: "Who is there" })}
        />
      </span>
      <span className={styles.end}>
        {state === "planned" && !readOnly && (
          <Button variant="primary" icon={<Play size={14} />} onPress={() => startSession(app, session.id)}>
            Start session
          </Button>
        )}
        {state === "open" && !readOnly && (
          <Button variant="primary" onPress={() => askToClose(app)}>
            Close session…
          </Button>
        )}
        {state === "closed" && (
          <Button
            icon={<FileDown size={14} />}
            onPress={() => showDialog(app, { kind: "export-pdf", part: "session", sessionId: session.id })}
          >
            PDF…
          </Button>
        )}
        <Menu
          label="More"
          trigger={
            <IconButton label="More">
              <Ellipsis size={16} />
            </IconButton>
          }
          entries={() => [
            {
              id: "copy",
              label: "Copy minutes",
              icon: <Copy size={14} />,
              onAction: () =>
                void copyText(
                  app,
                  minutesMarkdown(plan, session, today),
                  "The minutes are on the clipboard.",
                ),
            },
            ...(state === "open"
              ? [
                  {
                    id: "pdf",
                    label: "PDF so far…",
                    icon: <FileDown size={14} />,
                    onAction: () =>
                      showDialog(app, { kind: "export-pdf", part: "session", sessionId: session.id }),
                  },
                ]
              : []),
            ...(!readOnly && lastClosed(plan)?.id === session.id
              ? [{ id: "reopen", label: "Open again", onAction: () => reopen(app, session.id) }]
              : []),
            ...(readOnly
              ? []
              : [
                  {
                    id: "delete",
                    label: "Delete session",
                    icon: <Trash2 size={14} />,
                    danger: true,
                    separatorBefore: true,
                    onAction: () => removeSession(app, session),
                  },
                ]),
          ]}
        />
      </span>
    </header>
  );
}
