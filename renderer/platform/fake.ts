/** A host for tests: it remembers what it was asked, and does what the test tells it to. */
import type { CommandId } from "#shared/commands/catalogue.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { CallArgument, CallResult, OpenedDocument } from "#shared/ipc/contract.ts";
import type { PictureOutcome, PictureRequest } from "#shared/print/picture.ts";
import type { ClosingGuard, ExportedPdf, ExportWatch, Platform } from "./platform.ts";

export interface FakePlatform extends Platform {
  readonly saved: CallArgument<"document.save">[];
  readonly exported: CallArgument<"pdf.export">[];
  readonly drawn: PictureRequest[];
  readonly pictures: CallArgument<"picture.save">[];
  readonly backups: CallArgument<"backup.write">[];
  readonly titles: string[];
  readonly themes: ("light" | "dark")[];
  /** What the next calls answer; the defaults are a success, and for opening a cancelled dialog. */
  answers: {
    save?: CallResult<"document.save">;
    open?: CallResult<"document.open">;
    picture?: PictureOutcome;
    pdf?: Result<ExportedPdf>;
    /** Instead of an answer at once. */
    printing?: (watch: ExportWatch) => Promise<Result<ExportedPdf>>;
    backup?: CallResult<"backup.write">;
  };
  chooseFromMenu(id: CommandId): void;
  handOver(opened: Result<OpenedDocument>): void;
  /** Closes the window: resolves with what every flush answered. */
  close(): Promise<readonly Result<null>[]>;
  /** Whether somebody would be asked before leaving. */
  wouldAsk(): boolean;
}

const DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"/>';

export function createFakePlatform(kind: Platform["kind"] = "desktop"): FakePlatform {
  const menu = new Set<(id: CommandId) => void>();
  const documents = new Set<(opened: Result<OpenedDocument>) => void>();
  const guards = new Set<ClosingGuard>();
  const fake: FakePlatform = {
    kind,
    saved: [],
    exported: [],
    drawn: [],
    pictures: [],
    backups: [],
    titles: [],
    themes: [],
    answers: {},
    async saveDocument(argument) {
      fake.saved.push(argument);
      return fake.answers.save ?? ok({ outcome: "saved", name: argument.suggestedName });
    },
    async drawPicture(request) {
      fake.drawn.push(request);
      const size = { width: 1_280, height: 720 };
      return fake.answers.picture ?? { ok: true, content: DRAWN, ...size, left: "" };
    },
    async savePicture(argument) {
      fake.pictures.push(argument);
      return fake.answers.save ?? ok({ outcome: "saved", name: argument.suggestedName });
    },
    async openDocument() {
      return fake.answers.open ?? ok({ outcome: "cancelled" });
    },
    async exportPdf(argument, watch) {
      fake.exported.push(argument);
      if (fake.answers.printing) return fake.answers.printing(watch);
      const name = argument.suggestedName;
      return fake.answers.pdf ?? ok({ outcome: "saved", name, path: `/plans/${name}`, pages: 3 });
    },
    writeBackup:
      kind === "browser"
        ? null
        : async (argument) => {
            fake.backups.push(argument);
            return (
              fake.answers.backup ??
              ok({ fileName: `${argument.name}.groundwork`, kept: fake.backups.length })
            );
          },
    onMenuCommand: (run) => subscribe(menu, run),
    onDocumentOpened: (open) => subscribe(documents, open),
    onClosing: (guard) => subscribe(guards, guard),
    setTitle: (title) => void fake.titles.push(title),
    setTheme: (theme) => void fake.themes.push(theme),
    chooseFromMenu(id) {
      for (const run of menu) run(id);
    },
    handOver(opened) {
      for (const open of documents) open(opened);
    },
    close: () => Promise.all([...guards].map((guard) => guard.flush())),
    wouldAsk: () => [...guards].some((guard) => !guard.isSaved()),
  };
  return fake;
}

function subscribe<T>(to: Set<T>, listener: T): () => void {
  to.add(listener);
  return () => void to.delete(listener);
}
