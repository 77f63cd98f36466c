import { BellRing, Inbox, Repeat, Undo2, UserX } from "lucide-react";
import { type ReactNode, useId } from "react";
import { openStartRoutine } from "#renderer/commands/commission.ts";
import { acknowledgeWork, followedUp, openHandOver, takeWorkBack } from "#renderer/commands/delegation.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { HealthMark, StatusMark } from "#renderer/ui/Marks.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { commissionName } from "#shared/domain/commission.ts";
import { formatDayNear } from "#shared/domain/day.ts";
import { followUpDue, type NowEntry, nowList } from "#shared/domain/delegation.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Handover } from "#shared/domain/handover.ts";
import { levelLabel, waitWords } from "#shared/domain/handoverWords.ts";
import type { Person } from "#shared/domain/person.ts";
import { daysLate, statusOf } from "#shared/domain/standing.ts";
import { count, nameOrUntitled, STATUS_WORDS } from "#shared/domain/words.ts";
import styles from "./Handed.module.css";
import { TaskLink } from "./TaskLink.tsx";

/** What somebody must do now, and nothing else. */
export function NowList({ person }: { readonly person: Person }) {
  const id = useId();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const entries = nowList(plan, person.id, today);
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h4 className={styles.title}>
        <span id={id}>To do now</span>
        {entries.length > 0 && <span className={styles.hint}>{entries.length}</span>}
      </h4>
      {entries.length === 0 ? (
        <p className={styles.empty}>Nothing to do now.</p>
      ) : (
        <ul aria-labelledby={id}>
          {entries.map((entry) => (
            <Entry key={`${entry.kind} ${entry.node.item.id} ${entry.handover?.toId ?? ""}`} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ entry }: { readonly entry: NowEntry }) {
  const { node, handover } = entry;
  if (entry.kind === "start-routine") return <RoutineToStart entry={entry} />;
  if (!handover) return <OwnWork entry={entry} />;
  return <Handed kind={entry.kind} entry={entry} handover={handover} taskId={node.item.id} />;
}

interface HandedProps {
  readonly kind: NowEntry["kind"];
  readonly entry: NowEntry;
  readonly handover: Handover;
  readonly taskId: Id;
}

function Handed({ kind, entry, handover, taskId }: HandedProps) {
  const app = useApp();
  const { people } = usePlan();
  const today = useUi((state) => state.today);
  const name = (id: Id): string => {
    const person = people.get(id);
    return person ? personName(person) : "Somebody unknown";
  };
  const { byId, toId, level, reason } = handover;
  const due = followUpDue({ node: entry.node, handover }, today) ?? 0;
  const takeBack = (label: string) => (
    <Action label={label} entry={entry} onPress={() => takeWorkBack(app, taskId, byId)} />
  );
  if (kind === "answer")
    return (
      <Line
        entry={entry}
        mark={<Inbox size={15} className={styles.warn} aria-hidden />}
        words={`${name(byId)} hands this over: ${levelLabel(level)}`}
      >
        <Action label="Acknowledge" entry={entry} onPress={() => acknowledgeWork(app, taskId)} />
        <Action label="Decline…" entry={entry} onPress={() => showDialog(app, { kind: "decline", taskId })} />
      </Line>
    );
  if (kind === "declined")
    return (
      <Line
        entry={entry}
        mark={<Undo2 size={15} className={styles.danger} aria-hidden />}
        words={`${name(toId)} declined: ${reason}`}
      >
        <Action label="Hand to somebody else…" entry={entry} onPress={() => openHandOver(app, taskId)} />
        {takeBack("Keep it")}
      </Line>
    );
  if (kind === "receiver-gone")
    return (
      <Line
        entry={entry}
        mark={<UserX size={15} className={styles.danger} aria-hidden />}
        words={`${name(toId)} has it, and lies in the bin`}
      >
        {takeBack("Take back")}
      </Line>
    );
  return (
    <Line
      entry={entry}
      mark={<BellRing size={15} className={styles.warn} aria-hidden />}
      words={`Follow up with ${name(toId)}: ${due === 0 ? "due today" : `due ${waitWords(due)} ago`}`}
    >
      <Action label="Followed up" entry={entry} onPress={() => followedUp(app, taskId, byId, today)} />
    </Line>
  );
}

function RoutineToStart({ entry }: { readonly entry: NowEntry }) {
  const app = useApp();
  const { item } = entry.node;
  const name = item.kind === "task" && item.commission ? commissionName(item.commission) : "";
  return (
    <Line
      entry={entry}
      mark={<Repeat size={15} className={styles.warn} aria-hidden />}
      words={`Done. Routine not started yet: ${name}`}
    >
      <Action label="Start the routine…" entry={entry} onPress={() => openStartRoutine(app, item.id)} />
    </Line>
  );
}

interface LineProps {
  readonly entry: NowEntry;
  readonly mark: ReactNode;
  readonly words: string;
  readonly children: ReactNode;
}

function Line({ entry, mark, words, children }: LineProps) {
  const readOnly = useReadOnly();
  return (
    <li className={styles.line}>
      <span className={styles.mark}>{mark}</span>
      <span className={styles.words}>
        <TaskLink node={entry.node} />
        <span className={styles.about}>{words}</span>
      </span>
      {!readOnly && <span className={styles.actions}>{children}</span>}
    </li>
  );
}

interface ActionProps {
  readonly label: string;
  readonly entry: NowEntry;
  readonly onPress: () => void;
}

function Action({ label, entry: { node }, onPress }: ActionProps) {
  return (
    <Button
      size="sm"
      aria-label={`${label.replace("…", "")}: ${nameOrUntitled(node.item.name, node.item.kind)}`}
      onPress={onPress}
    >
      {label}
    </Button>
  );
}

function OwnWork({ entry: { node } }: { readonly entry: NowEntry }) {
  const today = useUi((state) => state.today);
  const { item, finish } = node;
  const status = statusOf(node);
  const late = daysLate(node, today);
  return (
    <li className={styles.line}>
      <span className={styles.mark} title={status ? STATUS_WORDS[status] : undefined}>
        {status ? (
          <StatusMark status={status} />
        ) : (
          <HealthMark health={item.kind === "milestone" ? item.health : "unset"} />
        )}
        <span className="visually-hidden">{status ? STATUS_WORDS[status] : "Milestone"}</span>
      </span>
      <span className={styles.words}>
        <TaskLink node={node} />
        {item.kind === "milestone" && <span className={styles.about}>Milestone to reach</span>}
      </span>
      <span className={styles.when}>
        {late > 0 && <span className={styles.danger}>{count(late, "day")} late</span>}
        {finish && <span>by {formatDayNear(finish, today)}</span>}
      </span>
    </li>
  );
}
