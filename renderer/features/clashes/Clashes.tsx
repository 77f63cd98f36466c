/** Everything in the plan that does not fit together, by kind, each with what it is about and the ways out. */
import { CircleCheck, X } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { closeClashes, effectOnAllWords, mend, mendAllLinks } from "#renderer/commands/clashes.ts";
import { type FoundClashes, useClashes } from "#renderer/commands/findClashes.ts";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Tooltip } from "#renderer/ui/Tooltip.tsx";
import type { Clash, ClashKind, Fix } from "#shared/schedule/clash.ts";
import { clashCount } from "#shared/schedule/clashes.ts";
import styles from "./Clashes.module.css";
import { ClashLine } from "./ClashLine.tsx";
import { usePanelFocus } from "./usePanelFocus.ts";

const TITLES: Record<ClashKind, string> = {
  loop: "Loops",
  "promise-missed": "Promises",
  "rule-not-met": "Rules",
  "link-not-kept": "Links",
  "milestone-before-work": "Milestones before their work",
  "left-behind": "Left behind",
};

/** Lines of one kind that are drawn at first, and more each time they are asked for. */
const SHOWN = 50;

export function Clashes() {
  const app = useApp();
  const found = useClashes();
  const panel = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const { onKeyDown, keepPlace } = usePanelFocus(panel, found, () => closeClashes(app));
  const onMend = useCallback(
    (clash: Clash, fix: Fix) => {
      keepPlace(clash.key);
      mend(app, clash, fix);
    },
    [app, keepPlace],
  );
  const clashes = found?.clashes ?? [];
  const active = clashes.some(({ key }) => key === activeKey) ? activeKey : (clashes[0]?.key ?? null);
  return (
    <div
      ref={panel}
      className={styles.panel}
      tabIndex={-1}
      onKeyDownCapture={onKeyDown}
      onFocusCapture={({ target }) =>
        setActiveKey(target.closest<HTMLElement>("[data-clash]")?.dataset.clash ?? activeKey)
      }
    >
      <header className={styles.head}>
        <h3 className={styles.title}>{clashes.length > 0 ? clashCount(clashes) : "Clashes"}</h3>
        <IconButton label="Close clashes" size="sm" onPress={() => closeClashes(app)}>
          <X size={16} />
        </IconButton>
      </header>
      {found && clashes.length === 0 && <Nothing />}
      {found &&
        kindsOf(clashes).map((kind) => (
          <Kind
            key={kind}
            kind={kind}
            found={found}
            activeKey={active}
            onMend={onMend}
            onMendAll={() => {
              keepPlace(null);
              mendAllLinks(app);
            }}
          />
        ))}
    </div>
  );
}

function Nothing() {
  return (
    <div className={styles.nothing}>
      <p className={styles.calm}>
        <CircleCheck size={16} className={styles.good} aria-hidden />
        Everything fits together.
      </p>
      <p className={styles.teach}>
        When a promised date is missed, a link or a rule is not kept, or work is left behind, it is listed
        here with ways to mend it. Nothing moves until you choose one.
      </p>
    </div>
  );
}

function EffectOnAll({ found }: { readonly found: FoundClashes }) {
  return effectOnAllWords(useApp(), found.plan);
}

/** In the order in which they are best mended, as they come. */
function kindsOf(clashes: readonly Clash[]): readonly ClashKind[] {
  return [...new Set(clashes.map(({ kind }) => kind))];
}

interface KindProps {
  readonly kind: ClashKind;
  readonly found: FoundClashes;
  readonly activeKey: string | null;
  readonly onMend: (clash: Clash, fix: Fix) => void;
  readonly onMendAll: () => void;
}

function Kind({ kind, found, activeKey, onMend, onMendAll }: KindProps) {
  const readOnly = useReadOnly();
  const [limit, setLimit] = useState(SHOWN);
  const clashes = found.clashes.filter((clash) => clash.kind === kind);
  const rest = clashes.length - limit;
  const id = `clashes-${kind}`;
  return (
    <section className={styles.kind} aria-labelledby={id}>
      <div className={styles.kindHead}>
        <h4 id={id} className={styles.kindTitle}>
          {TITLES[kind]} {clashes.length > 1 && <span className={styles.tally}>{clashes.length}</span>}
        </h4>
        {kind === "link-not-kept" && clashes.length > 1 && !readOnly && (
          <Tooltip placement="bottom" text={<EffectOnAll found={found} />}>
            <Button size="sm" variant="quiet" onPress={onMendAll}>
              Keep all links
            </Button>
          </Tooltip>
        )}
      </div>
      <ul>
        {clashes.slice(0, limit).map((clash) => (
          <ClashLine
            key={clash.key}
            clash={clash}
            plan={found.plan}
            isActive={clash.key === activeKey}
            readOnly={readOnly}
            onMend={onMend}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.more} onClick={() => setLimit(limit + 2 * SHOWN)}>
          Show {Math.min(rest, 2 * SHOWN)} more{rest > 2 * SHOWN ? ` of ${rest}` : ""}
        </button>
      )}
    </section>
  );
}
