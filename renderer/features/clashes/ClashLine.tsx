import { Ellipsis } from "lucide-react";
import { memo, useState } from "react";
import { effectWords } from "#renderer/commands/clashes.ts";
import { useApp } from "#renderer/commands/hooks.ts";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { namesIn } from "#renderer/ui/namesIn.ts";
import { Tooltip } from "#renderer/ui/Tooltip.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { type Clash, type Fix, quoted } from "#shared/schedule/clash.ts";
import styles from "./ClashLine.module.css";
import { ItemLink } from "./ItemLink.tsx";

interface ClashLineProps {
  readonly clash: Clash;
  readonly plan: Plan;
  /** Whether Tab comes here: of all lines only one is on its way. */
  readonly isActive: boolean;
  readonly readOnly: boolean;
  readonly onMend: (clash: Clash, fix: Fix) => void;
}

/** One clash: what does not fit, the items it names as ways there, and what would mend it. */
export const ClashLine = memo(function ClashLine(props: ClashLineProps) {
  const { clash, plan, isActive, readOnly } = props;
  const parts = namesIn(
    clash.words,
    clash.itemIds.map((itemId) => ({ id: itemId, quoted: quoted(plan, itemId) })),
  );
  const named = new Set(parts.map((part) => part.id));
  const others = clash.itemIds.filter((itemId) => !named.has(itemId));
  return (
    <li data-clash={clash.key} className={styles.line}>
      <fieldset className={styles.group} aria-label={clash.words}>
        <p className={styles.words}>
          {parts.map(({ id: itemId, text }, index) =>
            itemId === null ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name.
              <span key={index}>{text}</span>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <ItemLink key={index} id={itemId} isInTabOrder={isActive}>
                {text}
              </ItemLink>
            ),
          )}
        </p>
        {others.length > 0 && <Others ids={others} plan={plan} isActive={isActive} isMore={named.size > 1} />}
        {!readOnly && clash.fixes.length > 0 && <Fixes {...props} />}
      </fieldset>
    </li>
  );
});

/** Ways out beyond these are in a menu. */
const SHOWN_FIXES = 2;

function Fixes({ clash, plan, isActive, onMend }: ClashLineProps) {
  const app = useApp();
  const { fixes } = clash;
  const shown = fixes.length > SHOWN_FIXES ? fixes.slice(0, 1) : fixes;
  const inMenu = fixes.slice(shown.length);
  return (
    <div className={`${styles.fixes} ${inMenu.length > 0 ? styles.inMenu : ""}`}>
      {shown.map((fix, index) => (
        <Tooltip key={fix.label} placement="bottom" text={<Effect fix={fix} plan={plan} />}>
          <Button
            size="sm"
            data-fix
            variant={index === 0 ? "secondary" : "quiet"}
            excludeFromTabOrder={!isActive}
            onPress={() => onMend(clash, fix)}
          >
            {fix.label}
          </Button>
        </Tooltip>
      ))}
      {inMenu.length > 0 && (
        <Menu
          label="Other ways to mend it"
          entries={() =>
            inMenu.map((fix) => ({
              id: fix.label,
              label: fix.label,
              note: effectWords(app, plan, fix),
              onAction: () => onMend(clash, fix),
            }))
          }
          trigger={
            <IconButton label="Other ways to mend it" size="sm" excludeFromTabOrder={!isActive}>
              <Ellipsis size={16} />
            </IconButton>
          }
        />
      )}
    </div>
  );
}

/** Worked out only while somebody points at the button. */
function Effect({ fix, plan }: { readonly fix: Fix; readonly plan: Plan }) {
  return effectWords(useApp(), plan, fix) || "Moves nothing else";
}

interface OthersProps {
  readonly ids: readonly Id[];
  readonly plan: Plan;
  readonly isActive: boolean;
  /** Whether the sentence names some of them already. */
  readonly isMore: boolean;
}

const SHOWN_OTHERS = 30;

/** Items that the sentence only counts. */
function Others({ ids, plan, isActive, isMore }: OthersProps) {
  const [isOpen, setOpen] = useState(false);
  const [limit, setLimit] = useState(SHOWN_OTHERS);
  const tabIndex = isActive ? 0 : -1;
  const what = isMore ? count(ids.length, "more item") : `the ${count(ids.length, "item")}`;
  return (
    <div className={styles.others}>
      <button
        type="button"
        tabIndex={tabIndex}
        aria-expanded={isOpen}
        className={styles.more}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "Hide" : "Show"} {ids.length === 1 && !isMore ? "the item" : what}
      </button>
      {isOpen && (
        <ul className={styles.list}>
          {ids.slice(0, limit).map((id) => {
            const item = itemById(plan, id);
            return (
              <li key={id}>
                <ItemLink id={id} isInTabOrder={isActive}>
                  {item ? nameOrUntitled(item.name, item.kind) : ""}
                </ItemLink>
              </li>
            );
          })}
        </ul>
      )}
      {isOpen && ids.length > limit && (
        <button
          type="button"
          tabIndex={tabIndex}
          className={styles.more}
          onClick={() => setLimit(limit + 10 * SHOWN_OTHERS)}
        >
          Show {Math.min(ids.length - limit, 10 * SHOWN_OTHERS)} more
        </button>
      )}
    </div>
  );
}
