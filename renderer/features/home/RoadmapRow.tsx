import { Copy, Ellipsis, PencilLine, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { openRoadmap, showDialog } from "#renderer/commands/navigation.ts";
import { duplicate, remove } from "#renderer/commands/roadmaps.ts";
import type { RoadmapSummary } from "#renderer/store/storage.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./RoadmapRow.module.css";
import { agoWords } from "./when.ts";

export function RoadmapRow({ roadmap }: { readonly roadmap: Roadmap }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const summary = useSummary(roadmap);
  const about = roadmap.vision || (roadmap.companyName === roadmap.name ? "" : roadmap.companyName);
  return (
    <li className={styles.row}>
      <button type="button" className={styles.open} onClick={() => void openRoadmap(app, roadmap.id)}>
        <span className={styles.name}>{roadmap.name}</span>
        {about && <span className={styles.vision}>{about}</span>}
        {summary && <SummaryLine summary={summary} createdAt={roadmap.createdAt} />}
      </button>
      {!readOnly && (
        <Menu
          label={`Actions for ${roadmap.name}`}
          trigger={
            <IconButton label={`Actions for ${roadmap.name}`}>
              <Ellipsis size={16} />
            </IconButton>
          }
          entries={[
            {
              id: "rename",
              label: "Rename…",
              icon: <PencilLine size={14} />,
              onAction: () => showDialog(app, { kind: "rename-roadmap", roadmapId: roadmap.id }),
            },
            {
              id: "duplicate",
              label: "Duplicate",
              icon: <Copy size={14} />,
              onAction: () => void duplicate(app, roadmap.id),
            },
            {
              id: "delete",
              label: "Delete to bin",
              icon: <Trash2 size={14} />,
              danger: true,
              separatorBefore: true,
              onAction: () => remove(app, roadmap.id),
            },
          ]}
        />
      )}
    </li>
  );
}

function SummaryLine({
  summary,
  createdAt,
}: {
  readonly summary: RoadmapSummary;
  readonly createdAt: string;
}) {
  const today = useUi((state) => state.today);
  const { milestones, reached, tasks, done, next, editedAt } = summary;
  return (
    <span className={styles.facts}>
      <span>
        {milestones === 0 ? "No milestones yet" : `${reached} of ${count(milestones, "milestone")} reached`}
      </span>
      {tasks > 0 && <span>{`${done} of ${count(tasks, "task")} done`}</span>}
      {next && (
        <span
          className={styles.next}
        >{`${next.date < today ? "Late" : "Next"}: ${next.name || "Untitled milestone"}, ${formatDayNear(next.date, today)}`}</span>
      )}
      <span className={styles.edited}>{agoWords(editedAt ?? createdAt, new Date())}</span>
    </span>
  );
}

/** Read after the list is on screen, so that a long list or a large plan does not hold it up. */
function useSummary(roadmap: Roadmap): RoadmapSummary | null {
  const app = useApp();
  const [summary, setSummary] = useState<RoadmapSummary | null>(null);
  useEffect(() => {
    let current = true;
    void app.storage.summarise(roadmap.id).then((result) => {
      if (current && result.ok) setSummary(result.value);
    });
    return () => {
      current = false;
    };
  }, [app, roadmap.id]);
  return summary;
}
