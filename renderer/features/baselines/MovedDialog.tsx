import { useEffect } from "react";
import { compareWith } from "#renderer/commands/baselines.ts";
import { useApp, useComparison, useUi } from "#renderer/commands/hooks.ts";
import { showDialog, showView } from "#renderer/commands/navigation.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { bySlip, type Comparison, type ItemComparison } from "#shared/domain/compare.ts";
import { baselineName, frozenOn, movedSinceWords } from "#shared/domain/compareWords.ts";
import type { Id } from "#shared/domain/fields.ts";
import { count } from "#shared/domain/words.ts";
import { AddedList, FinishedList, GoneList } from "./ChangeLists.tsx";
import styles from "./Moved.module.css";
import { MoveLine } from "./MoveLine.tsx";
import { planMoved, tally } from "./words.ts";

/** What moved, came, went and got done since the baseline that is compared with. Each line leads to its item. */
export function MovedDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const comparison = useComparison();
  const isOver = comparison === null;
  // Nothing to show must not leave the keyboard to a dialog that is not there.
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  if (isOver) return null;
  function open(id: Id): void {
    onClose();
    const { route } = app.ui.getState();
    if (route.screen === "plan" && route.view !== "outline" && route.view !== "timeline")
      showView(app, "outline");
    goTo(app, id);
  }
  function openBin(): void {
    onClose();
    showView(app, "bin");
  }
  return (
    <Dialog
      title={`What moved since “${baselineName(comparison.baseline)}”`}
      width="lg"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={() => showDialog(app, { kind: "baselines" })}>
            All baselines
          </Button>
          <Button
            variant="quiet"
            onPress={() => {
              onClose();
              compareWith(app, null);
            }}
          >
            Stop comparing
          </Button>
          <Button onPress={onClose}>Done</Button>
        </>
      }
    >
      <Summary comparison={comparison} />
      <Stages comparison={comparison} onOpen={open} />
      <AddedList added={comparison.added} onOpen={open} />
      <GoneList gone={comparison.gone} onOpen={open} onBin={openBin} />
      <FinishedList finished={comparison.finished} onOpen={open} />
    </Dialog>
  );
}

function Summary({ comparison }: { readonly comparison: Comparison }) {
  const today = useUi((state) => state.today);
  const told = tally(comparison);
  return (
    <p className={styles.summary}>
      Frozen {frozenOn(comparison.baseline, today)}; {planMoved(comparison)}.{told !== "" && ` ${told}.`}{" "}
      <span className={styles.unit}>Days are working days.</span>
    </p>
  );
}

interface StagesProps {
  readonly comparison: Comparison;
  readonly onOpen: (id: Id) => void;
}

function Stages({ comparison, onOpen }: StagesProps) {
  const known = comparison.stages.filter((stage) => stage.was !== null || stage.milestones.length > 0);
  return known.map((stage) => (
    <section key={stage.node.item.id} className={styles.stage}>
      <h3>
        <MoveLine
          isHeading
          node={stage.node}
          was={stage.was}
          moved={stage.was === null ? "new" : (stage.varianceDays ?? "undated")}
          words={movedSinceWords(comparison, stage.node.item.id)}
          onOpen={onOpen}
        />
      </h3>
      <Milestones milestones={bySlip(stage.milestones)} comparison={comparison} onOpen={onOpen} />
    </section>
  ));
}

/** Fewer are not worth folding away. */
const LEAST_FOLDED = 3;

interface MilestonesProps {
  readonly milestones: readonly ItemComparison[];
  readonly comparison: Comparison;
  readonly onOpen: (id: Id) => void;
}

/** Those that moved, and folded away below them those that did not. */
function Milestones({ milestones, comparison, onOpen }: MilestonesProps) {
  const lines = (some: readonly ItemComparison[]) =>
    some.length > 0 && (
      <ul>
        {some.map(({ node, was, varianceDays }) => (
          <li key={node.item.id}>
            <MoveLine
              node={node}
              was={was}
              moved={varianceDays ?? "undated"}
              words={movedSinceWords(comparison, node.item.id)}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    );
  const still = milestones.filter((item) => !item.changes.includes("moved"));
  if (still.length < LEAST_FOLDED) return lines(milestones);
  return (
    <>
      {lines(milestones.filter((item) => item.changes.includes("moved")))}
      <details className={styles.still}>
        <summary>{count(still.length, "milestone has", "milestones have")} not moved</summary>
        {lines(still)}
      </details>
    </>
  );
}
