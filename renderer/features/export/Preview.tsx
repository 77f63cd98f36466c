import { Minus, Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useApp } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { serialiseDocument } from "#shared/document/serialise.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Previewed, PrintPage } from "#shared/print/document/request.ts";
import styles from "./export.module.css";

interface PreviewProps {
  readonly plan: Plan;
  /** As for printing: equal objects are not laid out again. */
  readonly options: object;
  /** Null while it is being laid out anew. */
  readonly onShown: (previewed: Previewed | null) => void;
  readonly onEscape: () => void;
}

type PrintWindow = Window & { readonly groundworkPrint?: PrintPage };

/** Milliseconds without another choice before the pages are laid out. */
const PAUSE = 120;
const MOST_COLUMNS = 4;
const TROUBLE = "The pages cannot be shown. Close this and open it again.";

/** The very pages, drawn by the page that prints them. */
export function Preview({ plan, options, onShown, onEscape }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [printPage, setPrintPage] = useState<PrintPage | null>(null);
  const [columns, setColumns] = useState(2);
  const problem = usePages(printPage, plan, options, onShown);
  const leave = useRef(onEscape);
  leave.current = onEscape;

  useEffect(() => printPage?.setColumns(columns), [printPage, columns]);

  const loaded = (): void => {
    const inside = frame.current?.contentWindow as PrintWindow | null | undefined;
    if (!inside?.groundworkPrint) return;
    inside.groundworkPrint.setTheme(document.documentElement.dataset.theme === "dark" ? "dark" : "light");
    inside.addEventListener("keydown", (event) => event.key === "Escape" && leave.current());
    setPrintPage(inside.groundworkPrint);
  };

  return (
    <section className={styles.preview} aria-label="Preview">
      <div className={styles.previewBar}>
        <IconButton
          label="Smaller pages"
          size="sm"
          isDisabled={columns === MOST_COLUMNS}
          onPress={() => setColumns(columns + 1)}
        >
          <Minus size={14} />
        </IconButton>
        <IconButton
          label="Larger pages"
          size="sm"
          isDisabled={columns === 1}
          onPress={() => setColumns(columns - 1)}
        >
          <Plus size={14} />
        </IconButton>
      </div>
      {problem !== "" && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <iframe
        ref={frame}
        src="./print.html"
        title="Pages as they will be printed"
        onLoad={loaded}
        className={styles.frame}
      />
    </section>
  );
}

/** Lays them out anew with every choice; what is wrong, in a sentence, or nothing. */
function usePages(
  printPage: PrintPage | null,
  plan: Plan,
  options: object,
  onShown: (previewed: Previewed | null) => void,
): string {
  const app = useApp();
  const document = useRef<{ readonly plan: Plan; readonly content: unknown } | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    if (!printPage) return;
    let isCurrent = true;
    const later = setTimeout(async () => {
      if (document.current?.plan !== plan) {
        const text = serialiseDocument(plan, { exportedAt: app.context.now() });
        document.current = { plan, content: JSON.parse(text) as unknown };
      }
      const request = { document: document.current.content, options };
      const answer = await printPage.preview(request).catch(() => null);
      if (!isCurrent || answer?.outcome === "superseded") return;
      setProblem(answer?.outcome === "shown" ? "" : (answer?.message ?? TROUBLE));
      onShown(answer?.outcome === "shown" ? answer.previewed : null);
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(later);
    };
  }, [app, printPage, plan, options, onShown]);
  return problem;
}
