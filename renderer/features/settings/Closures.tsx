import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { dropClosure } from "#renderer/commands/calendar.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { type Closure, closuresOf } from "#shared/domain/closures.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import { ClosureForm } from "./ClosureForm.tsx";
import { lostWords, whenWords } from "./closureWords.ts";
import styles from "./settings.module.css";

/** Days on which nobody of the company works. */
export function Closures() {
  const { calendar } = usePlan().roadmap;
  const [edited, setEdited] = useState<string | null>(null);
  const [returnTo, setReturnTo] = useState<string | null>(null);
  const closures = closuresOf(calendar);
  const isEditing = closures.some((closure) => keyOf(closure) === edited);
  function stopEditing(name: string): void {
    setEdited(null);
    setReturnTo(name);
  }
  return (
    <section aria-labelledby="closures">
      <h3 id="closures">Company closures</h3>
      {closures.length === 0 && (
        <p className={styles.hint}>
          Days on which everybody is off: a winter break, a move, a company trip. No work is planned onto
          them, and work that runs over them ends later.
        </p>
      )}
      <ul className={styles.list} aria-labelledby="closures">
        {closures.map((closure) => (
          <li key={keyOf(closure)}>
            {edited === keyOf(closure) ? (
              <ClosureForm instead={closure} onDone={stopEditing} />
            ) : (
              <ClosureLine
                closure={closure}
                calendar={calendar}
                takesFocus={closure.name === returnTo}
                onEdit={() => setEdited(keyOf(closure))}
              />
            )}
          </li>
        ))}
      </ul>
      {!isEditing && <ClosureForm instead={null} />}
    </section>
  );
}

interface ClosureLineProps {
  readonly closure: Closure;
  readonly calendar: WorkCalendar;
  /** After it was edited. */
  readonly takesFocus: boolean;
  readonly onEdit: () => void;
}

function ClosureLine({ closure, calendar, takesFocus, onEdit }: ClosureLineProps) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const name = closure.name || "Day off";
  return (
    <div className={styles.line}>
      <span className={styles.grow}>{name}</span>
      <span className={styles.when}>
        {whenWords(closure)}
        <span className={styles.faint}>{lostWords(calendar, closure, today)}</span>
      </span>
      <IconButton size="sm" label={`Edit ${name}`} autoFocus={takesFocus} onPress={onEdit}>
        <Pencil size={14} />
      </IconButton>
      <IconButton size="sm" label={`Remove ${name}`} onPress={() => dropClosure(app, closure)}>
        <Trash2 size={14} />
      </IconButton>
    </div>
  );
}

function keyOf({ from, to, name, yearly }: Closure): string {
  return `${from} ${to} ${yearly} ${name}`;
}
