/**
 * XML 1.0 from outside, read into plain elements by saxes. No document type, no entities of its own, bounded depth and
 * size.
 */
import { SaxesParser } from "saxes";
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
/** Of one element; no format has near as many, and telling millions of them apart takes long. */
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
  if (!/^<[?!\p{L}_]/u.test(body.slice(0, 3))) return refuse("foreign", `This is not ${what}.`);
  return read(body);
}

/** How many characters are read before it is asked whether to go on. */
const PIECE = 64 * 1024;

function read(body: string): Result<XmlElement> {
  const tree = new Tree();
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  parser.on("attribute", () => tree.note(parser.line));
  parser.on("opentag", ({ name, attributes }) => tree.open(name, attributes));
  parser.on("closetag", () => tree.close());
  parser.on("text", (text) => tree.add(text));
  parser.on("cdata", (text) => tree.add(text));
  parser.on("doctype", () => tree.stop("doctype"));
  parser.on("error", () => tree.stop(parser.line));
  for (let at = 0; at < body.length && tree.stopped === null; at += PIECE)
    parser.write(body.slice(at, at + PIECE));
  if (tree.stopped === null) parser.close();
  return tree.stopped === null && tree.root ? ok(tree.root) : refusal(tree.stopped ?? parser.line);
}

function refusal(why: NonNullable<Tree["stopped"]>): Result<never> {
  if (why === "doctype")
    return refuse("doctype", "This file declares a document type, which is not safe to read.");
  if (why === "depth")
    return refuse("not-xml", "This file is damaged or nested too deeply, and cannot be read.");
  return refuse("not-xml", `This file is damaged or breaks off: its XML cannot be read from line ${why} on.`);
}

function hasMoreThan(text: string, sign: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (++count > most) return true;
  return false;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly texts: string[];
}

/** The elements as they open and close, up to the first fault. */
class Tree {
  root: XmlElement | null = null;
  /** What is too much or too dangerous, or the line from which it cannot be read. */
  stopped: "doctype" | "depth" | number | null = null;
  readonly #open: Open[] = [];
  #attributes = 0;

  /** One more attribute of the element that is about to open. */
  note(line: number): void {
    if (++this.#attributes > MAX_ATTRIBUTES) this.stop(line);
  }

  stop(why: "doctype" | "depth" | number): void {
    this.stopped ??= why;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#attributes = 0;
    if (this.#open.length >= MAX_DEPTH) this.stop("depth");
    else this.#open.push({ name, attributes: new Map(Object.entries(attributes)), children: [], texts: [] });
  }

  add(text: string): void {
    this.#open.at(-1)?.texts.push(text);
  }

  close(): void {
    const closed = this.#open.pop();
    if (!closed || this.stopped !== null) return;
    const { name, attributes, children, texts } = closed;
    const element = { name, attributes, children, text: texts.join("") };
    const outer = this.#open.at(-1);
    if (outer) outer.children.push(element);
    else this.root = element;
  }
}
