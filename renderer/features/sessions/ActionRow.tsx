import { Send } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { handOverLine } from "#renderer/commands/sessions.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import { parseAction } from "#shared/domain/actionLine.ts";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { homeOfActions } from "#shared/domain/operations/sessionActions.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Session } from "#shared/domain/session.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Actions.module.css";
import { exampleAction } from "./words.ts";

/** Who does what by when, in one line and Enter; what was understood stands below while one types. */
export function ActionRow({ session }: { readonly session: Session }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const [homeId, setHomeId] = useState<Id | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const held = useHeldText((text) => void handOverLine(app, session.id, text, homeId));
  useEffect(() => field.current?.focus(), []);
  const home = (homeId && outlineOf(plan).byId.get(homeId)) || homeOfActions(plan, today);
  if (readOnly) return null;
  return (
    <div className={styles.actionRow}>
      <div className={styles.actionField}>
        <Send size={15} aria-hidden />
        <input
          ref={field}
          type="text"
          aria-label="Who does what by when"
          placeholder={exampleAction(plan, today)}
          maxLength={1_000}
          value={held.text ?? ""}
          onChange={(event) => held.setText(event.target.value)}
          onBlur={held.commit}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === "Enter") held.commit();
            else held.cancel();
          }}
        />
      </div>
      <p className={styles.understood} aria-live="polite">
        {held.text?.trim() ? understood(plan, held.text, today) : "A name, a colon, what to do, and by when."}
        {home && (
          <span className={styles.homeOf}>
            goes under
            <Finder
              label="Where it goes"
              placeholder="Find a milestone or stage"
              options={() => homes(plan)}
              selected={[home.item.id]}
              onPick={setHomeId}
              emptyText="None of that name."
              trigger={
                <Button size="sm" variant="quiet">
                  {nameOrUntitled(home.item.name, home.item.kind)}
                </Button>
              }
            />
          </span>
        )}
      </p>
    </div>
  );
}

function homes(plan: Plan) {
  return outlineOf(plan)
    .inOrder.filter((node) => node.item.kind !== "task" && !isFinished(node))
    .map(({ item }) => ({ id: item.id, label: nameOrUntitled(item.name, item.kind) }));
}

function understood(plan: Plan, text: string, today: Day): string {
  const { toId, dueOn } = parseAction(plan, text, today);
  const who = plan.people.get(toId ?? "")?.name.trim() || "Nobody yet";
  return `${who}, ${dueOn === null ? "no date yet" : `by ${formatDayNear(dueOn, today)}`}`;
}
