/** What the app may ask of the program it runs in. Everything else of the host stays outside the renderer. */
import type { CommandId } from "#shared/commands/catalogue.ts";
import type { Result } from "#shared/domain/result.ts";
import type { CallArgument, CallResult, CallValue, OpenedDocument } from "#shared/ipc/contract.ts";

export interface Platform {
  readonly kind: "desktop" | "browser";
  saveDocument(argument: CallArgument<"document.save">): Promise<CallResult<"document.save">>;
  openDocument(): Promise<CallResult<"document.open">>;
  /** In a browser the print dialog takes over, and what becomes of it is not told: `printed`. */
  exportPdf(argument: CallArgument<"pdf.export">): Promise<Result<ExportedPdf>>;
  /** The value is null where the host has no folder to write to. */
  writeBackup(argument: CallArgument<"backup.write">): Promise<Result<CallValue<"backup.write"> | null>>;
  /** The native menu. Every `on…` returns a function that ends it. */
  onMenuCommand(run: (id: CommandId) => void): () => void;
  /** Before the window goes: `flush` writes what is left and answers null, or a sentence saying what is not kept. */
  onClosing(flush: () => Promise<string | null>): () => void;
  /** Where leaving cannot wait for a flush, the person is asked whether to leave while this says true. */
  guardUnsaved(isUnsaved: () => boolean): () => void;
  /** A file handed over by the system, by the command line, or dropped on the window. */
  onDocumentOpened(open: (opened: Result<OpenedDocument>) => void): () => void;
  setTitle(title: string): void;
  /** The colours in force, so that the next start opens in them. */
  setTheme(theme: "light" | "dark"): void;
}

export type ExportedPdf = CallValue<"pdf.export"> | { readonly outcome: "printed" };
