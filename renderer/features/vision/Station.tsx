import { AlarmClock, Link2 } from "lucide-react";
import { useApp, useOutline, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { leadTo } from "#renderer/commands/vision.ts";
import { ServesField } from "#renderer/fields/ServesField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { PersonName } from "#renderer/ui/PersonPicker.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import { dateOf } from "#shared/domain/taskDates.ts";
import type { MilestoneNode } from "#shared/domain/vision.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { useDraggable, useDrop } from "./drag.ts";
import styles from "./Station.module.css";
import visionStyles from "./Vision.module.css";

const HUES = 6;

/** A milestone on the line of its sentence. It can be dragged to another one, and takes tasks. */
export function Station({ node }: { readonly node: MilestoneNode }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { people } = usePlan();
  const { stages } = useOutline();
  const today = useUi((state) => state.today);
  const { item } = node;
  const name = nameOrUntitled(item.name, "milestone");
  const at = stages.findIndex((stage) => stage.item.id === node.stageId);
  const stage = stages[at]?.item;
  const owner = people.get(item.ownerId ?? "");
  const isReached = item.reachedOn !== null;
  const isLate = !isReached && item.date < today;
  const { isOver, handlers } = useDrop("task", (ids) => leadTo(app, ids, item.id));
  const draggable = useDraggable("milestone", () => [item.id], name, !readOnly);
  return (
    <li
      {...draggable}
      {...handlers}
      className={styles.station}
      data-hue={(at % HUES) + 1}
      data-reached={isReached || undefined}
      data-over={isOver || undefined}
    >
      <span className={styles.rail} aria-hidden>
        <span className={styles.diamond} />
      </span>
      <span className={styles.when}>
        <span className={isLate ? visionStyles.late : undefined}>
          {isLate && <AlarmClock size={12} aria-hidden />}
          {isReached && "Reached "}
          {formatDayNear(dateOf(item), today)}
          {isLate && ", late"}
        </span>
        {!readOnly && (
          <span className={styles.rehang}>
            <ServesField
              milestoneIds={[item.id]}
              value={item.visionLineId}
              trigger={
                <IconButton label={`What ${name} serves`} size="sm">
                  <Link2 size={14} />
                </IconButton>
              }
            />
          </span>
        )}
      </span>
      <button
        type="button"
        className={styles.stationName}
        onClick={() => {
          goTo(app, item.id);
          showView(app, "outline");
        }}
      >
        {name}
      </button>
      <span className={styles.stationStage}>{stage && nameOrUntitled(stage.name, "stage")}</span>
      {owner && <PersonName person={owner} size={18} />}
    </li>
  );
}
