import { usePlan, useUi } from "#renderer/commands/hooks.ts";
import { EngagementFields } from "#renderer/fields/EngagementFields.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { type Mix, mixOf, strategyPct } from "#shared/balance/mix.ts";
import { hoursWords } from "#shared/balance/nextWords.ts";
import { leaderOf } from "#shared/balance/plate.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./Balance.module.css";
import { CarryOn } from "./CarryOn.tsx";
import { MixList } from "./MixList.tsx";
import { MixMonths } from "./MixMonths.tsx";
import { MixStages } from "./MixStages.tsx";
import { Unnamed } from "./Unnamed.tsx";

/** What the COO's time goes into, within the days that were agreed, and who carries on what lies past them. */
export function CooTime() {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const coo = leaderOf(plan, "cooId");
  if (!coo)
    return (
      <Unnamed
        seat="COO"
        words="Here you set how much of the COO’s time should go into strategy, stage by stage, and see what is really planned within the days that were agreed."
      />
    );
  const mix = mixOf(plan, coo, today);
  return (
    <>
      <Summary mix={mix} isBoth={plan.roadmap.ceoId === plan.roadmap.cooId} />
      {mix.items.length > 0 && (
        <div className={styles.columns}>
          <MixStages mix={mix} />
          <MixMonths mix={mix} />
        </div>
      )}
      <CarryOn />
      <MixList mix={mix} />
    </>
  );
}

function Summary({ mix, isBoth }: { readonly mix: Mix; readonly isBoth: boolean }) {
  const { person, whole, items, dayHours } = mix;
  const strategy = strategyPct(whole);
  const name = personName(person);
  const unsized = items.filter(({ isSized }) => !isSized).length;
  return (
    <section className={styles.summary} aria-label="Planned time">
      <p className={styles.headline}>
        <strong className={styles.figure}>{strategy === null ? "–" : `${Math.round(strategy)} %`}</strong>
        strategy in what {name}
        {isBoth ? ", who is CEO and COO," : ""} has planned
      </p>
      <div className={styles.engaged}>
        <span className={styles.small} aria-hidden>
          Engaged
        </span>
        <EngagementFields person={person} />
      </div>
      <p className={styles.small}>
        {hoursWords(whole.strategy)} of strategy and {hoursWords(whole.execution)} of execution from this
        month on. A day of theirs is {hoursWords(dayHours)}.
        {unsized > 0 &&
          ` ${count(unsized, "task")} without hours ${unsized === 1 ? "counts" : "count"} none.`}
      </p>
    </section>
  );
}
