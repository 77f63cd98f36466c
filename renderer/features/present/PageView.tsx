import { useId } from "react";
import { usePlan } from "#renderer/commands/hooks.ts";
import { GateMark } from "#renderer/gates/GateMark.tsx";
import { type Day, formatDay } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { LiveLine } from "#shared/present/lines.ts";
import type { PresentPage, StagePage } from "#shared/present/pages.ts";
import { LineView } from "./LineView.tsx";
import styles from "./Present.module.css";

interface PageViewProps {
  readonly page: PresentPage;
  readonly today: Day;
  readonly lineKey: string | null;
  readonly isEditing: boolean;
  readonly onChoose: (lineKey: string) => void;
  readonly onTick: (line: LiveLine) => void;
  readonly onEdited: () => void;
}

const LIST_WORDS = { cover: "What it is about", stage: "In this stage", next: "Next steps" } as const;

/** One page: its head, and its lines. */
export function PageView({ page, today, lineKey, isEditing, onChoose, onTick, onEdited }: PageViewProps) {
  const id = useId();
  return (
    <section data-page tabIndex={-1} className={styles.page} aria-labelledby={id}>
      <header className={page.kind === "cover" ? styles.coverHead : styles.head}>
        <div className={styles.titleLine}>
          <h1 id={id} className={page.kind === "cover" ? styles.company : styles.title}>
            {page.kind === "stage" && <span className={styles.number}>{page.number} </span>}
            {page.title}
            {page.part > 1 && <span className={styles.part}> continued</span>}
          </h1>
          <span className={styles.aside}>{asideOf(page)}</span>
        </div>
        {page.kind === "cover" && <Cover roadmapName={page.roadmapName} today={today} />}
        {page.kind === "stage" && page.part === 1 && <StageHead page={page} />}
      </header>
      <ul className={page.kind === "cover" ? styles.vision : styles.lines} aria-label={LIST_WORDS[page.kind]}>
        {page.lines.map((line) => (
          <LineView
            key={line.key}
            line={line}
            isChosen={line.key === lineKey}
            isEditing={isEditing && line.key === lineKey}
            onChoose={() => onChoose(line.key)}
            onTick={onTick}
            onEdited={onEdited}
          />
        ))}
      </ul>
    </section>
  );
}

function asideOf(page: PresentPage): string {
  if (page.kind === "stage") return page.dates;
  return page.of > 1 ? `${page.part} of ${page.of}` : "";
}

function Cover({ roadmapName, today }: { readonly roadmapName: string; readonly today: Day }) {
  const plan = usePlan();
  const stages = outlineOf(plan).stages.length;
  return (
    <p className={styles.under}>
      {roadmapName === "" ? "" : `${roadmapName} · `}
      {formatDay(today, "long")}
      {stages === 0 ? " · No stages yet" : ""}
    </p>
  );
}

function StageHead({ page }: { readonly page: StagePage }) {
  return (
    <>
      {page.goal !== "" && <p className={styles.goal}>{page.goal}</p>}
      {page.standing !== "" && (
        <p className={styles.gate}>
          <span className={styles.gateMark}>
            <GateMark state={page.gateState} />
          </span>
          <span>
            <span className="visually-hidden">Gate: </span>
            {page.standing} {page.readiness}
          </span>
        </p>
      )}
    </>
  );
}
