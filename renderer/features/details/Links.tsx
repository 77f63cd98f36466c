/** What an item waits for, and what waits for it. */
import { Plus, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useApp, useOutline, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editLink, link, unlink } from "#renderer/commands/items.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import { KindMark } from "#renderer/ui/Marks.tsx";
import { type Option, Select } from "#renderer/ui/Select.tsx";
import { type Dependency, type DependencyType, type LinkRule, ruleOf } from "#shared/domain/dependency.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Links.module.css";
import { linkCandidates } from "./linkCandidates.ts";
import { linksOf } from "./linksByItem.ts";
import { Section } from "./Panel.tsx";

type Side = "before" | "after";

/** In the list of what comes before, "it" is the other item; in the list of what follows, "this" is the item shown. */
const TYPE_WORDS: Record<Side, Record<DependencyType, string>> = {
  before: {
    FS: "starts after it ends",
    SS: "starts when it starts",
    FF: "ends when it ends",
    SF: "ends when it starts",
  },
  after: {
    FS: "starts after this ends",
    SS: "starts when this starts",
    FF: "ends when this ends",
    SF: "ends when this starts",
  },
};

const DAY_KINDS: readonly Option<Dependency["lagKind"]>[] = [
  { value: "working", label: "working days" },
  { value: "elapsed", label: "calendar days" },
];

/** Of whichever item comes later. */
const RULES: readonly Option<LinkRule>[] = [
  { value: "use", label: "Moves when pushed" },
  { value: "keep", label: "Keeps the gap" },
  { value: "never", label: "Never moves" },
];

export function Links({ node }: { readonly node: OutlineNode }) {
  return (
    <>
      <LinkList node={node} side="before" title="Starts after…" />
      <LinkList node={node} side="after" title="Followed by…" />
    </>
  );
}

interface LinkListProps {
  readonly node: OutlineNode;
  readonly side: Side;
  readonly title: string;
}

function LinkList({ node, side, title }: LinkListProps) {
  const plan = usePlan();
  const readOnly = useReadOnly();
  const rows = linksOf(plan, node.item.id)[side];
  return (
    <Section title={title} {...(rows.length > 0 ? { tally: String(rows.length) } : {})}>
      {rows.length > 0 && (
        <ul className={styles.list} aria-label={title}>
          {rows.map(({ dependency, otherNode }) => (
            <LinkRow key={dependency.id} dependency={dependency} other={otherNode} side={side} />
          ))}
        </ul>
      )}
      {!readOnly && <AddLink node={node} side={side} />}
    </Section>
  );
}

interface LinkRowProps {
  readonly dependency: Dependency;
  readonly other: OutlineNode;
  readonly side: Side;
}

function LinkRow({ dependency, other, side }: LinkRowProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const name = nameOrUntitled(other.item.name, other.item.kind);
  const words = Object.entries(TYPE_WORDS[side]) as [DependencyType, string][];
  return (
    <li className={styles.link}>
      <div className={styles.top}>
        <button type="button" className={styles.other} onClick={() => goTo(app, other.item.id)}>
          <KindMark kind={other.item.kind} />
          <span className={styles.name}>{name}</span>
          <span className={styles.code}>{other.wbsCode}</span>
        </button>
        {!readOnly && (
          <span className={styles.remove}>
            <IconButton
              label={`Remove link with ${name}`}
              size="sm"
              onPress={() => unlink(app, [dependency.id])}
            >
              <X size={14} />
            </IconButton>
          </span>
        )}
      </div>
      <div className={styles.how}>
        <Select
          label={`How it is linked with ${name}`}
          value={dependency.type}
          options={words.map(([value, label]) => ({ value, label }))}
          onChange={(type) => editLink(app, dependency.id, { type })}
          isDisabled={readOnly}
        />
        <Gap dependency={dependency} name={name} />
        <div className={styles.rule}>
          <Select
            label={side === "before" ? `When ${name} moves` : `${name}, when this moves`}
            value={ruleOf(dependency)}
            options={RULES}
            onChange={(rule) => editLink(app, dependency.id, { rule })}
            isDisabled={readOnly}
          />
        </div>
      </div>
    </li>
  );
}

/** No gap is the common case, and says nothing until one looks closer. */
function Gap({ dependency, name }: { readonly dependency: Dependency; readonly name: string }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <div className={`${styles.gap} ${dependency.lagDays === 0 ? styles.none : ""}`}>
      <NumberField
        label={`Gap to ${name}, in days`}
        value={dependency.lagDays}
        unit=""
        min={-10_000}
        max={10_000}
        onChange={(lagDays) => lagDays !== null && editLink(app, dependency.id, { lagDays })}
      />
      <Select
        label={`Days of the gap to ${name}`}
        value={dependency.lagKind}
        options={DAY_KINDS}
        onChange={(lagKind) => editLink(app, dependency.id, { lagKind })}
        isDisabled={readOnly}
      />
    </div>
  );
}

function AddLink({ node, side }: { readonly node: OutlineNode; readonly side: Side }) {
  const app = useApp();
  const plan = usePlan();
  const outline = useOutline();
  const label = side === "before" ? "Add what comes first" : "Add what follows";
  const options = () =>
    linkCandidates(plan, outline, node, side).map(({ item, wbsCode }) => ({
      id: item.id,
      label: nameOrUntitled(item.name, item.kind),
      mark: <KindMark kind={item.kind} />,
      hint: wbsCode,
    }));
  return (
    <Finder
      label={label}
      placeholder="Find an item by its name"
      options={options}
      selected={[]}
      onPick={(id) =>
        link(app, side === "before" ? { fromId: id, toId: node.item.id } : { fromId: node.item.id, toId: id })
      }
      emptyText="Nothing to link it with has that name."
      trigger={
        <AriaButton className={styles.add ?? ""}>
          <Plus size={14} aria-hidden />
          {label}
        </AriaButton>
      }
    />
  );
}
