import { AlarmClock, CircleHelp, Gavel } from "lucide-react";
import type { ReactNode } from "react";
import { ChangesSince } from "#renderer/changes/ChangesSince.tsx";
import { showInOutline } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { raise } from "#renderer/commands/issues.ts";
import { openRecordDecision } from "#renderer/commands/records.ts";
import { editSession } from "#renderer/commands/sessions.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { GateList } from "#renderer/gates/GateList.tsx";
import { DecisionList } from "#renderer/record/DecisionList.tsx";
import { DecisionPage } from "#renderer/record/DecisionPage.tsx";
import { IssueList } from "#renderer/record/IssueList.tsx";
import { IssuePage } from "#renderer/record/IssuePage.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { PersonName } from "#renderer/ui/PersonPicker.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import { followUpDue, waitingList } from "#shared/domain/delegation.ts";
import type { Id } from "#shared/domain/fields.ts";
import { issuesOf } from "#shared/domain/issues.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { assertNever } from "#shared/domain/result.ts";
import type { AgendaItem, Session } from "#shared/domain/session.ts";
import { proposedNext, sessionBefore, sessionYield, stateOf } from "#shared/domain/sessions.ts";
import { daysLate } from "#shared/domain/standing.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { FrozenContent } from "./Frozen.tsx";
import styles from "./Pane.module.css";
import rowsStyles from "./Rows.module.css";
import { LinkRow, List } from "./rows.tsx";
import sessionPageStyles from "./SessionPage.module.css";
import { dayName } from "./words.ts";

interface ContentProps {
  readonly session: Session;
  readonly item: AgendaItem;
}

/** What an item shows beside its notes. */
export function KindContent({ session, item }: ContentProps) {
  if (stateOf(session) === "closed" && item.kind !== "decisions")
    return <FrozenContent session={session} item={item} />;
  switch (item.kind) {
    case "changes":
      return <WhatChanged session={session} />;
    case "gates":
      return <GateList />;
    case "overdue":
      return <OverdueAndWaiting />;
    case "issues":
      return <OpenIssues />;
    case "decisions":
      return <DecisionsMade session={session} />;
    case "next":
      return <NextDate session={session} />;
    case "check-in":
    case "own":
      return null;
    default:
      return assertNever(item.kind, "unknown kind of item");
  }
}

function WhatChanged({ session }: { readonly session: Session }) {
  const plan = usePlan();
  const before = sessionBefore(plan, session);
  return <ChangesSince since={before ? { kind: "session", id: before.id } : { kind: "first" }} />;
}

function OverdueAndWaiting() {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const late = outlineOf(plan)
    .inOrder.map((node) => ({ node, days: daysLate(node, today) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days);
  return (
    <>
      {late.length === 0 ? (
        <p className={rowsStyles.none}>Nothing is late.</p>
      ) : (
        <List title={`Late, ${late.length}`}>
          {late.map(({ node, days }) => (
            <Row
              key={node.item.id}
              node={node}
              about={`was due ${formatDayNear(node.finish ?? today, today)}`}
            >
              <Owner plan={plan} node={node} />
              <span className={rowsStyles.late}>
                <AlarmClock size={13} aria-hidden /> {count(days, "day")} late
              </span>
            </Row>
          ))}
        </List>
      )}
      {pairOf(plan).map((person) => (
        <Waiting key={person.id} person={person} />
      ))}
    </>
  );
}

function pairOf({ roadmap: { ceoId, cooId }, people }: Plan): readonly Person[] {
  return [ceoId, cooId].flatMap((id) => (id === null ? [] : (people.get(id) ?? [])));
}

function Waiting({ person }: { readonly person: Person }) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const list = waitingList(plan, person.id, today);
  if (list.length === 0) return null;
  return (
    <List title={`${person.name.trim() || "Unnamed person"} waits for`}>
      {list.map((handed) => {
        const due = followUpDue(handed, today);
        const receiver = plan.people.get(handed.handover.toId);
        return (
          <Row
            key={handed.node.item.id}
            node={handed.node}
            about={`since ${formatDayNear(handed.handover.on, today)}${handed.handover.state === "handed" ? ", not answered yet" : ""}`}
          >
            <span className={rowsStyles.who}>{receiver && <PersonName person={receiver} size={18} />}</span>
            <span className={rowsStyles.late}>{due !== null && "follow-up due"}</span>
          </Row>
        );
      })}
    </List>
  );
}

/** Raised with a line and Enter, put in order, and solved from here. */
function OpenIssues() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const issueId = useUi((state) => state.issueId);
  const choose = (id: Id | null): void => app.ui.setState({ issueId: id });
  const { open } = issuesOf(plan);
  const issue = plan.issues.get(issueId ?? "");
  return (
    <div className={styles.record}>
      {open.length === 0 ? (
        <p className={rowsStyles.none}>No issue is open.</p>
      ) : (
        <IssueList chosenId={issue?.id ?? null} onChoose={choose} />
      )}
      {!readOnly && (
        <AddLine
          label="Raise an issue"
          icon={<CircleHelp size={16} aria-hidden />}
          onAdd={(name) => choose(raise(app, { name }))}
        />
      )}
      {issue?.deletedAt === null && (
        <div className={styles.under}>
          <IssuePage key={issue.id} issue={issue} onClose={() => choose(null)} />
        </div>
      )}
    </div>
  );
}

function DecisionsMade({ session }: { readonly session: Session }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const decisionId = useUi((state) => state.decisionId);
  const choose = (id: Id | null): void => app.ui.setState({ decisionId: id });
  const { decisions } = sessionYield(plan, session, today);
  const chosen = decisions.find(({ id }) => id === decisionId);
  return (
    <div className={styles.record}>
      <DecisionList
        decisions={decisions}
        chosenId={chosen?.id ?? null}
        onChoose={choose}
        emptyText="Nothing was recorded in this session."
      />
      {!readOnly && stateOf(session) === "open" && (
        <Button icon={<Gavel size={14} />} onPress={() => openRecordDecision(app)}>
          Record a decision…
        </Button>
      )}
      {chosen && (
        <div className={styles.under}>
          <DecisionPage key={chosen.id} decision={chosen} />
        </div>
      )}
    </div>
  );
}

function NextDate({ session }: { readonly session: Session }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const proposed = proposedNext(plan, { ...session, nextOn: null }, today);
  return (
    <div className={styles.next}>
      <span className={sessionPageStyles.muted}>We meet again on</span>
      <span className={styles.nextDay}>
        <OptionalDayField
          framed
          label="Next session"
          value={session.nextOn}
          today={today}
          placeholder="not set yet"
          onChange={(nextOn) => editSession(app, session.id, { nextOn }, { label: "Set next session" })}
        />
      </span>
      {session.nextOn === null && !readOnly && (
        <Button
          size="sm"
          onPress={() => editSession(app, session.id, { nextOn: proposed }, { label: "Set next session" })}
        >
          Take {dayName(proposed, today)}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  readonly node: OutlineNode;
  readonly about: string;
  readonly children?: ReactNode;
}

function Row({ node: { item }, about, children }: RowProps) {
  const app = useApp();
  return (
    <LinkRow
      name={nameOrUntitled(item.name, item.kind)}
      about={about}
      onOpen={() => showInOutline(app, item.id)}
    >
      {children}
    </LinkRow>
  );
}

function Owner({ plan, node: { item } }: { readonly plan: Plan; readonly node: OutlineNode }) {
  const id = item.kind === "task" ? item.accountableId : item.kind === "milestone" ? item.ownerId : null;
  const person = plan.people.get(id ?? "");
  return (
    <span className={rowsStyles.who}>
      {person ? <PersonName person={person} size={18} /> : <span className={rowsStyles.quiet}>Nobody</span>}
    </span>
  );
}
