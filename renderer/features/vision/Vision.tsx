import { CircleCheck } from "lucide-react";
import { useMemo, useState } from "react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editRoadmap } from "#renderer/commands/people.ts";
import { takeVisionSentences } from "#renderer/commands/vision.ts";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { MAX_VISION_LINES } from "#shared/domain/roadmap.ts";
import { type LineOfSight, lineOfSight } from "#shared/domain/vision.ts";
import { isBlank } from "#shared/domain/words.ts";
import { AddSentence } from "./AddSentence.tsx";
import { DragContext, type Dragged } from "./drag.ts";
import { Sentence } from "./Sentence.tsx";
import { LooseTasks, OrphanMilestones } from "./Untied.tsx";
import styles from "./Vision.module.css";

/** What should become true, what serves it and when, and what serves nothing. */
export function Vision() {
  const app = useApp();
  const plan = usePlan();
  const { vision, visionLines } = plan.roadmap;
  const readOnly = useReadOnly();
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const drag = useMemo(() => ({ dragged, setDragged }), [dragged]);
  const sight = lineOfSight(plan);
  return (
    <DragContext value={drag}>
      <div className={styles.screen}>
        <div className={styles.page}>
          <section className={styles.lead} aria-label="Vision">
            <PlanTextField
              look="lead"
              label="Vision"
              value={vision}
              placeholder="What should this company become? Two or three sentences."
              save={(text, group) => editRoadmap(app, { vision: text }, { label: "Edit vision", group })}
            />
          </section>
          {visionLines.length === 0 ? (
            <Teaching hasVision={!isBlank(vision)} />
          ) : (
            <>
              <ol aria-label="Sentences of the vision" className={styles.sentences}>
                {sight.lines.map((served, index) => (
                  <Sentence key={served.line.id} served={served} index={index} total={sight.lines.length} />
                ))}
              </ol>
              {!readOnly && visionLines.length < MAX_VISION_LINES && <AddSentence />}
              <Untied sight={sight} />
            </>
          )}
        </div>
      </div>
    </DragContext>
  );
}

function Untied({ sight: { lines, orphans, loose } }: { readonly sight: LineOfSight }) {
  const isClear = orphans.length + loose.length === 0;
  if (isClear && lines.every(({ milestones }) => milestones.length === 0)) return null;
  return (
    <section className={styles.untied} aria-labelledby="untied">
      <h3 id="untied" className={styles.untiedTitle}>
        Not tied to the vision
      </h3>
      {isClear ? (
        <p className={styles.clear}>
          <CircleCheck size={14} aria-hidden />
          Every milestone serves a sentence, and all open work leads to a milestone.
        </p>
      ) : (
        <>
          <p className={styles.hint}>
            Tie them here or drag them up. What ties to nothing may not be worth doing.
          </p>
          <OrphanMilestones nodes={orphans} />
          <LooseTasks nodes={loose} />
        </>
      )}
    </section>
  );
}

function Teaching({ hasVision }: { readonly hasVision: boolean }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <div className={styles.teaching}>
      <h3>Nothing is tied to the vision yet</h3>
      <p>
        Put the vision into a few sentences that can come true, such as “The block eats here on a Tuesday.”
        Then hang each milestone on the sentence it serves, and see what serves nothing.
      </p>
      {!readOnly && hasVision && (
        <Button variant="primary" onPress={() => takeVisionSentences(app)}>
          Use the sentences of the vision
        </Button>
      )}
      {!readOnly && <AddSentence />}
    </div>
  );
}
