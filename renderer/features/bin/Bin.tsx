import {
  CircleAlert,
  Gavel,
  Glasses,
  ListChecks,
  Presentation,
  Repeat,
  RotateCcw,
  Scale,
  Trash2,
  UserRound,
} from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { GridList, GridListItem } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { purge, restore } from "#renderer/commands/items.ts";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { KindMark } from "#renderer/ui/Marks.tsx";
import { type BinEntry, binOf } from "#shared/domain/operations/bin.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./Bin.module.css";
import { entryDetail, entryName, whenWords } from "./entryWords.ts";

/** What was deleted, latest first: restore it, or delete it for good. */
export function Bin() {
  const plan = usePlan();
  const readOnly = useReadOnly();
  const [doomed, setDoomed] = useState<readonly BinEntry[]>([]);
  const entries = binOf(plan);
  function onKeyDown(event: KeyboardEvent): void {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-key]") : null;
    const entry = entries.find(({ entity }) => entity.id === row?.dataset.key);
    if (event.key !== "Delete" || !entry || readOnly) return;
    event.preventDefault();
    event.stopPropagation();
    setDoomed([entry]);
  }
  if (entries.length === 0) return <EmptyBin />;
  return (
    <div className={styles.bin}>
      <header className={styles.head}>
        <p>{count(entries.length, "item")} in the bin. What you restore goes back to where it was.</p>
        {!readOnly && (
          <Button size="sm" icon={<Trash2 size={14} aria-hidden />} onPress={() => setDoomed(entries)}>
            Empty the bin
          </Button>
        )}
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the list inside. */}
      <div onKeyDown={onKeyDown}>
        <GridList
          aria-label="Bin"
          className={styles.list ?? ""}
          items={entries.map((entry) => ({ id: entry.entity.id, entry }))}
          dependencies={[plan, readOnly]}
        >
          {({ entry }) => <BinRow entry={entry} onPurge={() => setDoomed([entry])} />}
        </GridList>
      </div>
      {doomed.length > 0 && <ConfirmPurge entries={doomed} onClose={() => setDoomed([])} />}
    </div>
  );
}

const ICONS = {
  person: UserRound,
  routine: Repeat,
  procedure: ListChecks,
  decisionRight: Scale,
  session: Presentation,
  issue: CircleAlert,
  decision: Gavel,
  review: Glasses,
} as const;

function EntryMark({ kind }: { readonly kind: BinEntry["entity"]["kind"] }) {
  if (kind === "stage" || kind === "milestone" || kind === "task") return <KindMark kind={kind} />;
  const Icon = ICONS[kind];
  return <Icon size={14} aria-hidden />;
}

function BinRow({ entry, onPurge }: { readonly entry: BinEntry; readonly onPurge: () => void }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const { entity } = entry;
  const name = entryName(entity);
  return (
    <GridListItem id={entity.id} textValue={name} className={styles.row ?? ""}>
      <span className={styles.mark}>
        <EntryMark kind={entity.kind} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.detail}>{entryDetail(plan, entry)}</span>
      </span>
      <span className={styles.when}>{whenWords(entry.deletedAt, today)}</span>
      <Button
        size="sm"
        icon={<RotateCcw size={14} aria-hidden />}
        aria-label={`Restore ${name}`}
        isDisabled={readOnly}
        onPress={() => restore(app, entity.id)}
      >
        Restore
      </Button>
      <IconButton label={`Delete ${name} for good`} isDisabled={readOnly} onPress={onPurge}>
        <Trash2 size={14} />
      </IconButton>
    </GridListItem>
  );
}

interface ConfirmPurgeProps {
  readonly entries: readonly BinEntry[];
  readonly onClose: () => void;
}

function ConfirmPurge({ entries, onClose }: ConfirmPurgeProps) {
  const app = useApp();
  const only = entries.length === 1 ? entries[0] : undefined;
  const held = entries.reduce((sum, entry) => sum + entry.holds, 0);
  const what = only ? `“${entryName(only.entity)}”` : count(entries.length, "item");
  return (
    <Dialog
      role="alertdialog"
      width="sm"
      title={only ? "Delete for good?" : "Empty the bin?"}
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button
            variant="danger"
            onPress={() => {
              purge(
                app,
                entries.map(({ entity }) => entity.id),
              );
              onClose();
            }}
          >
            Delete for good
          </Button>
        </>
      }
    >
      <p>
        {what}
        {held > 0 && ` and ${count(held, "item")} inside`} will leave the bin and cannot be restored from it
        any more. Only Undo brings {only && held === 0 ? "it" : "them"} back.
      </p>
    </Dialog>
  );
}

function EmptyBin() {
  return (
    <div className={styles.empty}>
      <Trash2 size={24} aria-hidden />
      <h3>The bin is empty</h3>
      <p>
        Stages, milestones, tasks and people you delete come here, with everything they hold, until you
        restore them or delete them for good.
      </p>
    </div>
  );
}
