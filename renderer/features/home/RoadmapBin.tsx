import { Trash2 } from "lucide-react";
import { useApp, useDocument, useReadOnly } from "#renderer/commands/hooks.ts";
import { restore } from "#renderer/commands/roadmaps.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { dayOfInstant, formatDay } from "#shared/domain/day.ts";
import styles from "./RoadmapBin.module.css";

export function RoadmapBin() {
  const app = useApp();
  const readOnly = useReadOnly();
  const roadmaps = useDocument((state) => state.roadmaps);
  const binned = [...roadmaps.values()]
    .flatMap((roadmap) => (roadmap.deletedAt === null ? [] : [{ roadmap, deletedAt: roadmap.deletedAt }]))
    .sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
  if (binned.length === 0) return null;
  return (
    <details className={styles.bin}>
      <summary className={styles.summary}>
        <Trash2 size={14} aria-hidden />
        Bin ({binned.length})
      </summary>
      <ul className={styles.list} aria-label="Deleted roadmaps">
        {binned.map(({ roadmap, deletedAt }) => (
          <li key={roadmap.id} className={styles.row}>
            <span className={styles.name}>{roadmap.name}</span>
            <span className={styles.when}>Deleted {formatDay(dayOfInstant(new Date(deletedAt)))}</span>
            <Button
              size="sm"
              isDisabled={readOnly}
              aria-label={`Restore ${roadmap.name}`}
              onPress={() => restore(app, roadmap.id)}
            >
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
