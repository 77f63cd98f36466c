/** Addresses outside the app: which may be opened, and how what somebody typed is read as one. */
import { ok, type Result, refuse } from "./result.ts";

const MAX_LINK = 2_000;
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
const SAFE_SCHEME = /^(?:https?|mailto):/i;
/** No spaces and no signs that only steer others: an address is what it looks like. */
const PLAIN = /^[^\s\p{Cc}\p{Cf}]+$/u;
const PAGE = /^https?:\/\/[^/?#@\\]+(?:[/?#].*)?$/i;
const MAIL = /^mailto:[^@]+@[^@]+$/i;
const TYPED_MAIL = /^[^\s@/:?]+@[^\s@/:?]+\.[^\s@/:?]+$/;
const TYPED_PAGE = /^[^\s/@:?#\\]+\.[^\s/@:?#.\\]{2,}(?::\d+)?(?:[/?#].*)?$/;

/** The address when it may be opened, or a sentence: only web pages and mail, whatever a file brought along. */
export function outsideLink(text: string): Result<string> {
  if (SCHEME.test(text) && !SAFE_SCHEME.test(text))
    return refuse("unsafe-address", "Only web addresses (http, https) and mail addresses can be opened.");
  return PLAIN.test(text) && (PAGE.test(text) || MAIL.test(text)) ? ok(text) : noAddress();
}

/** What somebody typed, as the address that is kept: `example.com` becomes a web page, `a@b.com` mail, nothing ``. */
export function readLink(typed: string): Result<string> {
  const text = typed.trim();
  if (text === "") return ok("");
  if (text.length > MAX_LINK - "https://".length)
    return refuse("long-address", "The address is too long (2,000 characters at most).");
  if (TYPED_MAIL.test(text)) return outsideLink(`mailto:${text}`);
  if (SCHEME.test(text)) return outsideLink(text);
  return TYPED_PAGE.test(text) ? outsideLink(`https://${text}`) : noAddress();
}

function noAddress(): Result<never> {
  return refuse("no-address", "Write a web address like example.com/handbook, or a mail address.");
}

/** An address as it is shown: without the part before it that says nothing, and without a last slash. */
export function linkWords(link: string): string {
  return link.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, "").replace(/\/$/, "") || link;
}
