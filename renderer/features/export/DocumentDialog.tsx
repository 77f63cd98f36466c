import { useMemo, useState } from "react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editRoadmap } from "#renderer/commands/people.ts";
import { exportPdf, printedAsOf } from "#renderer/commands/roadmaps.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import type { PrintSettings } from "#shared/domain/printSettings.ts";
import { count } from "#shared/domain/words.ts";
import type { Previewed } from "#shared/print/document/request.ts";
import { CoverFields } from "./CoverFields.tsx";
import styles from "./export.module.css";
import { LookFields } from "./LookFields.tsx";
import { PaperFields } from "./PaperFields.tsx";
import { PresetChoice } from "./PresetChoice.tsx";
import { Preview } from "./Preview.tsx";
import { BROWSER_NOTE, SAVE_WORDS, usualPaper } from "./papers.ts";
import { SectionList } from "./SectionList.tsx";

/** What is printed, on which paper and how it looks, beside the very pages. The roadmap remembers it. */
export function DocumentDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const plan = usePlan();
  const isReadOnly = useReadOnly();
  const [settings, setSettings] = useState(plan.roadmap.print);
  const [shown, setShown] = useState<Previewed | null>(null);
  const asOf = printedAsOf(app, plan);
  const paper = settings.paper ?? usualPaper();
  const options = useMemo(() => ({ settings, paper, asOf }), [settings, paper, asOf]);
  const change = (patch: Partial<PrintSettings>): void => setSettings((now) => ({ ...now, ...patch }));
  const close = (): void => {
    if (settings !== plan.roadmap.print && !isReadOnly)
      editRoadmap(app, { print: settings }, { label: "Change how it is printed" });
    onClose();
  };
  const save = (): void => {
    close();
    void exportPdf(app, { settings, paper });
  };
  return (
    <Dialog
      title="Export PDF"
      width="xl"
      onClose={close}
      footer={
        <>
          <p role="status" className={styles.pages}>
            {shown ? count(shown.pages, "page") : "Laying out the pages…"}
          </p>
          <Button onPress={close}>Close</Button>
          <Button variant="primary" isDisabled={shown?.pages === 0} onPress={save}>
            {SAVE_WORDS[app.platform.kind]}
          </Button>
        </>
      }
    >
      <div className={styles.halves}>
        <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
          <PresetChoice settings={settings} onChange={change} />
          <SectionList settings={settings} shown={shown} onChange={change} />
          <PaperFields settings={settings} paper={paper} onChange={change} />
          <LookFields settings={settings} onChange={change} />
          <CoverFields settings={settings} onChange={change} />
          <LeftOut shown={shown} />
          {app.platform.kind === "browser" && <p className={styles.note}>{BROWSER_NOTE}</p>}
        </form>
        <Preview plan={plan} options={options} onShown={setShown} onEscape={close} />
      </div>
    </Dialog>
  );
}

function LeftOut({ shown }: { readonly shown: Previewed | null }) {
  if (!shown) return null;
  return (
    <section className={styles.group} aria-labelledby="left-out">
      <h3 id="left-out" className={styles.heading}>
        Left out
      </h3>
      <ul className={styles.leftOut}>
        {shown.leftOut.map(({ what, why }) => (
          <li key={what}>
            {what}: <span>{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
