import { Snowflake } from "lucide-react";
import { useState } from "react";
import { freeze } from "#renderer/commands/baselines.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import { freezeProblem, suggestedBaselineName } from "#shared/domain/operations/baselines.ts";
import styles from "./Baselines.module.css";

/** A name, and the button that freezes the plan as it is now. The name is suggested anew after each. */
export function FreezeForm({ onFrozen }: { readonly onFrozen: (name: string) => void }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const [typed, setTyped] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const name = typed ?? suggestedBaselineName(plan, today);
  const problem = tried ? freezeProblem(plan, name) : null;
  function submit(): void {
    setTried(true);
    if (freezeProblem(plan, name) || freeze(app, name) === null) return;
    setTyped(null);
    setTried(false);
    onFrozen(name.trim());
  }
  return (
    <form
      className={styles.freeze}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        autoFocus
        selectsOnFocus
        label="Name of the new baseline"
        value={name}
        onChange={setTyped}
        problem={problem?.message ?? null}
      />
      <Button type="submit" variant="primary" icon={<Snowflake size={14} />}>
        Freeze the plan as it is now
      </Button>
    </form>
  );
}
