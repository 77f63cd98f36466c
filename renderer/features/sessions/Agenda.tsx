import { Check, Lock, NotebookPen, Pause, Play, Plus, Send } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { Checkbox } from "react-aria-components";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { addItem, removeItem, startTime, stopTime, tickItem } from "#renderer/commands/sessions.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import type { AgendaItem, Session } from "#shared/domain/session.ts";
import { sessionYield, stateOf } from "#shared/domain/sessions.ts";
import {
  LONG_RUN_SECONDS,
  leftWords,
  runningSeconds,
  spentInAll,
  spentMinutes,
  spentOn,
} from "#shared/domain/sessionTime.ts";
import { minutesWords } from "#shared/domain/words.ts";
import styles from "./Agenda.module.css";
import paneStyles from "./Pane.module.css";
import { PART_NAMES, PARTS, type Part } from "./parts.ts";
import { useNow } from "./useNow.ts";
import { itemName } from "./words.ts";

interface AgendaProps {
  readonly session: Session;
  readonly part: Part;
  readonly onShow: (part: Part) => void;
  /** Enter goes on to the notes. */
  readonly onEnter: () => void;
}

/** The agenda with its time. Arrow keys choose, Enter goes to the notes, Space starts and stops, X ticks. */
export function Agenda({ session, part, onShow, onEnter }: AgendaProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const list = useRef<HTMLElement>(null);
  const now = useNow(session.running !== null);
  const isOpen = stateOf(session) === "open";
  const planned = session.agenda.reduce((sum, { minutes }) => sum + minutes, 0);
  const spent = spentInAll(session, now);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches("[data-part]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = session.agenda.find(({ id }) => id === part);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") onEnter();
    else if (readOnly || !item) return;
    else if (event.key === " " && isOpen) toggleTime(item);
    else if (event.key.toLowerCase() === "x") tickItem(app, session.id, item.id, !item.isDone);
    else if (event.key === "Delete") removeItem(app, session.id, item.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function step(by: number): void {
    const parts: Part[] = [...session.agenda.map(({ id }) => id), ...PARTS];
    const next = parts[parts.indexOf(part) + by];
    if (next === undefined) return;
    onShow(next);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-part][aria-current]`)?.focus(),
    );
  }
  function toggleTime(item: AgendaItem): void {
    if (session.running?.itemId === item.id) stopTime(app, session.id);
    else startTime(app, session.id, item.id);
  }
  return (
    <nav ref={list} className={styles.agenda} aria-label="Agenda" onKeyDown={onKeyDown}>
      <p className={styles.sum}>
        {isOpen || spent > 0 ? (
          <>
            <strong>{minutesWords(spentMinutes(spent))}</strong> of {minutesWords(planned)}
          </>
        ) : (
          <>{minutesWords(planned)} in all</>
        )}
      </p>
      <Overnight session={session} now={now} />
      <ol>
        {session.agenda.map((item) => (
          <Line
            key={item.id}
            session={session}
            item={item}
            isShown={part === item.id}
            now={now}
            onShow={() => onShow(item.id)}
            onToggle={isOpen && !readOnly ? () => toggleTime(item) : null}
          />
        ))}
      </ol>
      {!readOnly && stateOf(session) !== "closed" && <AddItem session={session} />}
      <Behind session={session} part={part} onShow={onShow} />
    </nav>
  );
}

interface LineProps {
  readonly session: Session;
  readonly item: AgendaItem;
  readonly isShown: boolean;
  readonly now: string;
  readonly onShow: () => void;
  readonly onToggle: (() => void) | null;
}

function Line({ session, item, isShown, now, onShow, onToggle }: LineProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const isRunning = session.running?.itemId === item.id;
  const spent = spentOn(session, item, now);
  const name = itemName(item);
  const share = item.minutes === 0 ? 0 : Math.min(100, (spent / 60 / item.minutes) * 100);
  return (
    <li className={`${styles.line} ${isShown ? styles.shown : ""}`}>
      <Checkbox
        aria-label={`${name} is through`}
        isSelected={item.isDone}
        isDisabled={readOnly || stateOf(session) === "planned"}
        onChange={(isDone) => tickItem(app, session.id, item.id, isDone)}
        className={styles.box ?? ""}
      >
        {item.isDone && <Check size={12} strokeWidth={3} aria-hidden />}
      </Checkbox>
      <button
        type="button"
        data-part
        className={styles.choose}
        aria-current={isShown ? "true" : undefined}
        onClick={onShow}
      >
        <span className={`${styles.itemName} ${item.isDone ? styles.through : ""}`}>{name}</span>
        <span className={styles.about}>
          {[item.isCarriedOver ? "carried over" : "", timeWords(session, item, isRunning, spent)]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {(isRunning || (spent > 0 && !item.isDone)) && (
          <span className={styles.bar} aria-hidden>
            <span className={styles.fill} style={{ width: `${share}%` }} />
          </span>
        )}
      </button>
      {onToggle && !item.isDone && (
        <span className={isRunning ? "" : styles.onHover}>
          <IconButton size="sm" label={isRunning ? `Pause ${name}` : `Start ${name}`} onPress={onToggle}>
            {isRunning ? <Pause size={14} /> : <Play size={14} />}
          </IconButton>
        </span>
      )}
    </li>
  );
}

/** Calm words: what is left, what it took, or what is set aside. */
function timeWords(session: Session, item: AgendaItem, isRunning: boolean, spent: number): string {
  if (isRunning) return leftWords(item.minutes, spent) || minutesWords(spentMinutes(spent));
  if (spent >= 30 && (item.isDone || stateOf(session) === "closed"))
    return `${minutesWords(spentMinutes(spent))} of ${item.minutes}`;
  if (spent >= 30) return leftWords(item.minutes, spent);
  return item.minutes === 0 ? "" : minutesWords(item.minutes);
}

/** A clock that ran through the night is likelier forgotten than right. */
function Overnight({ session, now }: { readonly session: Session; readonly now: string }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const seconds = runningSeconds(session, now);
  if (seconds < LONG_RUN_SECONDS || readOnly) return null;
  return (
    <p className={styles.overnight} role="status">
      The clock has run for {Math.floor(seconds / 3_600)} hours.
      <button type="button" className={paneStyles.textButton} onClick={() => stopTime(app, session.id, true)}>
        Leave that out
      </button>
    </p>
  );
}

function AddItem({ session }: { readonly session: Session }) {
  const app = useApp();
  const held = useHeldText((name) => {
    if (name.trim() !== "") addItem(app, session.id, { kind: "own", name, minutes: 10 });
  });
  return (
    <div className={styles.add}>
      <Plus size={14} aria-hidden />
      <input
        type="text"
        aria-label="Add to the agenda"
        placeholder="Add to the agenda"
        maxLength={500}
        value={held.text ?? ""}
        onChange={(event) => held.setText(event.target.value)}
        onBlur={held.commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") held.commit();
          else held.cancel();
        }}
      />
    </div>
  );
}

const PART_ICONS = { actions: Send, minutes: NotebookPen, private: Lock } as const;

function Behind({ session, part, onShow }: Omit<AgendaProps, "onEnter">) {
  const handed = sessionYield(usePlan(), session, session.plannedFor).tasks.length;
  return (
    <ul className={styles.behind}>
      {PARTS.map((name) => {
        const Icon = PART_ICONS[name];
        return (
          <li key={name} className={`${styles.line} ${part === name ? styles.shown : ""}`}>
            <button
              type="button"
              data-part
              className={styles.partButton}
              aria-current={part === name ? "true" : undefined}
              onClick={() => onShow(name)}
            >
              <Icon size={14} aria-hidden />
              <span className={styles.itemName}>{PART_NAMES[name]}</span>
              {name === "actions" && handed > 0 && <span className={styles.tally}>{handed}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
