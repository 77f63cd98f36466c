import { type RefObject, useEffect } from "react";

const FOCUSABLE = "button, input, textarea, select, a[href], [tabindex='0']";

/** An element, and its place among its siblings: what stands there once it is gone is next to it. */
interface Step {
  readonly parent: Element;
  readonly index: number;
}

/**
 * What one presses often goes with the press: a hand-over that is acknowledged leaves the list, a button turns into a
 * form. The keyboard then goes on at what stands in its place, else as near to it as there is something to press,
 * rather than at the top of the page. What is lost with a dialog goes back to where one was before it.
 */
export function useKeepFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Element | null = null;
    let lastOnPage: Element | null = null;
    let path: readonly Step[] = [];
    let timer = 0;
    function onFocus({ target }: FocusEvent): void {
      if (!(target instanceof Element)) return;
      last = target;
      if (page.current?.contains(target)) lastOnPage = target;
      onUse();
    }
    function onUse(): void {
      if (lastOnPage?.isConnected) path = pathTo(lastOnPage);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (last === null || !isLost(last)) return;
        const back = lastOnPage instanceof HTMLElement && !isGone(lastOnPage) ? lastOnPage : null;
        (back ?? nearest(path, page.current))?.focus();
      }, AFTER_ALL_OTHERS);
    }
    document.addEventListener("focusin", onFocus, true);
    document.addEventListener("keydown", onUse, true);
    document.addEventListener("click", onUse, true);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("focusin", onFocus, true);
      document.removeEventListener("keydown", onUse, true);
      document.removeEventListener("click", onUse, true);
    };
  }, [page]);
}

/** Screens, dialogs and lists that know better where the keyboard goes on have had their turn by then (ms). */
const AFTER_ALL_OTHERS = 80;

function isLost(last: Element): boolean {
  const { activeElement } = document;
  const nobodyHasIt = activeElement === null || activeElement === document.body;
  return nobodyHasIt && isGone(last);
}

function isGone(element: Element): boolean {
  return !element.isConnected || element.matches(":disabled");
}

function pathTo(target: Element): readonly Step[] {
  const path: Step[] = [];
  for (let at = target; at.parentElement; at = at.parentElement)
    path.push({ parent: at.parentElement, index: [...at.parentElement.children].indexOf(at) });
  return path;
}

function nearest(path: readonly Step[], page: HTMLElement | null): HTMLElement | null {
  for (const { parent, index } of path) {
    if (!page?.contains(parent)) continue;
    const after = [...parent.children].slice(index);
    const before = [...parent.children].slice(0, index).reverse();
    for (const near of [...after, ...before]) {
      const found = firstIn(near);
      if (found) return found;
    }
  }
  return null;
}

function firstIn(near: Element): HTMLElement | null {
  const all = [near, ...near.querySelectorAll(FOCUSABLE)];
  return (
    all.find(
      (one): one is HTMLElement =>
        one instanceof HTMLElement &&
        one.matches(FOCUSABLE) &&
        !one.matches(":disabled, [tabindex='-1'], [hidden], [hidden] *"),
    ) ?? null
  );
}
