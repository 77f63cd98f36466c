import type { Id } from "#shared/domain/fields.ts";
import type { PrintPart } from "#shared/print/document/request.ts";
import { DocumentDialog } from "./DocumentDialog.tsx";
import { PartDialog } from "./PartDialog.tsx";

interface ExportPdfDialogProps {
  readonly part: PrintPart;
  readonly sessionId?: Id | null;
  readonly reviewId?: Id | null;
  readonly onClose: () => void;
}

/** The whole roadmap with its sections to choose from, or one part that is printed as it is. */
export function ExportPdfDialog({ part, sessionId = null, reviewId = null, onClose }: ExportPdfDialogProps) {
  if (part === "roadmap") return <DocumentDialog onClose={onClose} />;
  return <PartDialog part={part} sessionId={sessionId} reviewId={reviewId} onClose={onClose} />;
}
