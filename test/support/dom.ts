/**
 * What every screen test gets: DOM matchers, a clean page after each test, and what jsdom leaves out. The files of a
 * worker share one window and one reading of the modules, so whatever a test leaves behind is cleared here.
 */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// Whoever waits for something waits until it is there; a busy machine may take longer than the usual second.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
  document.documentElement.removeAttribute("data-theme");
});

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

const missing: Record<string, unknown> = {
  ResizeObserver: NoObserver,
  IntersectionObserver: NoObserver,
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  }),
  CSS: { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`), supports: () => false },
};
for (const [name, stub] of Object.entries(missing)) {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: stub, configurable: true });
}

const element = Element.prototype as unknown as Record<string, unknown>;
element.scrollIntoView ??= () => {};
element.scrollTo ??= () => {};
element.setPointerCapture ??= () => {};
element.releasePointerCapture ??= () => {};
element.hasPointerCapture ??= () => false;
