import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import styles from "./Tabs.module.css";

export interface TabOf<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly content: () => ReactNode;
}

interface TabsProps<T extends string> {
  /** What the tabs are parts of, for screen readers. */
  readonly label: string;
  readonly tabs: readonly TabOf<T>[];
}

/** Parts of a dialog of which one is shown. Arrow keys go from tab to tab. */
export function Tabs<T extends string>({ label, tabs }: TabsProps<T>) {
  return (
    <AriaTabs className={styles.tabs ?? ""}>
      <TabList aria-label={label} className={styles.list ?? ""}>
        {tabs.map(({ id, label: name }) => (
          <Tab key={id} id={id} className={styles.tab ?? ""}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ""}>
          {content()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
