/** The printing page. Whoever opens it hands over a document and prints what then stands here. */
import "@fontsource/inter/400.css";
import "@fontsource/inter/600.css";
import "./print.css";
import "./planPage.css";
import "./charts.css";
import "./workTable.css";
import "./decisions.css";
import "./session.css";
import type { PrintPage } from "#shared/print/request.ts";
import { loadFonts } from "./fonts.ts";
import { drawPicture } from "./picture/draw.tsx";
import { preview, setColumns, setTheme } from "./preview.tsx";
import { draw, progress, setPageRules, show } from "./show.tsx";
import { textOf } from "./textOf.ts";

declare global {
  interface Window {
    groundworkPrint: PrintPage;
  }
}

window.groundworkPrint = {
  show,
  preview,
  setColumns,
  setTheme,
  progress,
  picture: (request) =>
    drawPicture(request, {
      prepare: (plan) => loadFonts(textOf(plan)),
      render(page, css) {
        setPageRules(css);
        draw(page);
      },
    }),
};
