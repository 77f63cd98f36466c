import { CalendarClock, OctagonAlert } from "lucide-react";
import { Collection, GridList, GridListHeader, GridListItem, GridListSection } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { nudgeMatter, removeMatter } from "#renderer/commands/whoDecides.ts";
import { chosenOne, rowKeys } from "#renderer/ui/chosenOne.ts";
import { PersonName } from "#renderer/ui/PersonPicker.tsx";
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import { decisionsOf, reviewDue } from "#shared/domain/decisions.ts";
import { limitWords, matterName, rightSentence } from "#shared/domain/decisionWords.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./WhoDecides.module.css";
import { reviewWords } from "./words.ts";

interface MatterListProps {
  readonly rights: readonly DecisionRight[];
  readonly chosenId: string | null;
}

/** Arrow keys choose, with Alt they move; Delete removes to the bin. */
export function MatterList({ rights, chosenId }: MatterListProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const onKeyDown = rowKeys(!readOnly && chosenId !== null, {
    remove: () => removeMatter(app, chosenId ?? ""),
    move: (by) => nudgeMatter(app, chosenId ?? "", by),
  });
  const groups = [
    { title: "Only the CEO decides", rights: rights.filter(({ isReserved }) => isReserved) },
    { title: "Others decide, this far", rights: rights.filter(({ isReserved }) => !isReserved) },
  ].filter((group) => group.rights.length > 0);
  return (
    <div onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label="Matters"
        className={styles.list ?? ""}
        {...chosenOne(chosenId, (id) => app.ui.setState({ matterId: id }))}
      >
        {groups.map((group) => (
          <GridListSection key={group.title} id={`group ${group.title}`} aria-label={group.title}>
            <GridListHeader className={styles.groupTitle ?? ""}>{group.title}</GridListHeader>
            <Collection items={group.rights}>{(right) => <Item right={right} />}</Collection>
          </GridListSection>
        ))}
      </GridList>
    </div>
  );
}

function Item({ right }: { readonly right: DecisionRight }) {
  const plan = usePlan();
  const holder = plan.people.get(right.holderId ?? "");
  return (
    <GridListItem
      id={right.id}
      textValue={matterName(right)}
      className={`${styles.item} ${right.isReserved ? styles.reserved : ""}`}
    >
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {matterName(right)}
        </span>
        {!right.isReserved && <span className={styles.about}>{rightSentence(plan, right)}</span>}
      </span>
      <Work right={right} />
      {!right.isReserved && (
        <>
          <span className={styles.cell}>
            {holder ? <PersonName person={holder} /> : <span className={styles.quiet}>Nobody yet</span>}
          </span>
          <span className={`${styles.cell} ${styles.number}`}>
            {limitWords(right, plan.roadmap.currency) || (
              <span className={styles.quiet}>{holder ? "no limit" : ""}</span>
            )}
          </span>
        </>
      )}
      <Review right={right} />
    </GridListItem>
  );
}

function Work({ right }: { readonly right: DecisionRight }) {
  const { byRight, outside } = decisionsOf(usePlan());
  const nodes = byRight.get(right.id) ?? [];
  const beyond = nodes.filter(({ item }) => outside.has(item.id)).length;
  return (
    <span className={styles.cell}>
      {beyond > 0 ? (
        <span className={styles.beyond}>
          <OctagonAlert size={13} aria-hidden /> {beyond < nodes.length && `${beyond} of `}
          {count(nodes.length, "task")} to mend
        </span>
      ) : (
        <span className={styles.quiet}>{nodes.length > 0 ? count(nodes.length, "task") : ""}</span>
      )}
    </span>
  );
}

function Review({ right }: { readonly right: DecisionRight }) {
  const today = useUi((state) => state.today);
  const due = reviewDue(right, today);
  return (
    <span className={`${styles.cell} ${styles.review} ${due ? styles[due] : styles.muted}`}>
      {due && <CalendarClock size={13} aria-hidden />}
      {right.reviewOn !== null && !due && <span className={styles.reviewLabel}>Look again</span>}
      {reviewWords(right, today)}
    </span>
  );
}
