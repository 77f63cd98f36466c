import { Link2 } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { useApp, useOutline, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { leadTo } from "#renderer/commands/vision.ts";
import { ServesField } from "#renderer/fields/ServesField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import { KindMark } from "#renderer/ui/Marks.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { MilestoneNode } from "#shared/domain/vision.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { useDraggable } from "./drag.ts";
import styles from "./Untied.module.css";

/** Rows before the rest waits behind a button: nobody reads more at once. */
const LIMIT = 40;

export function OrphanMilestones({ nodes }: { readonly nodes: readonly MilestoneNode[] }) {
  return (
    <Group
      kind="milestone"
      title="Milestones that serve no sentence"
      nodes={nodes}
      tie={(ids, label, onTied) => (
        <ServesField
          milestoneIds={ids}
          value={null}
          onPicked={onTied}
          trigger={
            <Button size="sm" variant="quiet" icon={<Link2 size={14} aria-hidden />} aria-label={label}>
              Serves…
            </Button>
          }
        />
      )}
    />
  );
}

export function LooseTasks({ nodes }: { readonly nodes: readonly OutlineNode[] }) {
  const app = useApp();
  const { inOrder } = useOutline();
  const milestones = () =>
    inOrder.flatMap(({ item, stageId }) =>
      item.kind === "milestone"
        ? [{ id: item.id, label: nameOrUntitled(item.name, "milestone"), group: stageName(inOrder, stageId) }]
        : [],
    );
  return (
    <Group
      kind="task"
      title="Tasks that lead to no milestone"
      nodes={nodes}
      tie={(ids, label, onTied) => (
        <Finder
          label="Leads to"
          placeholder="Find a milestone"
          options={milestones}
          selected={[]}
          onPick={(id) => {
            leadTo(app, ids, id);
            onTied();
          }}
          emptyText="No milestone of that name."
          trigger={
            <Button size="sm" variant="quiet" icon={<Link2 size={14} aria-hidden />} aria-label={label}>
              Leads to…
            </Button>
          }
        />
      )}
    />
  );
}

function stageName(inOrder: readonly OutlineNode[], id: Id): string {
  const stage = inOrder.find((node) => node.item.id === id)?.item;
  return stage ? nameOrUntitled(stage.name, "stage") : "";
}

interface GroupProps {
  readonly kind: "milestone" | "task";
  readonly title: string;
  readonly nodes: readonly OutlineNode[];
  /** The picker that ties some of them; `label` is for those who cannot see which row it stands in. */
  readonly tie: (ids: readonly Id[], label: string, onTied: () => void) => ReactNode;
}

function Group({ kind, title, nodes, tie }: GroupProps) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const readOnly = useReadOnly();
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(new Set());
  const [all, setAll] = useState(false);
  if (nodes.length === 0) return null;
  const chosen = nodes.filter((node) => ticked.has(node.item.id)).map((node) => node.item.id);
  const shown = all ? nodes : nodes.slice(0, LIMIT);
  /** What was tied leaves the list; whoever works by keyboard goes on with the next. */
  function onTied(): void {
    setTicked(new Set());
    window.setTimeout(() => {
      if (document.activeElement === document.body) box.current?.querySelector("input")?.focus();
    }, 50);
  }
  function tick(node: OutlineNode, isTicked: boolean): void {
    const next = new Set(chosen);
    if (isTicked) next.add(node.item.id);
    else next.delete(node.item.id);
    setTicked(next);
  }
  return (
    <section ref={box} className={styles.group} aria-labelledby={id}>
      <h4 className={styles.groupTitle}>
        <span id={id}>{title}</span>
        <span className={styles.tally}>{nodes.length}</span>
        {chosen.length > 0 && !readOnly && (
          <span className={styles.bulk}>
            {chosen.length} chosen {tie(chosen, `Tie the ${chosen.length} chosen`, onTied)}
          </span>
        )}
      </h4>
      <ul>
        {shown.map((node) => (
          <UntiedRow
            key={node.item.id}
            node={node}
            kind={kind}
            chosen={chosen}
            onTick={(isTicked) => tick(node, isTicked)}
          >
            {tie([node.item.id], `Tie ${nameOrUntitled(node.item.name, kind)}`, onTied)}
          </UntiedRow>
        ))}
      </ul>
      {shown.length < nodes.length && (
        <Button size="sm" variant="quiet" onPress={() => setAll(true)}>
          Show {nodes.length - shown.length} more
        </Button>
      )}
    </section>
  );
}

interface UntiedRowProps {
  readonly node: OutlineNode;
  readonly kind: "milestone" | "task";
  readonly chosen: readonly Id[];
  readonly onTick: (isTicked: boolean) => void;
  readonly children: ReactNode;
}

function UntiedRow({ node, kind, chosen, onTick, children }: UntiedRowProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { inOrder } = useOutline();
  const today = useUi((state) => state.today);
  const { item, finish } = node;
  const name = nameOrUntitled(item.name, kind);
  const isTicked = chosen.includes(item.id);
  const draggable = useDraggable(kind, () => (isTicked ? chosen : [item.id]), name, !readOnly);
  return (
    <li {...draggable} className={styles.row} data-ticked={isTicked || undefined}>
      {!readOnly && (
        <input
          type="checkbox"
          aria-label={`Choose ${name}`}
          className={styles.box}
          checked={isTicked}
          onChange={(event) => onTick(event.target.checked)}
        />
      )}
      <KindMark kind={kind} />
      <button
        type="button"
        className={styles.rowName}
        onClick={() => {
          goTo(app, item.id);
          showView(app, "outline");
        }}
      >
        {name}
      </button>
      <span className={styles.rowStage}>{stageName(inOrder, node.stageId)}</span>
      <span className={styles.rowDay}>{finish && formatDayNear(finish, today)}</span>
      {!readOnly && <span className={styles.tie}>{children}</span>}
    </li>
  );
}
