import { useState } from "react";
import { useApp } from "#renderer/commands/hooks.ts";
import { exportPdf } from "#renderer/commands/roadmaps.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { PAPERS, type Paper } from "#shared/domain/printSettings.ts";
import type { PrintPart } from "#shared/print/document/request.ts";
import styles from "./export.module.css";
import { BROWSER_NOTE, PAPER_WORDS, SAVE_WORDS, usualPaper } from "./papers.ts";

type Part = Exclude<PrintPart, "roadmap">;

const TITLES: Record<Part, string> = {
  decisions: "Print who decides",
  session: "PDF of the session",
  review: "PDF of the review",
};

const HOLDS: Record<Part, string> = {
  decisions:
    "What only the CEO decides, who decides the rest and how far, and two lines to sign on. What lies in the bin is left out.",
  session:
    "What changed and what was decided; then who does what by when, and when you meet again. Private notes are never printed.",
  review: "How it could fail, what the plan takes for true, and what is weak in it.",
};

interface PartDialogProps {
  readonly part: Part;
  readonly sessionId: Id | null;
  readonly reviewId?: Id | null;
  readonly onClose: () => void;
}

/** One part of the roadmap, to be signed or kept, on paper to choose. */
export function PartDialog({ part, sessionId, reviewId = null, onClose }: PartDialogProps) {
  const app = useApp();
  const [paper, setPaper] = useState<Paper>(usualPaper);
  const print = (): void => {
    onClose();
    void exportPdf(app, { part, sessionId, reviewId, paper });
  };
  return (
    <Dialog
      title={TITLES[part]}
      width="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={print}>
            {SAVE_WORDS[app.platform.kind]}
          </Button>
        </>
      }
    >
      <div className={styles.part}>
        <p className={styles.note}>{HOLDS[part]}</p>
        <div className={styles.field}>
          <span className={styles.label}>Paper</span>
          <Select
            framed
            label="Paper"
            value={paper}
            options={PAPERS.map((value) => ({ value, label: PAPER_WORDS[value] }))}
            onChange={setPaper}
          />
        </div>
        {app.platform.kind === "browser" && <p className={styles.note}>{BROWSER_NOTE}</p>}
      </div>
    </Dialog>
  );
}
