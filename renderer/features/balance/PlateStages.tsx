import { wishFor } from "#renderer/commands/balance.ts";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import type { Plate, Share } from "#shared/balance/plate.ts";
import type { Stage } from "#shared/domain/stage.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { ShareBar } from "./ShareBar.tsx";
import { StageRow, StageRows } from "./StageRows.tsx";

/** Percentage points within which a share counts as wanted. */
const SLACK = 3;

/** The CEO's share of each stage against what is wanted there. */
export function PlateStages({ plate }: { readonly plate: Plate }) {
  const app = useApp();
  const { stages } = usePlan();
  return (
    <StageRows title="By stage" wanted="Wanted">
      {plate.stages.map(({ stageId, share }) => {
        const stage = stages.get(stageId);
        return (
          stage && (
            <StageRow
              key={stageId}
              name={nameOrUntitled(stage.name, "stage")}
              wantedLabel={`Wanted share of the CEO in ${nameOrUntitled(stage.name, "stage")}`}
              wantedPct={stage.wantedCeoPct}
              onWish={(wantedCeoPct) => wishFor(app, stageId, { wantedCeoPct })}
              figure={share.ceoPct === null ? "–" : `${Math.round(share.ceoPct)} %`}
              words={wishWords(share, stage)}
              isOff={isAbove(share, stage)}
              bar={
                <ShareBar parts={[{ look: "ceo", pct: share.ceoPct ?? 0 }]} wantedPct={stage.wantedCeoPct} />
              }
            />
          )
        );
      })}
    </StageRows>
  );
}

function isAbove({ ceoPct }: Share, { wantedCeoPct }: Stage): boolean {
  return ceoPct !== null && wantedCeoPct !== null && ceoPct > wantedCeoPct + SLACK;
}

function wishWords(share: Share, stage: Stage): string {
  const { wantedCeoPct } = stage;
  if (share.ceoPct === null) return "No open work";
  if (wantedCeoPct === null) return "Say what is wanted";
  const points = Math.round(share.ceoPct - wantedCeoPct);
  if (isAbove(share, stage)) return `${points} points above what is wanted`;
  return points < -SLACK ? `${-points} points below what is wanted` : "As wanted";
}
