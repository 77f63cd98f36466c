import { Check, CloudOff, LoaderCircle } from "lucide-react";
import { useApp, useSaveFailure, useSaveWord } from "#renderer/commands/hooks.ts";
import { saveCopy } from "#renderer/commands/roadmaps.ts";
import { Button } from "#renderer/ui/Button.tsx";
import styles from "./SaveStatus.module.css";

const WORDS = { saved: "Saved", saving: "Saving…", failed: "Not saved" } as const;
const ICONS = { saved: Check, saving: LoaderCircle, failed: CloudOff } as const;

/** Says whether everything on screen is on disk. */
export function SaveStatus() {
  const app = useApp();
  const word = useSaveWord();
  const failure = useSaveFailure();
  const Icon = ICONS[word];
  return (
    <div className={`${styles.status} ${styles[word]}`}>
      <span role="status" data-save={word} title={failure ?? undefined} className={styles.word}>
        <Icon size={14} aria-hidden />
        {WORDS[word]}
      </span>
      {failure !== null && (
        <div role="alert" className={styles.failure}>
          <p>{failure}</p>
          <div className={styles.actions}>
            <Button size="sm" onPress={() => app.storage.retry()}>
              Try again
            </Button>
            <Button size="sm" onPress={() => void saveCopy(app)}>
              Save a copy as a file
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
