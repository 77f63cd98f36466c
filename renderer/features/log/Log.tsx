import { BookCheck, Search, X } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { openRecordDecision } from "#renderer/commands/records.ts";
import { commandInfo } from "#renderer/commands/registry.ts";
import { DecisionList } from "#renderer/record/DecisionList.tsx";
import { DecisionPage } from "#renderer/record/DecisionPage.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { shortcutWords } from "#renderer/ui/shortcut.ts";
import {
  decisionLog,
  type LogFilter,
  liveDecisions,
  STANDING_WORDS,
  WHOLE_LOG,
} from "#shared/domain/decisionLog.ts";
import { matterName } from "#shared/domain/decisionWords.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./Log.module.css";

/** What was decided, the newest first: searched and narrowed down on the left, one record on the right. */
export function Log() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const filter = useUi((state) => state.logFilter);
  const decisionId = useUi((state) => state.decisionId);
  const all = liveDecisions(plan);
  if (all.length === 0) return <Teaching />;
  const found = decisionLog(plan, filter);
  const chosen = all.find(({ id }) => id === decisionId) ?? found[0] ?? null;
  return (
    <div className={styles.screen}>
      <div className={styles.master}>
        <Filter filter={filter} shown={found.length} of={all.length} />
        <DecisionList
          decisions={found}
          chosenId={chosen?.id ?? null}
          onChoose={(id) => app.ui.setState({ decisionId: id })}
          emptyText="No decision says that."
        />
        {!readOnly && (
          <div className={styles.foot}>
            <Button icon={<BookCheck size={14} />} onPress={() => openRecordDecision(app)}>
              Record a decision…
            </Button>
            <kbd className={styles.keys}>{shortcutWords(commandInfo("decision.record").shortcut ?? "")}</kbd>
          </div>
        )}
      </div>
      <div className={styles.page}>{chosen && <DecisionPage key={chosen.id} decision={chosen} />}</div>
    </div>
  );
}

interface FilterProps {
  readonly filter: LogFilter;
  readonly shown: number;
  readonly of: number;
}

const ANY = "any";
const STANDINGS = ["proposed", "in-force", "replaced", "rejected"] as const;

function Filter({ filter, shown, of }: FilterProps) {
  const app = useApp();
  const plan = usePlan();
  const set = (patch: Partial<LogFilter>): void => app.ui.setState({ logFilter: { ...filter, ...patch } });
  const decisions = liveDecisions(plan);
  const matters = [...plan.decisionRights.values()].filter(({ id }) =>
    decisions.some(({ decisionRightId }) => decisionRightId === id),
  );
  const people = [...plan.people.values()].filter(({ id }) =>
    decisions.some((d) => [d.decidedById, d.recordedById, d.ratifiedById].includes(id)),
  );
  const isNarrowed =
    filter.text.trim() !== "" ||
    filter.standing !== null ||
    filter.matterId !== null ||
    filter.personId !== null;
  return (
    <div className={styles.filter}>
      <div className={styles.search}>
        <Search size={14} className={styles.faint} aria-hidden />
        <input
          type="text"
          aria-label="Search decisions"
          placeholder="Search decisions"
          className={styles.searchText}
          value={filter.text}
          onChange={({ target }) => set({ text: target.value })}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || filter.text === "") return;
            event.stopPropagation();
            set({ text: "" });
          }}
        />
        {isNarrowed && (
          <IconButton size="sm" label="Show all" onPress={() => app.ui.setState({ logFilter: WHOLE_LOG })}>
            <X size={13} />
          </IconButton>
        )}
      </div>
      <div className={styles.choices}>
        <Select
          framed
          label="State"
          value={filter.standing ?? ANY}
          options={[
            { value: ANY, label: "Any state" },
            ...STANDINGS.map((value) => ({ value, label: STANDING_WORDS[value] })),
          ]}
          onChange={(value) => set({ standing: STANDINGS.find((standing) => standing === value) ?? null })}
        />
        {matters.length > 0 && (
          <Select
            framed
            label="Matter"
            value={matters.some(({ id }) => id === filter.matterId) ? (filter.matterId ?? ANY) : ANY}
            options={[
              { value: ANY, label: "Any matter" },
              ...matters.map((right) => ({ value: right.id, label: matterName(right) })),
            ]}
            onChange={(value) => set({ matterId: value === ANY ? null : value })}
          />
        )}
        {people.length > 0 && (
          <Select
            framed
            label="Person"
            value={people.some(({ id }) => id === filter.personId) ? (filter.personId ?? ANY) : ANY}
            options={[
              { value: ANY, label: "Anybody" },
              ...people.map((person) => ({ value: person.id, label: personName(person) })),
            ]}
            onChange={(value) => set({ personId: value === ANY ? null : value })}
          />
        )}
      </div>
      <p className={styles.tally} role="status">
        {isNarrowed ? `${shown} of ${count(of, "decision")}` : count(of, "decision")}
      </p>
    </div>
  );
}

function Teaching() {
  const app = useApp();
  const readOnly = useReadOnly();
  const keys = shortcutWords(commandInfo("decision.record").shortcut ?? "");
  return (
    <EmptyState title="No decision is written down yet" width={520}>
      <p>
        In two years somebody asks: why did we take the small kitchen? Write down in a minute what was
        decided, what else was weighed and why, and by whom. Each decision is held against who may decide
        about what; one that comes later takes the place of an earlier one, and both stay readable.
      </p>
      {!readOnly && (
        <Button variant="primary" onPress={() => openRecordDecision(app)}>
          Record a decision… ({keys})
        </Button>
      )}
    </EmptyState>
  );
}
