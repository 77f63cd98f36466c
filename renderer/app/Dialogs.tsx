import { lazy, Suspense } from "react";
import { useApp, useDocument, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { BaselinesDialog } from "#renderer/features/baselines/BaselinesDialog.tsx";
import { MovedDialog } from "#renderer/features/baselines/MovedDialog.tsx";
import { DeclineDialog } from "#renderer/features/details/DeclineDialog.tsx";
import { HandOverDialog } from "#renderer/features/details/HandOverDialog.tsx";
import { PromiseDialog } from "#renderer/features/details/PromiseDialog.tsx";
import { StartRoutineDialog } from "#renderer/features/details/StartRoutineDialog.tsx";
import { RaiseIssueDialog } from "#renderer/features/issues/RaiseIssueDialog.tsx";
import { SolveByTaskDialog } from "#renderer/features/issues/SolveByTaskDialog.tsx";
import { RecordDecisionDialog } from "#renderer/features/log/RecordDecisionDialog.tsx";
import { Palette } from "#renderer/features/palette/Palette.tsx";
import { ShortcutsDialog } from "#renderer/features/palette/ShortcutsDialog.tsx";
import { NewRoadmapDialog } from "#renderer/features/roadmaps/NewRoadmapDialog.tsx";
import { RenameDialog } from "#renderer/features/roadmaps/RenameDialog.tsx";
import { CloseDialog } from "#renderer/features/sessions/CloseDialog.tsx";
import { MakeTasksDialog } from "#renderer/features/workflows/MakeTasksDialog.tsx";
import { DecideGateDialog } from "#renderer/gates/DecideGateDialog.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { assertNever } from "#shared/domain/result.ts";

/** Opened now and then, and with tabs and switches that nothing else has: read when it is asked for. */
const SettingsDialog = lazy(async () => {
  const read = await import("#renderer/features/settings/SettingsDialog.tsx");
  return { default: read.SettingsDialog };
});

const ExportPdfDialog = lazy(async () => {
  const read = await import("#renderer/features/export/ExportPdfDialog.tsx");
  return { default: read.ExportPdfDialog };
});

const PictureDialog = lazy(async () => {
  const read = await import("#renderer/features/picture/PictureDialog.tsx");
  return { default: read.PictureDialog };
});

const ImportTableDialog = lazy(async () => {
  const read = await import("#renderer/features/roadmaps/ImportTableDialog.tsx");
  return { default: read.ImportTableDialog };
});

const ImportDialog = lazy(async () => {
  const read = await import("#renderer/features/roadmaps/ImportDialog.tsx");
  return { default: read.ImportDialog };
});

/** The one dialog that may be open. */
export function Dialogs() {
  const app = useApp();
  const dialog = useUi((state) => state.dialog);
  const hasPlan = useDocument((state) => state.plan !== null);
  const close = (): void => showDialog(app, null);
  if (!dialog) return null;
  switch (dialog.kind) {
    case "new-roadmap":
      return <NewRoadmapDialog onClose={close} />;
    case "rename-roadmap":
      return <RenameDialog roadmapId={dialog.roadmapId} onClose={close} />;
    case "settings":
      return hasPlan ? (
        <Suspense fallback={null}>
          <SettingsDialog onClose={close} />
        </Suspense>
      ) : null;
    case "export-pdf":
      return hasPlan ? (
        <Suspense fallback={null}>
          <ExportPdfDialog
            part={dialog.part ?? "roadmap"}
            sessionId={dialog.sessionId ?? null}
            reviewId={dialog.reviewId ?? null}
            onClose={close}
          />
        </Suspense>
      ) : null;
    case "baselines":
      return hasPlan ? <BaselinesDialog onClose={close} /> : null;
    case "moved":
      return hasPlan ? <MovedDialog onClose={close} /> : null;
    case "close-session":
      return hasPlan ? <CloseDialog sessionId={dialog.sessionId} onClose={close} /> : null;
    case "promise":
      return hasPlan ? <PromiseDialog ids={dialog.ids} onClose={close} /> : null;
    case "hand-over":
      return hasPlan ? <HandOverDialog taskId={dialog.taskId} toId={dialog.toId} onClose={close} /> : null;
    case "decline":
      return hasPlan ? <DeclineDialog taskId={dialog.taskId} onClose={close} /> : null;
    case "decide-gate":
      return hasPlan ? <DecideGateDialog stageId={dialog.stageId} onClose={close} /> : null;
    case "start-routine":
      return hasPlan ? (
        <StartRoutineDialog taskIds={dialog.taskIds} finish={dialog.finish} onClose={close} />
      ) : null;
    case "make-tasks":
      return hasPlan ? <MakeTasksDialog procedureId={dialog.procedureId} onClose={close} /> : null;
    case "raise-issue":
      return hasPlan ? <RaiseIssueDialog itemId={dialog.itemId} onClose={close} /> : null;
    case "record-decision":
      return hasPlan ? (
        <RecordDecisionDialog itemIds={dialog.itemIds} issueId={dialog.issueId} onClose={close} />
      ) : null;
    case "solve-by-task":
      return hasPlan ? <SolveByTaskDialog issueId={dialog.issueId} onClose={close} /> : null;
    case "picture":
      return hasPlan ? (
        <Suspense fallback={null}>
          <PictureDialog onClose={close} />
        </Suspense>
      ) : null;
    case "palette":
      return <Palette onClose={close} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={close} />;
    case "import-table":
      return (
        <Suspense fallback={null}>
          <ImportTableDialog name={dialog.name} table={dialog.table} onClose={close} />
        </Suspense>
      );
    case "import-preview":
      return (
        <Suspense fallback={null}>
          <ImportDialog name={dialog.name} read={dialog.read} onClose={close} />
        </Suspense>
      );
    case "problem":
      return (
        <Dialog
          title={dialog.title}
          width="sm"
          role="alertdialog"
          onClose={close}
          footer={
            <Button variant="primary" autoFocus onPress={close}>
              OK
            </Button>
          }
        >
          <p>{dialog.message}</p>
        </Dialog>
      );
    default:
      return assertNever(dialog, "unknown dialog");
  }
}
