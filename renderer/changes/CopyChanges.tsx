import { Copy } from "lucide-react";
import { copyText } from "#renderer/commands/changes.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { ChangeList } from "#shared/changes/types.ts";
import { changesMarkdown } from "#shared/changes/words.ts";

interface CopyChangesProps {
  readonly list: ChangeList;
  /** `since 3 Mar 2027`. */
  readonly since: string;
  readonly note: string | null;
}

/** The whole list on the clipboard, to paste into a message. */
export function CopyChanges({ list, since, note }: CopyChangesProps) {
  const app = useApp();
  const { roadmap } = usePlan();
  const today = useUi((ui) => ui.today);
  const title = `${roadmap.name}: what changed ${since}`;
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={<Copy size={14} aria-hidden />}
      onPress={() => void copyText(app, changesMarkdown(list, { title, today, note }), "Copied as text.")}
    >
      Copy as text
    </Button>
  );
}
