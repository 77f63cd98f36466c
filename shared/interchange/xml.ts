/**
 * XML from outside, read into plain elements. No document type, no entities of its own, bounded depth and size; a file
 * of 50 MB takes about a second. Files are taken that break only rules nobody could trip over, such as a stray `&`.
 */
import { ok, type Result, refuse } from "#shared/domain/result.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text and CDATA directly inside, joined. */
  readonly text: string;
}

const MAX_CHARACTERS = 50 * 1024 * 1024;
const MAX_DEPTH = 500;
const MAX_ATTRIBUTES = 1_000;
/** Signs that open a tag or a reference: more of them than any plan needs would keep the app busy for long. */
const MAX_SIGNS = 3_000_000;

/**
 * The root element of an XML text. A document type declaration is refused outright: interchange files need
 * none, and it is the way to entity bombs and to files of the machine.
 * @param what names the kind of file in refusals: `a GanttProject file`
 */
export function parseXml(text: unknown, what: string): Result<XmlElement> {
  if (typeof text !== "string") return refuse("not-text", `This is not ${what}.`);
  if (text.length > MAX_CHARACTERS) {
    return refuse("too-large", "This file is too large for Groundwork, which reads files of up to 50 MB.");
  }
  if (["<", "&", "="].some((sign) => hasMoreThan(text, sign, MAX_SIGNS))) {
    return refuse(
      "too-large",
      "This file holds more than Groundwork can read. Split the plan in its program.",
    );
  }
  if (text.includes("\0") || text.includes("\uFFFD")) {
    return refuse(
      "encoding",
      "This file is not saved as UTF-8 text. Save it again as UTF-8, then import it.",
    );
  }
  const body = text.replace(/^\uFEFF/, "").trim();
  if (body === "") return refuse("empty", "This file is empty.");
  const start = rootStart(body);
  if (start === "doctype") {
    return refuse("doctype", "This file declares a document type, which is not safe to read.");
  }
  if (start === "none") return refuse("foreign", `This is not ${what}.`);
  const reader = new Reader(body);
  const read = reader.read();
  if (typeof read !== "number") return ok(read);
  if (reader.isTooDeep) {
    return refuse("not-xml", "This file is damaged or nested too deeply, and cannot be read.");
  }
  return damaged(lineAt(body, read));
}

function hasMoreThan(text: string, sign: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (++count > most) return true;
  return false;
}

function damaged(line: number): Result<never> {
  return refuse(
    "not-xml",
    `This file is damaged or breaks off: its XML cannot be read from line ${line} on.`,
  );
}

function lineAt(body: string, place: number): number {
  let line = 1;
  for (let at = body.indexOf("\n"); at >= 0 && at < place; at = body.indexOf("\n", at + 1)) line++;
  return line;
}

/** What stands before the root element, declarations and comments skipped. */
function rootStart(body: string): "element" | "doctype" | "none" {
  let at = 0;
  while (at < body.length) {
    if (/\s/.test(body.charAt(at))) at++;
    else if (body.startsWith("<?", at)) at = after(body, "?>", at);
    else if (body.startsWith("<!--", at)) at = after(body, "-->", at);
    else if (body.slice(at, at + 9).toUpperCase() === "<!DOCTYPE") return "doctype";
    else return /^<[\p{L}_]/u.test(body.slice(at, at + 3)) ? "element" : "none";
  }
  return "none";
}

function after(body: string, mark: string, from: number): number {
  const found = body.indexOf(mark, from);
  return found < 0 ? body.length : found + mark.length;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly texts: string[];
}

/** Space, tab and line ends (XML 1.0, 2.3). */
const SPACES: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
/** Longer names than any format has would only be there to harm. */
const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.\-·]{0,199}/uy;

/** Goes through the text once, from one `<` to the next. */
class Reader {
  readonly #body: string;
  readonly #stack: Open[] = [];
  isTooDeep = false;
  #at = 0;
  #root: XmlElement | null = null;

  constructor(body: string) {
    this.#body = body;
  }

  /** The root element, or the place at which the text can be read no further. */
  read(): XmlElement | number {
    while (this.#at < this.#body.length) {
      const next = this.#body.indexOf("<", this.#at);
      const end = next < 0 ? this.#body.length : next;
      if (!this.#takeText(this.#body.slice(this.#at, end))) return this.#at;
      this.#at = end;
      if (next >= 0 && !this.#takeMarkup()) return this.#at;
    }
    return this.#root !== null && this.#stack.length === 0 ? this.#root : this.#body.length;
  }

  #takeText(text: string): boolean {
    const inside = this.#stack.at(-1);
    if (!inside) return text.trim() === "";
    if (text !== "") inside.texts.push(decoded(text));
    return true;
  }

  #takeMarkup(): boolean {
    const body = this.#body;
    if (body.startsWith("</", this.#at)) return this.#close();
    if (body.startsWith("<!--", this.#at)) return this.#skip("-->", 4);
    if (body.startsWith("<?", this.#at)) return this.#skip("?>", 2);
    if (body.startsWith("<![CDATA[", this.#at)) return this.#takeCdata();
    return this.#open();
  }

  #skip(mark: string, opening: number): boolean {
    const end = this.#body.indexOf(mark, this.#at + opening);
    if (end < 0) return false;
    this.#at = end + mark.length;
    return true;
  }

  #takeCdata(): boolean {
    const from = this.#at + 9;
    const end = this.#body.indexOf("]]>", from);
    const inside = this.#stack.at(-1);
    if (end < 0 || !inside) return false;
    inside.texts.push(this.#body.slice(from, end));
    this.#at = end + 3;
    return true;
  }

  #open(): boolean {
    if (this.#stack.length >= MAX_DEPTH) this.isTooDeep = true;
    if (this.isTooDeep || (this.#stack.length === 0 && this.#root !== null)) return false;
    const name = this.#match(NAME, this.#at + 1)?.[0];
    if (name === undefined) return false;
    this.#at += 1 + name.length;
    const attributes = this.#takeAttributes();
    if (!attributes) return false;
    const isEmpty = this.#body.charAt(this.#at) === "/";
    if (isEmpty) this.#at++;
    if (this.#body.charAt(this.#at) !== ">") return false;
    this.#at++;
    this.#stack.push({ name, attributes, children: [], texts: [] });
    return !isEmpty || this.#finish();
  }

  /** Up to the sign that ends the tag; null where they cannot be read. */
  #takeAttributes(): ReadonlyMap<string, string> | null {
    let attributes: Map<string, string> | null = null;
    while (true) {
      const hasSpace = this.#skipSpaces();
      const name = hasSpace ? this.#match(NAME, this.#at)?.[0] : undefined;
      if (name === undefined) return attributes ?? NO_ATTRIBUTES;
      this.#at += name.length;
      const value = this.#takeValue();
      attributes ??= new Map();
      if (value === null || attributes.has(name) || attributes.size >= MAX_ATTRIBUTES) return null;
      attributes.set(name, value);
    }
  }

  #takeValue(): string | null {
    this.#skipSpaces();
    if (this.#body.charAt(this.#at) !== "=") return null;
    this.#at++;
    this.#skipSpaces();
    const quote = this.#body.charAt(this.#at);
    if (quote !== '"' && quote !== "'") return null;
    const end = this.#body.indexOf(quote, this.#at + 1);
    const value = end < 0 ? "<" : this.#body.slice(this.#at + 1, end);
    if (value.includes("<")) return null;
    this.#at = end + 1;
    return decoded(value);
  }

  #skipSpaces(): boolean {
    const from = this.#at;
    while (SPACES.has(this.#body.charCodeAt(this.#at))) this.#at++;
    return this.#at > from;
  }

  #close(): boolean {
    const end = this.#body.indexOf(">", this.#at);
    const name = this.#stack.at(-1)?.name;
    if (end < 0 || name === undefined) return false;
    if (!this.#body.startsWith(name, this.#at + 2)) return false;
    if (this.#body.slice(this.#at + 2 + name.length, end).trim() !== "") return false;
    this.#at = end + 1;
    return this.#finish();
  }

  /** The innermost open element is complete. */
  #finish(): boolean {
    const open = this.#stack.pop();
    if (!open) return false;
    const { name, attributes, children, texts } = open;
    const element = { name, attributes, children, text: texts.join("") };
    const outer = this.#stack.at(-1);
    if (outer) outer.children.push(element);
    else this.#root = element;
    return true;
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#body);
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five entities of XML itself and character references, in one pass so that nothing expands twice. */
function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (all, hex, dec, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(dec);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
