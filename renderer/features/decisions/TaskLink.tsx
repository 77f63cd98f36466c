import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { answererOf } from "#shared/domain/decisions.ts";
import { moneyWords } from "#shared/domain/money.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./WhoDecides.module.css";

/** A task that decides something: its name leads to its row; who answers for it and what it commits stand behind. */
export function TaskLink({ node: { item } }: { readonly node: OutlineNode }) {
  const app = useApp();
  const { people, roadmap } = usePlan();
  if (item.kind !== "task") return null;
  const person = people.get(answererOf(item) ?? "");
  const amount = item.amount === null ? "" : moneyWords(item.amount, roadmap.currency);
  return (
    <span className={styles.taskLine}>
      <button
        type="button"
        className={styles.link}
        onClick={() => {
          goTo(app, item.id);
          showView(app, "outline");
        }}
      >
        {nameOrUntitled(item.name, item.kind)}
      </button>
      <span className={styles.facts}>
        {[person ? personName(person) : "Nobody", amount].filter(Boolean).join(", ")}
      </span>
    </span>
  );
}
