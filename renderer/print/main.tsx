/** The printing page. Whoever opens it hands over a document and prints what then stands here. */
import "@fontsource/inter/400.css";
import "@fontsource/inter/600.css";
import "./fonts.css";
import "./print.css";
import "./planPage.css";
import "./charts.css";
import "./workTable.css";
import "./decisions.css";
import "./session.css";
import "./review.css";
import type { PrintPage } from "#shared/print/document/request.ts";
import { homeOfPlan, loadFonts } from "./fonts.ts";
import { markLanguages } from "./languages.ts";
import { drawPicture } from "./picture/draw.tsx";
import { preview, setColumns, setTheme } from "./preview.tsx";
import { draw, progress, setPageRules, show } from "./show.tsx";
import { textsOf } from "./texts.ts";

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
      prepare: (plan) => loadFonts(textsOf(plan)),
      render(page, css) {
        setPageRules(css);
        draw(page);
        markLanguages(document.body, homeOfPlan());
      },
    }),
};
