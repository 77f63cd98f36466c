import { Tabs } from "#renderer/ui/Tabs.tsx";
import styles from "./Balance.module.css";
import { CeoPlate } from "./CeoPlate.tsx";
import { CooTime } from "./CooTime.tsx";

/** How much still lies on the CEO, and what the COO's time goes into. */
export function Balance() {
  return (
    <div className={styles.screen}>
      <Tabs
        label="CEO and COO"
        tabs={[
          { id: "ceo", label: "The CEO’s plate", content: () => <CeoPlate /> },
          { id: "coo", label: "The COO’s time", content: () => <CooTime /> },
        ]}
      />
    </div>
  );
}
