import { usePlan, useUi } from "#renderer/commands/hooks.ts";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { hoursWords } from "#shared/balance/nextWords.ts";
import { apportion } from "#shared/balance/percents.ts";
import {
  type Bucket,
  CEO_BUCKETS,
  leaderOf,
  type Plate,
  plateOf,
  type Share,
} from "#shared/balance/plate.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./Balance.module.css";
import bars from "./bars.module.css";
import { DelegateNext } from "./DelegateNext.tsx";
import { PlateMonths } from "./PlateMonths.tsx";
import { PlateStages } from "./PlateStages.tsx";
import { Unnamed } from "./Unnamed.tsx";

const BUCKET_WORDS: Record<Bucket, string> = {
  both: "decides and does",
  decides: "only decides",
  does: "only does",
  others: "with others",
  nobody: "with nobody yet",
};

/** How much of the open work still lies on the CEO, against what is wanted, and what to hand over next. */
export function CeoPlate() {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const ceo = leaderOf(plan, "ceoId");
  const plate = plateOf(plan, today);
  if (!ceo || !plate)
    return (
      <Unnamed
        seat="CEO"
        words="Here you see how much of the open work the CEO still decides or does, stage by stage, and what to hand over next."
      />
    );
  if (plate.items.length === 0)
    return (
      <div className={styles.teaching}>
        <h3>No open work</h3>
        <p>
          Once the plan holds open tasks, milestones or routines, this shows how much of it still lies on{" "}
          {personName(ceo)}, and what to hand over next. Example: “Interview cooks”, 12 hours, done by the
          CEO.
        </p>
      </div>
    );
  return (
    <>
      <Summary plate={plate} name={personName(ceo)} isBoth={plan.roadmap.ceoId === plan.roadmap.cooId} />
      <div className={styles.columns}>
        <PlateStages plate={plate} />
        <PlateMonths plate={plate} />
      </div>
      <DelegateNext />
    </>
  );
}

const BUCKETS = Object.keys(BUCKET_WORDS) as Bucket[];
const ELSEWHERE = BUCKETS.filter((bucket) => !CEO_BUCKETS.includes(bucket));

/** The percents in the key add up to the headline, and all of them to 100. */
function figuresOf(
  { by }: Share,
  buckets: readonly Bucket[],
  sum: number,
): Readonly<Partial<Record<Bucket, number>>> {
  const whole = apportion(
    buckets.map((bucket) => by[bucket]),
    sum,
  );
  return Object.fromEntries(buckets.map((bucket, i) => [bucket, whole[i] ?? 0]));
}

function Summary({
  plate,
  name,
  isBoth,
}: {
  readonly plate: Plate;
  readonly name: string;
  readonly isBoth: boolean;
}) {
  const { whole, unsized, usualHours } = plate;
  const pct = (bucket: Bucket): number => (whole.total > 0 ? (whole.by[bucket] / whole.total) * 100 : 0);
  const onCeo = Math.round(whole.ceoPct ?? 0);
  const figures = { ...figuresOf(whole, CEO_BUCKETS, onCeo), ...figuresOf(whole, ELSEWHERE, 100 - onCeo) };
  return (
    <section className={styles.summary} aria-label="On the CEO now">
      <p className={styles.headline}>
        <strong className={styles.figure}>{onCeo} %</strong>
        of the open work lies on {name}
        {isBoth && ", who is CEO and COO"}
      </p>
      <div className={bars.stack} aria-hidden>
        {BUCKETS.map((bucket) => (
          <span key={bucket} className={bars[bucket]} style={{ width: `${pct(bucket)}%` }} />
        ))}
      </div>
      <ul className={bars.legend}>
        {BUCKETS.filter((bucket) => (figures[bucket] ?? 0) > 0).map((bucket) => (
          <li key={bucket}>
            <span className={`${bars.key} ${bars[bucket]}`} aria-hidden />
            {BUCKET_WORDS[bucket]}, {figures[bucket]} %
          </li>
        ))}
      </ul>
      <p className={styles.small}>
        {hoursWords(whole.total)} of open work. An item lies on the CEO as long as they decide about it or do
        any of it.
        {unsized > 0 &&
          ` ${count(unsized, "milestone or task without hours", "milestones and tasks without hours")} ${unsized === 1 ? "counts" : "count"} as ${hoursWords(usualHours)} each, the middle of the others.`}
      </p>
    </section>
  );
}
