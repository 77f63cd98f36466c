/** Playwright cannot serve app://, so the stand-in shows it as an https origin and hides that from both sides. */
const SCHEME_ORIGIN = "app://groundwork";
const PAGE_ORIGIN = "https://groundwork.test";

export function toPage(url: string): string {
  return url.startsWith(SCHEME_ORIGIN) ? PAGE_ORIGIN + url.slice(SCHEME_ORIGIN.length) : url;
}

export function toScheme(url: string): string {
  return url.startsWith(`${PAGE_ORIGIN}/`) || url === PAGE_ORIGIN
    ? SCHEME_ORIGIN + url.slice(PAGE_ORIGIN.length)
    : url;
}
