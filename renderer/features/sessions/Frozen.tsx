import { showInOutline } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { showIssue } from "#renderer/commands/issues.ts";
import { formatDay, formatDayNear } from "#shared/domain/day.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { issueName } from "#shared/domain/issues.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { AgendaItem, Session } from "#shared/domain/session.ts";
import { dayOfSession, sessionYield } from "#shared/domain/sessions.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { lateIn } from "#shared/print/session/frozenChanges.ts";
import { sessionReport } from "#shared/print/session/sessionReport.ts";
import styles from "./Rows.module.css";
import { LinkRow, List } from "./rows.tsx";

interface FrozenProps {
  readonly session: Session;
}

/** What an item showed when its session was closed, told from what was frozen then and not from today's plan. */
export function FrozenContent({ session, item }: FrozenProps & { readonly item: AgendaItem }) {
  switch (item.kind) {
    case "changes":
      return <Changes session={session} />;
    case "gates":
      return <Gates session={session} />;
    case "overdue":
      return <Late session={session} />;
    case "issues":
      return <Issues session={session} />;
    case "next":
      return <Next session={session} />;
    default:
      return null;
  }
}

function Changes({ session }: FrozenProps) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const { since, changes } = sessionReport(plan, session, today);
  const { byId } = outlineOf(plan);
  if (since === null)
    return <p className={styles.none}>The first session: from here on changes are told against it.</p>;
  if (changes.length === 0) return <p className={styles.none}>Nothing had changed since {since}.</p>;
  return changes.map(({ stage, lines, folds }) => (
    <List key={stage} title={stage}>
      {lines.map(({ id, name, says, reason }) => (
        <LinkRow
          key={id}
          name={name}
          about={`${says.join("; ")}${reason === "" ? "" : `: ${reason}`}`}
          onOpen={byId.has(id) ? () => showInOutline(app, id) : null}
        />
      ))}
      {folds.map(({ title, names }) => (
        <LinkRow key={title} name={title} about={names.join("; ")} onOpen={null} />
      ))}
    </List>
  ));
}

function Gates({ session }: FrozenProps) {
  const today = useUi((state) => state.today);
  const { gates } = sessionReport(usePlan(), session, today);
  if (gates.length === 0) return <p className={styles.none}>No gate was decided in this session.</p>;
  return (
    <List title="Decided">
      {gates.map(({ id, stage, words, note }) => (
        <LinkRow
          key={id}
          name={`Gate of ${stage}`}
          about={[words, note].filter(Boolean).join(". ")}
          onOpen={null}
        />
      ))}
    </List>
  );
}

function Late({ session }: FrozenProps) {
  const app = useApp();
  const plan = usePlan();
  const day = dayOfSession(session);
  const items = plan.baselines.get(session.baselineId ?? "")?.items;
  if (!items) return <p className={styles.none}>Nothing was frozen when this session was closed.</p>;
  const late = lateIn(items, day);
  const { byId } = outlineOf(plan);
  if (late.length === 0) return <p className={styles.none}>Nothing was late on that day.</p>;
  return (
    <List title={`Late on ${formatDay(day)}, ${late.length}`}>
      {late.map(({ item, days }) => (
        <LinkRow
          key={item.id}
          name={nameOrUntitled(item.name, item.kind)}
          about={`was due ${formatDayNear(item.finish ?? day, day)}, ${count(days, "day")} late`}
          onOpen={byId.has(item.id) ? () => showInOutline(app, item.id) : null}
        />
      ))}
    </List>
  );
}

function Issues({ session }: FrozenProps) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const { raised, solved } = sessionYield(plan, session, today);
  if (solved.length + raised.length === 0)
    return <p className={styles.none}>No issue was raised or solved in this session.</p>;
  return (
    <>
      <IssueRows title="Solved" issues={solved} />
      <IssueRows title="Raised" issues={raised} />
    </>
  );
}

function IssueRows({ title, issues }: { readonly title: string; readonly issues: readonly Issue[] }) {
  const app = useApp();
  if (issues.length === 0) return null;
  return (
    <List title={title}>
      {issues.map((issue) => (
        <LinkRow key={issue.id} name={issueName(issue)} about="" onOpen={() => showIssue(app, issue.id)} />
      ))}
    </List>
  );
}

function Next({ session: { nextOn } }: FrozenProps) {
  return (
    <p className={styles.none}>
      {nextOn === null ? "No next date was set." : `Next session: ${formatDay(nextOn, "long")}.`}
    </p>
  );
}
