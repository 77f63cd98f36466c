import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { openLoadWeek } from "#renderer/commands/load.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { LoadKey } from "#renderer/ui/LoadBar.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { Switch } from "#renderer/ui/Switch.tsx";
import { livePeople } from "#shared/domain/people.ts";
import { Grid, type GridHandle } from "./Grid.tsx";
import styles from "./Load.module.css";
import { LoadPanel } from "./LoadPanel.tsx";
import { OverWords } from "./OverWords.tsx";
import { tableOf, weekAtIndex } from "./rows.ts";

const HORIZONS = [
  { value: "8", label: "Next 8 weeks" },
  { value: "13", label: "Next 3 months" },
  { value: "26", label: "Next 6 months" },
  { value: "52", label: "Next year" },
] as const;
type Horizon = (typeof HORIZONS)[number]["value"];

/** Hours a week of everybody against what they have, and a way out of what is too much. */
export function Load() {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const open = useUi((state) => state.loadWeek);
  const [horizon, setHorizon] = useState<Horizon>("8");
  const [overOnly, setOverOnly] = useState(false);
  const grid = useRef<GridHandle>(null);
  const table = useMemo(() => tableOf(plan, today, Number(horizon)), [plan, today, horizon]);
  const rows = overOnly ? table.rows.filter(({ totals }) => totals.overWeeks > 0) : table.rows;
  if (livePeople(plan).length === 0 && table.rows.length === 0) return <Teaching />;
  const row = open && table.rows.find(({ id }) => id === open.personId);
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <header className={styles.head}>
          <OverWords
            table={table}
            horizon={Number(horizon)}
            onOpen={(id, index) => {
              openLoadWeek(app, { personId: id, week: weekAtIndex(table, index) });
              grid.current?.show(id, index);
            }}
          />
          <div className={styles.choices}>
            <LoadKey />
            <span className={styles.end}>
              <span className={styles.switch}>
                <Switch
                  label="Only people who are over"
                  isOn={overOnly}
                  onChange={setOverOnly}
                  hint="Only who is over"
                />
              </span>
              <span className={styles.horizon}>
                <Select
                  label="How far to look"
                  value={horizon}
                  options={HORIZONS}
                  onChange={setHorizon}
                  showsChevron
                />
              </span>
              <IconButton label="Earlier" size="sm" onPress={() => grid.current?.scrollBy(-4)}>
                <ChevronLeft size={16} />
              </IconButton>
              <Button size="sm" onPress={() => grid.current?.scrollToNow()}>
                This week
              </Button>
              <IconButton label="Later" size="sm" onPress={() => grid.current?.scrollBy(4)}>
                <ChevronRight size={16} />
              </IconButton>
            </span>
          </div>
        </header>
        {rows.length > 0 ? (
          <Grid ref={grid} table={table} rows={rows} horizon={Number(horizon)} />
        ) : (
          <p className={styles.empty}>Nobody has more work than hours in these weeks.</p>
        )}
      </div>
      {open && row && (
        <LoadPanel
          key={`${open.personId} ${open.week}`}
          row={row}
          week={open.week}
          onClose={() => {
            openLoadWeek(app, null);
            grid.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function Teaching() {
  const app = useApp();
  return (
    <EmptyState title="Nobody is here yet">
      <p>
        Once there are people with hours a week, each of their weeks stands here as a bar: their routines
        first, then their tasks, against the hours they have. A cook with 40 hours and 46 hours of work shows
        as “+6&nbsp;h”, and one click says what it is made of and who could take some of it.
      </p>
      <Button onPress={() => showView(app, "people")}>Add people</Button>
    </EmptyState>
  );
}
