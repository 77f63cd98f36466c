import { useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { useApp } from "#renderer/commands/hooks.ts";
import { exportPdf, type Paper } from "#renderer/commands/roadmaps.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import type { Id } from "#shared/domain/fields.ts";
import type { PrintPart } from "#shared/print/request.ts";
import styles from "./ExportPdfDialog.module.css";

const PAPERS: readonly { value: Paper; label: string; text: string }[] = [
  { value: "A4", label: "A4", text: "297 × 210 mm, most of the world" },
  { value: "Letter", label: "Letter", text: "11 × 8.5 in, North America" },
];

const CONTENTS: Record<PrintPart, string> = {
  roadmap: "A plan on a page, the timeline, a table of all work, and who decides where you said so.",
  decisions: "What only the CEO decides, who decides the rest and how far, and two lines to sign on.",
  session:
    "What changed and what was decided; then who does what by when, and when you meet again. Private notes are never printed.",
};

const TITLES: Record<PrintPart, string> = {
  roadmap: "Export PDF",
  decisions: "Print who decides",
  session: "PDF of the session",
};

/** North America prints on Letter, everybody else on A4. */
function usualPaper(): Paper {
  return /-(US|CA|MX|PH|CL|CO)$/i.test(navigator.language) ? "Letter" : "A4";
}

interface ExportPdfDialogProps {
  readonly part: PrintPart;
  readonly sessionId?: Id | null;
  readonly onClose: () => void;
}

export function ExportPdfDialog({ part, sessionId = null, onClose }: ExportPdfDialogProps) {
  const app = useApp();
  const [paper, setPaper] = useState<Paper>(usualPaper);
  const inBrowser = app.platform.kind === "browser";
  return (
    <Dialog
      title={TITLES[part]}
      width="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onPress={() => {
              onClose();
              void exportPdf(app, paper, part, sessionId);
            }}
          >
            {inBrowser ? "Open the print dialog" : "Save PDF…"}
          </Button>
        </>
      }
    >
      <p className={styles.note}>
        {CONTENTS[part]} {part !== "session" && "What lies in the bin is left out."}
      </p>
      <RadioGroup
        aria-label="Paper"
        value={paper}
        onChange={(value) => setPaper(value === "Letter" ? "Letter" : "A4")}
        className={styles.papers ?? ""}
      >
        {PAPERS.map(({ value, label, text }) => (
          <Radio key={value} value={value} className={styles.paper ?? ""}>
            <span className={styles.sheet} data-paper={value} aria-hidden />
            <span>
              <span className={styles.label}>{label}</span>
              <span className={styles.text}>{text}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {inBrowser && (
        <p className={styles.note}>
          In the browser the print dialog opens: choose “Save as PDF” as the destination and leave margins and
          scale as they are.
        </p>
      )}
    </Dialog>
  );
}
