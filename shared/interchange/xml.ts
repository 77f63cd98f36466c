/** XML from outside, read into plain elements. No document type, no entities of its own, bounded depth and size. */
import { XMLParser, XMLValidator } from "fast-xml-parser";
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
/** Signs that open a tag or a reference: more of them than any plan needs would keep the app busy for long. */
const MAX_SIGNS = 1_500_000;
const ATTRIBUTES = ":@";
const TEXT = "#text";
const CDATA = "#cdata";

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  allowBooleanAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  maxNestedTags: MAX_DEPTH,
});

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
  if (countOf(text, "<") > MAX_SIGNS || countOf(text, "&") > MAX_SIGNS) {
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
  return readBody(body, what);
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

function readBody(body: string, what: string): Result<XmlElement> {
  try {
    const valid = XMLValidator.validate(body);
    if (valid !== true) return damaged(valid.err.line);
    const roots = (parser.parse(body) as unknown[]).flatMap((node) => toElement(node) ?? []);
    const [root] = roots;
    return root && roots.length === 1 ? ok(root) : refuse("foreign", `This is not ${what}.`);
  } catch {
    // fast-xml-parser throws on nesting beyond its limit and on markup its validator let through.
    return refuse("not-xml", "This file is damaged or nested too deeply, and cannot be read.");
  }
}

function damaged(line: number): Result<never> {
  return refuse(
    "not-xml",
    `This file is damaged or breaks off: its XML cannot be read from line ${line} on.`,
  );
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

/** An element of the parser's ordered output; its depth is bounded, so recursion is safe. */
function toElement(node: unknown): XmlElement | null {
  if (typeof node !== "object" || node === null) return null;
  const record = node as Record<string, unknown>;
  const name = Object.keys(record).find((key) => key !== ATTRIBUTES);
  if (name === undefined || name === TEXT || name === CDATA) return null;
  const content = Array.isArray(record[name]) ? (record[name] as unknown[]) : [];
  return {
    name,
    attributes: toAttributes(record[ATTRIBUTES]),
    children: content.flatMap((child) => toElement(child) ?? []),
    text: content.map(textOf).join(""),
  };
}

function toAttributes(raw: unknown): Map<string, string> {
  const attributes = new Map<string, string>();
  if (typeof raw !== "object" || raw === null) return attributes;
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value === "string") attributes.set(key.slice(1), decoded(value));
  }
  return attributes;
}

function textOf(node: unknown): string {
  if (typeof node !== "object" || node === null) return "";
  const record = node as Record<string, unknown>;
  const text = record[TEXT];
  if (typeof text === "string") return decoded(text);
  const cdata = record[CDATA];
  return Array.isArray(cdata) ? cdata.map(rawText).join("") : "";
}

function rawText(node: unknown): string {
  const text = typeof node === "object" && node !== null ? (node as Record<string, unknown>)[TEXT] : "";
  return typeof text === "string" ? text : "";
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five entities of XML itself and character references, in one pass so that nothing expands twice. */
function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (all, hex, dec, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? all;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(dec);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
