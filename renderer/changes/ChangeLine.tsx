import {
  BookCheck,
  CircleHelp,
  Gavel,
  ListChecks,
  Map as MapIcon,
  Repeat,
  RotateCcw,
  UserRound,
} from "lucide-react";
import { openLine } from "#renderer/commands/changes.ts";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { restore } from "#renderer/commands/items.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { KindMark } from "#renderer/ui/Marks.tsx";
import { MovedBy } from "#renderer/ui/MovedBy.tsx";
import { howFar, shownDays, wasAndIs } from "#shared/changes/moveWords.ts";
import type { ChangeLine as Line, UntoldSlip } from "#shared/changes/types.ts";
import { KIND_WORDS } from "#shared/domain/words.ts";
import styles from "./Changes.module.css";
import { SlipAsk } from "./SlipAsk.tsx";

const ICONS = {
  person: UserRound,
  routine: Repeat,
  procedure: ListChecks,
  decisionRight: Gavel,
  issue: CircleHelp,
  decision: BookCheck,
  roadmap: MapIcon,
} as const;

function LineMark({ kind }: { readonly kind: Line["rowKind"] }) {
  if (kind === "stage" || kind === "milestone" || kind === "task") return <KindMark kind={kind} />;
  const Icon = kind in ICONS ? ICONS[kind as keyof typeof ICONS] : MapIcon;
  return <Icon size={14} className={styles.mark} aria-hidden />;
}

/** One row and all that became of it; it opens what it tells of, or has it back from the bin. */
interface ChangeLineProps {
  readonly line: Line;
  /** A slip of the milestone that nobody has explained. */
  readonly slip: UntoldSlip | null;
  readonly onTold: () => void;
}

export function ChangeLine({ line, slip, onTold }: ChangeLineProps) {
  const app = useApp();
  if (line.isLive)
    return (
      <li>
        <button type="button" data-line className={styles.line} onClick={() => openLine(app, line)}>
          <LineWords line={line} />
        </button>
        {slip && <SlipAsk look="line" slip={slip} onTold={onTold} />}
      </li>
    );
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <LineWords line={line} />
      </div>
      <Restore line={line} />
    </li>
  );
}

function LineWords({ line }: { readonly line: Line }) {
  const today = useUi((ui) => ui.today);
  const { move, rowKind } = line;
  const says = line.says.filter(({ kind }) => kind !== "moved").map(({ words }) => words);
  return (
    <>
      <LineMark kind={rowKind} />
      {rowKind in KIND_WORDS && (
        <span className="visually-hidden">{KIND_WORDS[rowKind as keyof typeof KIND_WORDS]}</span>
      )}{" "}
      <span className={styles.what}>
        <span className={line.isLive ? styles.name : styles.gone}>{line.name}</span>{" "}
        {says.length > 0 && <span className={styles.says}>{says.join("; ")}</span>}{" "}
        {line.reason !== null && (
          <span className={styles.reason}>
            <span className="visually-hidden">Why it moved:</span> {line.reason}
          </span>
        )}
      </span>
      {move && (
        <>
          {" "}
          <span className={styles.days}>{wasAndIs(move, today)}</span>{" "}
          <span className={styles.moved}>
            <MovedBy moved={shownDays(move) ?? "undated"} words={howFar(move)} />
          </span>
        </>
      )}
    </>
  );
}

function Restore({ line: { binnedId, name } }: { readonly line: Line }) {
  const app = useApp();
  const readOnly = useReadOnly();
  if (binnedId === null) return null;
  return (
    <Button
      size="sm"
      data-line
      icon={<RotateCcw size={14} aria-hidden />}
      aria-label={`Restore ${name}`}
      isDisabled={readOnly}
      onPress={() => restore(app, binnedId)}
    >
      Restore
    </Button>
  );
}
