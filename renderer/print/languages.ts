/** Marks every piece of printed text with its language and reading direction, whoever drew it. */
import { type HanLanguage, hasOtherScripts, languageOf } from "#shared/print/layout/script.ts";

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const MARKED = "data-language";
const TURNED = "data-direction";
/** In fonts.css. */
const OWN_WAY = "own-way";

/**
 * After drawing and before printing. Lines of one SVG text belong together, so the whole text decides. A text that may
 * read from right to left takes its direction from its first letter and keeps to itself among its neighbours.
 */
export function markLanguages(page: Element, home: HanLanguage): void {
  unmark(page);
  const walker = page.ownerDocument.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !hasOtherScripts(node.nodeValue ?? "")) continue;
    mark(parent.closest("text") ?? parent, home);
    if (RIGHT_TO_LEFT.test(node.nodeValue ?? "")) giveDirection(parent);
  }
}

function mark(element: Element, home: HanLanguage): void {
  if (element.hasAttribute("lang")) return;
  const language = languageOf(textIn(element), home);
  if (language === null) return;
  element.setAttribute("lang", language);
  element.setAttribute(MARKED, "");
}

/** All of a drawn text; of anything else only what stands in it directly, since what it holds is marked by itself. */
function textIn(element: Element): string {
  if (element.tagName === "text") return element.textContent ?? "";
  const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  return own.map((node) => node.nodeValue ?? "").join("");
}

function giveDirection(element: Element): void {
  if (element.namespaceURI === "http://www.w3.org/2000/svg") element.classList.add(OWN_WAY);
  else if (element.closest("bdi, [dir]:not(html)")) return;
  else {
    element.setAttribute("dir", "auto");
    element.setAttribute(TURNED, "");
  }
}

function unmark(page: Element): void {
  for (const element of page.querySelectorAll(`[${MARKED}]`)) {
    element.removeAttribute("lang");
    element.removeAttribute(MARKED);
  }
  for (const element of page.querySelectorAll(`[${TURNED}]`)) {
    element.removeAttribute("dir");
    element.removeAttribute(TURNED);
  }
  for (const element of page.querySelectorAll(`.${OWN_WAY}`)) element.classList.remove(OWN_WAY);
}
