import { CalendarClock, OctagonAlert } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Collection, GridList, GridListHeader, GridListItem, GridListSection } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { nudgeMatter, removeMatter } from "#renderer/commands/whoDecides.ts";
import { PersonName } from "#renderer/ui/PersonPicker.tsx";
import { matchesShortcut } from "#renderer/ui/shortcut.ts";
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
  /** Before the list hears of the key: it would choose the next matter. */
  function onKeyDown(event: KeyboardEvent): void {
    if (readOnly || chosenId === null) return;
    if (event.key === "Delete") removeMatter(app, chosenId);
    else if (matchesShortcut(event.nativeEvent, "Alt+ArrowUp")) nudgeMatter(app, chosenId, -1);
    else if (matchesShortcut(event.nativeEvent, "Alt+ArrowDown")) nudgeMatter(app, chosenId, 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const groups = [
    { title: "Only the CEO decides", rights: rights.filter(({ isReserved }) => isReserved) },
    { title: "Others decide, this far", rights: rights.filter(({ isReserved }) => !isReserved) },
  ].filter((group) => group.rights.length > 0);
  return (
    <div onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label="Matters"
        className={styles.list ?? ""}
        selectionMode="single"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        disallowEmptySelection
        selectedKeys={chosenId === null ? [] : [chosenId]}
        onSelectionChange={(keys) => {
          const id = keys === "all" ? undefined : [...keys][0];
          if (id !== undefined) app.ui.setState({ matterId: String(id) });
        }}
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
