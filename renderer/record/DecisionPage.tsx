import { ArrowRight, Check, Copy, Ellipsis, Replace, RotateCcw, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import {
  accept,
  copyAsMarkdown,
  editRecord,
  openAgain,
  reject,
  removeDecision,
  replace,
  showDecision,
} from "#renderer/commands/records.ts";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Menu, type MenuEntry } from "#renderer/ui/Menu.tsx";
import { formatDay, formatDayNear } from "#shared/domain/day.ts";
import type { Decision } from "#shared/domain/decision.ts";
import { chainsOf } from "#shared/domain/decisionChain.ts";
import { decisionName } from "#shared/domain/decisionLog.ts";
import { recordedWords } from "#shared/domain/decisionMarkdown.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import { dayOfSession } from "#shared/domain/sessions.ts";
import { DecisionFacts } from "./DecisionFacts.tsx";
import { TouchedItems } from "./Items.tsx";
import { Standing } from "./Marks.tsx";
import { Options } from "./Options.tsx";
import styles from "./Paper.module.css";
import { RightOf } from "./RightLine.tsx";

/** One decision, as on a sheet of paper: all of it is written where it is read. */
export function DecisionPage({ decision }: { readonly decision: Decision }) {
  const app = useApp();
  return (
    <article className={styles.paper} aria-label={decisionName(decision)}>
      <header className={styles.head}>
        <Standing decision={decision} />
        <span className={styles.actions}>
          <Ways decision={decision} />
        </span>
      </header>
      <PlanTextField
        look="statement"
        label="What is decided, in a line"
        value={decision.name}
        placeholder="What is decided, in a line"
        save={(name, group) => editRecord(app, decision.id, { name }, { label: "Rename decision", group })}
      />
      <Chain decision={decision} />
      <DecisionFacts decision={decision} />
      <RightOf decision={decision} />
      <Text
        decision={decision}
        field="context"
        title="Why it came up"
        placeholder="The situation, and what is asked"
      />
      <Part title="What was weighed">
        <Options decision={decision} />
      </Part>
      <Text
        decision={decision}
        field="outcome"
        title="What is decided"
        placeholder="What will be done, and what will not"
      />
      <Text
        decision={decision}
        field="reason"
        title="Why"
        placeholder="The reason, for whoever reads it in two years"
      />
      <Part title="It touches">
        <TouchedItems
          label="It touches"
          value={decision.itemIds}
          onChange={(itemIds) =>
            editRecord(app, decision.id, { itemIds }, { label: "Change what it touches" })
          }
        />
      </Part>
      <Recorded decision={decision} />
    </article>
  );
}

function Ways({ decision }: { readonly decision: Decision }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const place = chainsOf(plan).get(decision.id);
  const copy = (
    <IconButton label="Copy as Markdown" onPress={() => void copyAsMarkdown(app, decision.id)}>
      <Copy size={15} />
    </IconButton>
  );
  if (readOnly) return copy;
  const { standing, challenger = null } = place ?? { standing: "proposed" };
  const again: MenuEntry = {
    id: "again",
    label: "Open it again as a proposal",
    icon: <RotateCcw size={14} />,
    onAction: () => openAgain(app, decision.id),
  };
  return (
    <>
      {standing === "proposed" && (
        <>
          <Button variant="quiet" icon={<X size={14} />} onPress={() => reject(app, decision.id)}>
            Reject
          </Button>
          <Button variant="primary" icon={<Check size={14} />} onPress={() => accept(app, decision.id)}>
            Accept
          </Button>
        </>
      )}
      {standing === "in-force" && (
        <Button
          icon={<Replace size={14} />}
          onPress={() => (challenger ? showDecision(app, challenger.id) : replace(app, decision.id))}
        >
          {challenger ? "Show the proposal to replace it" : "Replace it…"}
        </Button>
      )}
      {copy}
      <Menu
        label="More"
        trigger={
          <IconButton label="More">
            <Ellipsis size={16} />
          </IconButton>
        }
        entries={[
          ...(standing === "proposed" ? [] : [again]),
          {
            id: "delete",
            separatorBefore: standing !== "proposed",
            label: "Delete to bin",
            icon: <Trash2 size={14} />,
            danger: true,
            onAction: () => removeDecision(app, decision.id),
          },
        ]}
      />
    </>
  );
}

/** What it took the place of, and what took its own. */
function Chain({ decision }: { readonly decision: Decision }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const place = chainsOf(plan).get(decision.id);
  if (!place || (!place.replaces && !place.replacedBy)) return null;
  const { replaces, replacedBy, standing } = place;
  const isNamed = replaces?.id === decision.supersedesId;
  return (
    <div className={styles.chain}>
      {replaces && (
        <p>
          {standing === "proposed" ? "Is to take the place of " : "Takes the place of "}
          <DecisionLink decision={replaces} />
          {!readOnly && isNamed && standing === "proposed" && (
            <IconButton
              size="sm"
              label="It takes nothing’s place"
              onPress={() =>
                editRecord(app, decision.id, { supersedesId: null }, { label: "Change what it replaces" })
              }
            >
              <X size={13} />
            </IconButton>
          )}
        </p>
      )}
      {replacedBy && (
        <p>
          <ArrowRight size={14} aria-hidden />
          {"Replaced by "}
          <DecisionLink decision={replacedBy} />
        </p>
      )}
    </div>
  );
}

function DecisionLink({ decision }: { readonly decision: Decision }) {
  const app = useApp();
  const today = useUi((state) => state.today);
  return (
    <span>
      <button type="button" className={styles.link} onClick={() => showDecision(app, decision.id)}>
        {decisionName(decision)}
      </button>
      {decision.decidedOn !== null && (
        <span className={styles.faint}> {formatDayNear(decision.decidedOn, today)}</span>
      )}
    </span>
  );
}

interface TextProps {
  readonly decision: Decision;
  readonly field: "context" | "outcome" | "reason";
  readonly title: string;
  readonly placeholder: string;
}

function Text({ decision, field, title, placeholder }: TextProps) {
  const app = useApp();
  return (
    <Part title={title}>
      <div className={styles.text}>
        <PlanTextField
          look="notes"
          label={title}
          value={decision[field]}
          placeholder={placeholder}
          save={(text, group) =>
            editRecord(app, decision.id, { [field]: text }, { label: "Write decision", group })
          }
        />
      </div>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.partTitle}>{title}</h3>
      {children}
    </section>
  );
}

function Recorded({ decision }: { readonly decision: Decision }) {
  const plan = usePlan();
  const session = plan.sessions.get(decision.sessionId ?? "");
  const { open, settled } = issuesOf(plan);
  const issue = [...settled, ...open].find(({ decisionId }) => decisionId === decision.id);
  const words = [
    `Recorded ${recordedWords(plan, decision)}`,
    session ? `in the session of ${formatDay(dayOfSession(session))}` : "",
    issue ? `to solve “${issueName(issue)}”` : "",
  ];
  return <p className={styles.recorded}>{words.filter(Boolean).join(", ")}.</p>;
}
