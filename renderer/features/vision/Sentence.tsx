import { AlarmClock, ArrowDown, ArrowUp, CircleDashed, Ellipsis, Plus, Trash2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { editSentence, hang, moveSentence, removeSentence } from "#renderer/commands/vision.ts";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { sentenceWords } from "#renderer/fields/ServesField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Finder, type FinderOption } from "#renderer/ui/Finder.tsx";
import { Menu, type MenuEntry } from "#renderer/ui/Menu.tsx";
import { lineOfSight, type ServedLine } from "#shared/domain/vision.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { useDrop } from "./drag.ts";
import { Station } from "./Station.tsx";
import styles from "./Vision.module.css";
import { lateWords, nextWords, reachedWords, trueWords } from "./words.ts";

interface SentenceProps {
  readonly served: ServedLine;
  readonly index: number;
  readonly total: number;
}

/** One sentence, how far it is, and its milestones by date. Alt and an arrow key move it. */
export function Sentence({ served, index, total }: SentenceProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { line, milestones } = served;

  const { isOver, handlers } = useDrop("milestone", (ids) => hang(app, ids, line.id));
  function onKeyDown(event: KeyboardEvent): void {
    if (readOnly || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    event.stopPropagation();
    const field = event.target;
    // What is being typed is kept first.
    if (field instanceof HTMLElement) field.blur();
    moveSentence(app, line.id, event.key === "ArrowUp" ? -1 : 1);
    requestAnimationFrame(() => field instanceof HTMLElement && field.focus());
  }
  return (
    <li
      {...handlers}
      className={styles.sentence}
      data-over={isOver || undefined}
      data-empty={milestones.length === 0 || undefined}
      aria-label={sentenceWords(line.text)}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        <div className={styles.text}>
          <PlanTextField
            look="statement"
            label={`Sentence ${index + 1}`}
            value={line.text}
            placeholder="What should become true?"
            save={(text, group) => editSentence(app, line.id, text, { group })}
          />
        </div>
        {!readOnly && (
          <span className={styles.actions}>
            <HangPicker served={served} />
            <Menu
              label="More"
              entries={menuOf(index, total)}
              trigger={
                <IconButton label="More" size="sm">
                  <Ellipsis size={16} />
                </IconButton>
              }
            />
          </span>
        )}
      </div>
      <Progress served={served} />
      {milestones.length > 0 && (
        <ul className={styles.track} aria-label="Milestones">
          {milestones.map((node) => (
            <Station key={node.item.id} node={node} />
          ))}
        </ul>
      )}
    </li>
  );

  function menuOf(at: number, of: number): readonly MenuEntry[] {
    return [
      {
        id: "up",
        label: "Move up",
        icon: <ArrowUp size={14} />,
        shortcut: "Alt+ArrowUp",
        disabled: at === 0,
        onAction: () => moveSentence(app, line.id, -1),
      },
      {
        id: "down",
        label: "Move down",
        icon: <ArrowDown size={14} />,
        shortcut: "Alt+ArrowDown",
        disabled: at === of - 1,
        onAction: () => moveSentence(app, line.id, 1),
      },
      {
        id: "remove",
        label: "Remove sentence",
        icon: <Trash2 size={14} />,
        danger: true,
        separatorBefore: true,
        onAction: () => removeSentence(app, line.id),
      },
    ];
  }
}

function Progress({ served }: { readonly served: ServedLine }) {
  const { people } = usePlan();
  const today = useUi((state) => state.today);
  if (served.milestones.length === 0) {
    return (
      <p className={styles.unserved}>
        <CircleDashed size={14} aria-hidden />
        Nothing serves this yet
      </p>
    );
  }
  const late = lateWords(served, today);
  return (
    <p className={styles.progress}>
      <span>{reachedWords(served)}</span>
      {served.next && <span>{nextWords(served, people, today)}</span>}
      {late !== "" && (
        <span className={styles.late}>
          <AlarmClock size={13} aria-hidden />
          {late}
        </span>
      )}
      <span>{trueWords(served, today)}</span>
    </p>
  );
}

/** Several milestones at once, from all of the plan; one that served another sentence changes over. */
function HangPicker({ served: { line, milestones } }: { readonly served: ServedLine }) {
  const app = useApp();
  const plan = usePlan();
  const own = milestones.map((node) => node.item.id);
  function options(): readonly FinderOption[] {
    const { lines, orphans } = lineOfSight(plan);
    const others = lines.filter((other) => other.line.id !== line.id);
    const groups = [
      { group: "Serves this", nodes: milestones },
      { group: "Serves nothing yet", nodes: orphans },
      ...others.map((other) => ({ group: sentenceWords(other.line.text), nodes: other.milestones })),
    ];
    return groups.flatMap(({ group, nodes }) =>
      nodes.map(({ item }) => ({ id: item.id, label: nameOrUntitled(item.name, "milestone"), group })),
    );
  }
  return (
    <Finder
      several
      label="Milestones that serve this"
      placeholder="Find a milestone"
      options={options}
      selected={own}
      onPick={(id) => hang(app, [id], own.includes(id) ? null : line.id)}
      emptyText="No milestone of that name."
      trigger={
        <Button
          size="sm"
          variant={own.length === 0 ? "secondary" : "quiet"}
          icon={<Plus size={14} aria-hidden />}
        >
          Milestones…
        </Button>
      }
    />
  );
}
