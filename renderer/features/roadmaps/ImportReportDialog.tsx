import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import type { ImportReport } from "#shared/interchange/report.ts";
import styles from "./forms.module.css";
import { ReportLines } from "./ReportLines.tsx";

interface ImportReportDialogProps {
  readonly report: ImportReport;
  readonly fileName: string;
  readonly onClose: () => void;
}

export function ImportReportDialog({ report, fileName, onClose }: ImportReportDialogProps) {
  return (
    <Dialog
      title={`Brought in from ${report.source}`}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          Show the roadmap
        </Button>
      }
    >
      <p className={styles.note}>
        “{fileName}” is now a roadmap of its own. The file itself was not changed, and Undo on the home screen
        puts the roadmap in the bin.
      </p>
      <ReportLines report={report} broughtIn="Brought in" />
    </Dialog>
  );
}
