import { useId } from "react";
import { giveWork } from "#renderer/commands/balance.ts";
import { showInOutline, showRoutine } from "#renderer/commands/commission.ts";
import { openHandOver } from "#renderer/commands/delegation.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import { type Candidate, delegateNext, helperFor } from "#shared/balance/next.ts";
import { hoursWords, reasonsFor } from "#shared/balance/nextWords.ts";
import { count, isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Balance.module.css";
import { GiveTo } from "./GiveTo.tsx";
import lists from "./lists.module.css";

const FIRST = 8;
const MORE = 20;

/** What to hand over, most telling first, each with why and with a way to do it. */
export function DelegateNext() {
  const id = useId();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const { candidates, reserved, strategy, waiting } = delegateNext(plan, today);
  const { shown, more } = useFirst(candidates, FIRST, MORE);
  const kept = [
    ...(reserved > 0 ? [`${count(reserved, "item")} reserved to the CEO`] : []),
    ...(strategy > 0 ? [`${count(strategy, "item")} of strategy`] : []),
    ...(waiting > 0 ? [`${count(waiting, "item")} handed over and not answered yet`] : []),
  ];
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 className={styles.title}>
        <span id={id}>Delegate next</span>
        <span className={styles.end}>Frees, in three months</span>
      </h3>
      {candidates.length === 0 ? (
        <p className={styles.small}>Nothing on the CEO’s plate is left to hand over.</p>
      ) : (
        <ul aria-labelledby={id}>
          {shown.map((candidate) => (
            <Line key={candidate.item.id} candidate={candidate} />
          ))}
        </ul>
      )}
      {more}
      {kept.length > 0 && <p className={styles.small}>Not proposed: {kept.join(", ")}.</p>}
    </section>
  );
}

function Line({ candidate }: { readonly candidate: Candidate }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const isCeo = useUi((state) => state.meId !== null && state.meId === plan.roadmap.ceoId);
  const { item, way, frees } = candidate;
  const helper = helperFor(plan, today, item);
  const reasons = reasonsFor({ plan, today, isCeo }, candidate, helper);
  const name = nameOf(candidate);
  const ceoId = plan.roadmap.ceoId;
  const show = (): void =>
    item.of.kind === "routine" ? showRoutine(app, item.id) : showInOutline(app, item.id);
  return (
    <li className={lists.next}>
      <span className={lists.nextWords}>
        <button type="button" className={lists.link} onClick={show}>
          {name}
        </button>
        <span className={lists.reasons}>{reasons.join(" ")}</span>
      </span>
      <span className={lists.frees}>{frees > 0 ? hoursWords(frees) : "later"}</span>
      {!readOnly && way === "hand-over" && (
        <Button
          size="sm"
          aria-label={`Hand over: ${name}`}
          onPress={() => openHandOver(app, item.id, helper?.person.id)}
        >
          Hand over…
        </Button>
      )}
      {!readOnly && way === "give" && ceoId !== null && (
        <GiveTo name={name} fromId={ceoId} onGive={(person) => giveWork(app, item.id, ceoId, person)} />
      )}
      {!readOnly && way === "level" && (
        <Button size="sm" aria-label={`Give the decision: ${name}`} onPress={show}>
          Give the decision…
        </Button>
      )}
    </li>
  );
}

function nameOf({ item: { of } }: Candidate): string {
  if (of.kind === "routine") return isBlank(of.routine.name) ? "Untitled routine" : of.routine.name;
  return nameOrUntitled(of.node.item.name, of.node.item.kind);
}
