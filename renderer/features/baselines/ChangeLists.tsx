import type { ReactNode } from "react";
import { useUi } from "#renderer/commands/hooks.ts";
import { KindMark } from "#renderer/ui/Marks.tsx";
import type { AddedItem, GoneItem } from "#shared/domain/cameAndWent.ts";
import type { ItemComparison } from "#shared/domain/compare.ts";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Moved.module.css";
import { holdsWords, WHERE_GONE } from "./words.ts";

type Open = (id: Id) => void;

/** What came, each with what holds it; what came inside something else that came is counted there. */
export function AddedList({
  added,
  onOpen,
}: {
  readonly added: readonly AddedItem[];
  readonly onOpen: Open;
}) {
  const today = useUi((state) => state.today);
  return (
    <ChangeList title="Added since" length={added.length}>
      {added
        .filter(({ isHeld }) => !isHeld)
        .map(({ node, holds }) => (
          <ChangeLine
            key={node.item.id}
            kind={node.item.kind}
            name={node.item.name}
            where={`${stageOf(node)}${holdsWords(holds)}`}
            days={span(node.start, node.finish, today)}
            onPress={() => onOpen(node.item.id)}
          />
        ))}
    </ChangeList>
  );
}

interface GoneListProps {
  readonly gone: readonly GoneItem[];
  readonly onOpen: Open;
  readonly onBin: () => void;
}

/** What went, as it was called and where and when it stood; what went with something else is counted there. */
export function GoneList({ gone, onOpen, onBin }: GoneListProps) {
  const today = useUi((state) => state.today);
  return (
    <ChangeList title="Gone since" length={gone.length}>
      {gone
        .filter(({ isHeld }) => !isHeld)
        .map(({ was, how, stage, holds }) => (
          <ChangeLine
            key={was.id}
            kind={was.kind}
            name={was.name}
            where={`${stage && stage !== was ? `${nameOrUntitled(stage.name, "stage")}, ` : ""}${WHERE_GONE[how]}${holdsWords(holds)}`}
            days={span(was.start, was.finish, today)}
            onPress={how === "deleted" ? null : how === "dropped" ? () => onOpen(was.id) : onBin}
          />
        ))}
    </ChangeList>
  );
}

/** Tasks and milestones only: a stage is finished with its work. */
export function FinishedList({
  finished,
  onOpen,
}: {
  readonly finished: readonly ItemComparison[];
  readonly onOpen: Open;
}) {
  const today = useUi((state) => state.today);
  const own = finished.filter(({ node }) => node.item.kind !== "stage" && !node.isGroup);
  return (
    <ChangeList title="Finished since" length={own.length}>
      {own.map(({ node }) => (
        <ChangeLine
          key={node.item.id}
          kind={node.item.kind}
          name={node.item.name}
          where={stageOf(node)}
          days={node.finish === null ? "" : formatDayNear(node.finish, today)}
          onPress={() => onOpen(node.item.id)}
        />
      ))}
    </ChangeList>
  );
}

/** Most lists are short; of a long one the beginning says enough. */
const MOST_LINES = 200;

function ChangeList(props: {
  readonly title: string;
  readonly length: number;
  readonly children: readonly ReactNode[];
}) {
  const { title, length, children } = props;
  if (length === 0) return null;
  const rest = children.length - MOST_LINES;
  return (
    <section className={styles.changes}>
      <h3 className={styles.title}>
        {title} <span className={styles.count}>{length.toLocaleString("en")}</span>
      </h3>
      <ul>{children.slice(0, MOST_LINES)}</ul>
      {rest > 0 && <p className={styles.rest}>and {rest.toLocaleString("en")} more</p>}
    </section>
  );
}

interface ChangeLineProps {
  readonly kind: PlanItem["kind"];
  readonly name: string;
  readonly where: string;
  readonly days: string;
  /** Null where there is nothing left to open. */
  readonly onPress: (() => void) | null;
}

function ChangeLine({ kind, name, where, days, onPress }: ChangeLineProps) {
  const words = (
    <>
      <KindMark kind={kind} />
      <span className={styles.name}>
        {nameOrUntitled(name, kind)} <span className={styles.where}>{where}</span>
      </span>
      <span className={styles.days}>{days}</span>
    </>
  );
  return (
    <li>
      {onPress ? (
        <button type="button" className={styles.line} onClick={onPress}>
          {words}
        </button>
      ) : (
        <div className={styles.line}>{words}</div>
      )}
    </li>
  );
}

/** The stage an item stands in; nothing for a stage itself. */
function stageOf(node: OutlineNode): string {
  let top = node;
  while (top.parent) top = top.parent;
  return top === node ? "" : nameOrUntitled(top.item.name, "stage");
}

function span(start: Day | null, finish: Day | null, today: Day): string {
  if (start === null || finish === null) return "no dates";
  const last = formatDayNear(finish, today);
  return start === finish ? last : `${formatDayNear(start, today)} – ${last}`;
}
