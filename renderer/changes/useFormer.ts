import { useEffect, useState } from "react";
import { type FormerState, formerOf } from "#renderer/commands/changes.ts";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import type { Since } from "#renderer/store/uiStore.ts";
import type { Result } from "#shared/domain/result.ts";

/**
 * The open plan as it was; null while that is being read. It does not change with edits made now: it is read once,
 * and again only when another time is asked for, or another baseline is there to stand in.
 */
export function useFormer(since: Since): Result<FormerState> | null {
  const app = useApp();
  const { roadmap, baselines } = usePlan();
  const [read, setRead] = useState<{ readonly of: string; readonly result: Result<FormerState> } | null>(
    null,
  );
  const asked = `${roadmap.id} ${JSON.stringify(since)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a baseline frozen, named or deleted is asked for anew.
  useEffect(() => {
    let isOver = false;
    void formerOf(app, since).then((result) => {
      if (!isOver) setRead({ of: asked, result });
    });
    return () => {
      isOver = true;
    };
  }, [app, asked, baselines]);
  return read?.of === asked ? read.result : null;
}
