import { editEngagement } from "#renderer/commands/balance.ts";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import type { Person } from "#shared/domain/person.ts";
import styles from "./EngagementFields.module.css";
import { NumberField } from "./NumberField.tsx";
import { OptionalDayField } from "./OptionalDayField.tsx";

/** From when to when somebody from outside is engaged, and for how many days a month. */
export function EngagementFields({ person }: { readonly person: Person }) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const { from = null, until = null, daysPerMonth = null } = person.engagement ?? {};
  return (
    <div className={styles.fields}>
      <span className={styles.pair}>
        <span aria-hidden>From</span>
        <OptionalDayField
          label="Engaged from"
          value={from}
          today={today}
          placeholder="the start"
          onChange={(day) => editEngagement(app, person, { from: day })}
        />
      </span>
      <span className={styles.pair}>
        <span aria-hidden>until</span>
        <OptionalDayField
          label="Engaged until"
          value={until}
          today={today}
          placeholder="no end"
          onChange={(day) => editEngagement(app, person, { until: day })}
        />
      </span>
      <NumberField
        label="Days a month"
        value={daysPerMonth}
        unit={daysPerMonth === 1 ? "day a month" : "days a month"}
        max={31}
        step={0.5}
        clearable
        placeholder="no days agreed"
        onChange={(days) => editEngagement(app, person, { daysPerMonth: days })}
      />
    </div>
  );
}
