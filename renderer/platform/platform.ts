/** What the app may ask of the program it runs in. Everything else of the host stays outside the renderer. */
import type { CommandId } from "#shared/commands/catalogue.ts";
import type { Result } from "#shared/domain/result.ts";
import type { CallArgument, CallResult, CallValue, OpenedDocument } from "#shared/ipc/contract.ts";
import type { PrintProgress } from "#shared/print/document/request.ts";
import type { PictureOutcome, PictureRequest } from "#shared/print/picture.ts";

export interface Platform {
  readonly kind: "desktop" | "browser";
  saveDocument(argument: CallArgument<"document.save">): Promise<CallResult<"document.save">>;
  /** Lays a page out and draws it; both hosts do it in an unseen frame. */
  drawPicture(request: PictureRequest): Promise<PictureOutcome>;
  savePicture(argument: CallArgument<"picture.save">): Promise<CallResult<"picture.save">>;
  openDocument(): Promise<CallResult<"document.open">>;
  /** In a browser the print dialog takes over, and what becomes of it is not told: `printed`. */
  exportPdf(argument: CallArgument<"pdf.export">, watch: ExportWatch): Promise<Result<ExportedPdf>>;
  /** Null where there is no folder to write to. */
  readonly writeBackup:
    | ((argument: CallArgument<"backup.write">) => Promise<CallResult<"backup.write">>)
    | null;
  /** The native menu. Every `on…` returns a function that ends it. */
  onMenuCommand(run: (id: CommandId) => void): () => void;
  onClosing(guard: ClosingGuard): () => void;
  /** A file handed over by the system, by the command line, or dropped on the window. */
  onDocumentOpened(open: (opened: Result<OpenedDocument>) => void): () => void;
  setTitle(title: string): void;
  /** The colours in force, so that the next start opens in them. */
  setTheme(theme: "light" | "dark"): void;
}

/** Whoever asks for a document hears how far it is, and may call it off. */
export interface ExportWatch {
  readonly onProgress: (progress: PrintProgress) => void;
  readonly signal: AbortSignal;
}

export type ExportedPdf = CallValue<"pdf.export"> | { readonly outcome: "printed" };

/** What the host asks before the window goes. */
export interface ClosingGuard {
  /** Asked at once, where waiting is not possible. */
  isSaved(): boolean;
  /** Writes what is left; a refusal says what could not be written. */
  flush(): Promise<Result<null>>;
}
