/**
 * The one door to the host: Electron's shell or a browser. Everything the app asks of the machine goes through
 * here; refusals come back as sentences.
 */
import type { CommandId } from "#shared/commands/catalogue.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Result } from "#shared/domain/result.ts";
import type { OpenedDocument, PdfOptions } from "#shared/ipc/contract.ts";

export type Cancelled = { readonly outcome: "cancelled" };
export type Unsubscribe = () => void;

export interface Platform {
  readonly kind: "desktop" | "browser";
  saveDocument(file: {
    readonly suggestedName: string;
    readonly text: string;
  }): Promise<Result<{ readonly outcome: "saved"; readonly name: string } | Cancelled>>;
  openDocument(): Promise<Result<({ readonly outcome: "opened" } & OpenedDocument) | Cancelled>>;
  /** `document` is the text of a .groundwork file. In a browser the print dialog opens instead of a file being saved. */
  exportPdf(request: {
    readonly document: string;
    readonly options: PdfOptions;
    readonly suggestedName: string;
  }): Promise<
    Result<
      | { readonly outcome: "saved"; readonly name: string; readonly pages: number }
      | { readonly outcome: "printed" }
      | Cancelled
    >
  >;
  /** Copies of roadmaps outside the database; does nothing where there is no folder to write to. */
  writeBackup(backup: {
    readonly roadmapId: Id;
    readonly name: string;
    readonly text: string;
  }): Promise<Result<null>>;
  onMenuCommand(listener: (id: CommandId) => void): Unsubscribe;
  /** The host wants to close: answer null when everything is on disk, or a sentence saying what is not. */
  onClosing(listener: () => Promise<string | null>): Unsubscribe;
  /** A file was handed over by the system. */
  onDocumentOpened(listener: (file: Result<OpenedDocument>) => void): Unsubscribe;
  /** Asks before the window goes while `unsaved()` is true (browsers only ask synchronously). */
  guardUnsaved(unsaved: () => boolean): Unsubscribe;
  setTitle(title: string): void;
  setTheme(theme: "light" | "dark"): void;
}
