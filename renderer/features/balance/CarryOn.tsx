import { UserX } from "lucide-react";
import { useId } from "react";
import { giveWork } from "#renderer/commands/balance.ts";
import { showInOutline, showRoutine } from "#renderer/commands/commission.ts";
import { canBeHandedOver, openHandOver } from "#renderer/commands/delegation.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import { type Gap, gapOf, gapWords, routineGap } from "#shared/domain/engagement.ts";
import type { Id } from "#shared/domain/fields.ts";
import { holderOf } from "#shared/domain/operations/delegate.ts";
import { liveRoutines } from "#shared/domain/operations/routines.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count, isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Balance.module.css";
import { GiveTo } from "./GiveTo.tsx";
import lists from "./lists.module.css";

const FIRST = 6;
const MORE = 20;

interface Loose {
  readonly id: Id;
  readonly name: string;
  readonly gap: Gap;
  readonly isRoutine: boolean;
}

/** Open work of anybody from outside that lies past the end of their engagement, or before it begins. */
export function CarryOn() {
  const id = useId();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const loose = looseWork(plan, today);
  const { shown, more } = useFirst(loose, FIRST, MORE);
  if (loose.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 className={styles.title}>
        <span id={id}>Who carries this on?</span>
        <span className={styles.end}>{count(loose.length, "item")}</span>
      </h3>
      <ul aria-labelledby={id}>
        {shown.map((one) => (
          <Line key={one.id} loose={one} />
        ))}
      </ul>
      {more}
    </section>
  );
}

function looseWork(plan: Plan, today: string): readonly Loose[] {
  const items = outlineOf(plan).inOrder.flatMap((node): Loose[] => {
    const gap = gapOf(plan.people, node);
    const { id, name, kind } = node.item;
    return gap ? [{ id, name: nameOrUntitled(name, kind), gap, isRoutine: false }] : [];
  });
  const routines = liveRoutines(plan).flatMap((routine): Loose[] => {
    const gap = routineGap(plan.people, routine, today);
    const name = isBlank(routine.name) ? "Untitled routine" : routine.name;
    return gap ? [{ id: routine.id, name, gap, isRoutine: true }] : [];
  });
  return [...items, ...routines];
}

function Line({ loose: { id, name, gap, isRoutine } }: { readonly loose: Loose }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const task = plan.tasks.get(id);
  const canHand = task !== undefined && canBeHandedOver(plan, id) && isTheirs(holderOf(task), gap.personId);
  return (
    <li className={lists.next}>
      <UserX size={15} className={lists.mark} aria-hidden />
      <span className={lists.nextWords}>
        <button
          type="button"
          className={lists.link}
          onClick={() => (isRoutine ? showRoutine(app, id) : showInOutline(app, id))}
        >
          {name}
        </button>
        <span className={lists.reasons}>{gapWords(plan.people, gap)}</span>
      </span>
      {!readOnly && canHand && (
        <Button size="sm" aria-label={`Hand over: ${name}`} onPress={() => openHandOver(app, id)}>
          Hand over…
        </Button>
      )}
      {!readOnly && !canHand && (
        <GiveTo
          name={name}
          fromId={gap.personId}
          onGive={(person) => giveWork(app, id, gap.personId, person)}
        />
      )}
    </li>
  );
}

function isTheirs(holder: Id | null, personId: Id): boolean {
  return holder === null || holder === personId;
}
