import { wishFor } from "#renderer/commands/balance.ts";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { type Mix, strategyPct } from "#shared/balance/mix.ts";
import { driftWords } from "#shared/balance/mixWords.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { ShareBar } from "./ShareBar.tsx";
import { StageRow, StageRows } from "./StageRows.tsx";

/** Strategy of each stage against what is wanted there. */
export function MixStages({ mix }: { readonly mix: Mix }) {
  const app = useApp();
  const { stages } = usePlan();
  return (
    <StageRows title="Strategy by stage" wanted="Wanted">
      {mix.stages.map((one) => {
        const { stageId, wantedPct } = one;
        const name = nameOrUntitled(stages.get(stageId)?.name ?? "", "stage");
        const real = strategyPct(one.split);
        const drift = driftWords(one);
        const parts =
          real === null
            ? []
            : ([
                { look: "strategy", pct: real },
                { look: "execution", pct: 100 - real },
              ] as const);
        return (
          <StageRow
            key={stageId}
            name={name}
            wantedLabel={`Wanted share of strategy in ${name}`}
            wantedPct={wantedPct}
            onWish={(wantedStrategyPct) => wishFor(app, stageId, { wantedStrategyPct })}
            figure={real === null ? "–" : `${Math.round(real)} %`}
            words={drift.words}
            isOff={drift.tone === "much-execution" || drift.tone === "much-strategy"}
            bar={<ShareBar parts={parts} wantedPct={wantedPct} />}
          />
        );
      })}
    </StageRows>
  );
}
