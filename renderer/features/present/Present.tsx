import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { stopPresenting, tickLine } from "#renderer/commands/present.ts";
import { isLive, type LiveLine } from "#shared/present/lines.ts";
import { type PresentPage, presentPages } from "#shared/present/pages.ts";
import { stripOf } from "#shared/present/strip.ts";
import { asked, type Place, placeIn, stepFrom } from "./keys.ts";
import { PageView } from "./PageView.tsx";
import styles from "./Present.module.css";
import { StripView } from "./StripView.tsx";

const START: Place = { pageKey: "cover 1", at: 0, lineKey: null };

/** The plan for a room: page by page, in large type, worked by the keyboard alone. It lies over the rest of the app. */
export function Present() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const hasDialog = useUi((state) => state.dialog !== null);
  const [wanted, setPlace] = useState<Place>(START);
  const [isEditing, setEditing] = useState(false);
  const pages = presentPages(plan, today);
  const place = placeIn(pages, wanted);
  const page = pages[place.at] as PresentPage;
  const region = useRef<HTMLElement>(null);
  useFocus(region, `${page.key} ${place.lineKey ?? ""}`, isEditing || hasDialog);
  useLeaving(() => (isEditing ? setEditing(false) : stopPresenting(app)));

  const line = page.lines.filter(isLive).find(({ key }) => key === place.lineKey) ?? null;

  function tick(on: LiveLine): void {
    if (!readOnly) tickLine(app, on);
  }

  function onKeyDown(event: ReactKeyboardEvent): void {
    if (isEditing || event.ctrlKey || event.metaKey || event.altKey) return;
    const wish = asked(event);
    if (wish === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (wish.kind === "leave")
      place.lineKey === null ? stopPresenting(app) : setPlace({ ...place, lineKey: null });
    else if (wish.kind === "edit") setEditing(line !== null && !readOnly);
    else if (wish.kind === "tick")
      line ? tick(line) : setPlace(stepFrom(pages, place, { kind: "page", by: 1 }));
    else setPlace(stepFrom(pages, place, wish));
  }

  return (
    <main ref={region} className={styles.screen} aria-label="Presentation" onKeyDown={onKeyDown}>
      <PageView
        key={page.key}
        page={page}
        today={today}
        lineKey={place.lineKey}
        isEditing={isEditing}
        onChoose={(lineKey) => setPlace({ ...place, lineKey })}
        onTick={tick}
        onEdited={() => setEditing(false)}
      />
      <StripView
        strip={stripOf(plan, today)}
        stageId={page.kind === "stage" ? page.stageId : null}
        at={place.at}
        of={pages.length}
        canEdit={!readOnly}
      />
    </main>
  );
}

/** The keyboard is on the line that was chosen, or else on the page, which screen readers then read out. */
function useFocus(region: RefObject<HTMLElement | null>, where: string, isElsewhere: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the place changes.
  useEffect(() => {
    if (isElsewhere) return;
    const target = region.current?.querySelector<HTMLElement>("[data-chosen]");
    (target ?? region.current?.querySelector<HTMLElement>("[data-page]"))?.focus();
  }, [where, isElsewhere]);
}

/** Escape leaves full screen before any page hears of it. */
function useLeaving(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const onChange = (): void => {
      if (!document.fullscreenElement) latest.current();
    };
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, []);
}
