import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { count } from "#shared/domain/words.ts";
import type { ImportReport } from "#shared/interchange/report.ts";
import styles from "./forms.module.css";

interface ImportReportDialogProps {
  readonly report: ImportReport;
  readonly fileName: string;
  readonly onClose: () => void;
}

const NAMES_SHOWN = 6;

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
      <h3 className={styles.section}>Brought in</h3>
      <ul className={styles.list}>
        {report.broughtIn.map((line) => (
          <li key={line.what} className={styles.line}>
            <span className={styles.grow}>{line.what}</span>
            <span className={styles.number}>{line.count.toLocaleString("en")}</span>
          </li>
        ))}
      </ul>
      {report.notBroughtIn.length > 0 && (
        <>
          <h3 className={styles.section}>Left out or changed</h3>
          <ul className={styles.list}>
            {report.notBroughtIn.map((line) => (
              <li key={line.what + line.why} className={styles.line}>
                <div className={styles.grow}>
                  <p>{line.what}</p>
                  <p className={styles.why}>{line.why}</p>
                  {line.names && line.names.length > 0 && (
                    <p className={styles.names}>{shortList(line.names)}</p>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

function shortList(names: readonly string[]): string {
  const rest = names.length - NAMES_SHOWN;
  const shown = names.slice(0, NAMES_SHOWN).join(", ");
  return rest > 0 ? `${shown} and ${count(rest, "more", "more")}` : shown;
}
