/** The finishing step on a small file written as Chromium writes its own, read back with pdf.js. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { finishPdf } from "#electron/services/finishPdf.ts";
import { writePdf } from "#electron/services/pdfWriting.ts";
import type { DocumentAbout } from "#shared/print/document/about.ts";

const ABOUT: DocumentAbout = {
  title: "Müller & Söhne <Pizza> – Operational road map 試験",
  authors: ["Ana Ruiz", "نور الدين"],
  subject: "One shop\u0000, then \uD83C three",
  language: "en-GB",
};
const PRINTED = new Date("2027-03-01T09:30:15.250Z");
const CONTENT = "/P <</MCID 0>>BDC BT /F1 12 Tf 20 50 Td (endobj in the words) Tj ET EMC";

/** Twenty paragraphs' tags over one line of text; the numbers of some objects are left out, as Chromium does. */
function aPrint(catalogKeys = "/Lang (en)"): Buffer {
  const tags = Array.from({ length: 20 }, (_, i) => 20 + i);
  const objects: [number, string][] = [
    [1, "<</Title (Old \\(title\\))\n/Producer (Skia/PDF m156)>>"],
    [
      2,
      "<</Type /Page\n/Parent 4 0 R\n/MediaBox [0 0 200 100]\n/StructParents 0\n/Contents 3 0 R\n/Resources <</Font <</F1 5 0 R>>>>>>",
    ],
    [3, `<</Length ${CONTENT.length}>> stream\n${CONTENT}\nendstream`],
    [4, "<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>"],
    [5, "<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica>>"],
    [7, `<</Type /StructTreeRoot\n/K [${tags.map((n) => `${n} 0 R`).join(" ")}]\n/ParentTree 9 0 R>>`],
    [9, "<</Nums [0 [20 0 R]]>>"],
    ...tags.map((n): [number, string] => [
      n,
      `<</Type /StructElem\n/S /${n === 21 ? "Strong" : "H1"}\n/P 7 0 R\n/Pg 2 0 R\n/K ${n === 20 ? 0 : "[]"}>>`,
    ]),
    [
      45,
      `<</Type /Catalog\n/Pages 4 0 R\n/MarkInfo <</Marked true>>\n/StructTreeRoot 7 0 R\n/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle false>>\n${catalogKeys}>>`,
    ],
  ];
  let file = "%PDF-1.4\n%\xd3\xeb\xe9\xe1\n";
  const places = new Map<number, number>();
  for (const [number, body] of objects) {
    places.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const rows = Array.from({ length: 46 }, (_, n) => {
    const place = places.get(n);
    return `${String(place ?? 0).padStart(10, "0")} ${place === undefined ? "65535 f" : "00000 n"} \n`;
  });
  const table = `xref\n0 46\n${rows.join("")}trailer\n<</Size 46\n/Root 45 0 R\n/Info 1 0 R>>\n`;
  return Buffer.from(`${file}${table}startxref\n${file.length}\n%%EOF\n`, "latin1");
}

async function finished(printed = aPrint()) {
  const done = await finishPdf(printed, ABOUT, PRINTED);
  if (!done) throw new Error("no pages");
  const pdf = await getDocument({ data: new Uint8Array(done.pdf), verbosity: 0, stopAtErrors: true }).promise;
  return { ...done, read: pdf, text: Buffer.from(done.pdf).toString("latin1") };
}

describe("finishPdf", () => {
  it("keeps the pages, their words and their tags, and takes less room", async () => {
    const { pages, read, pdf } = await finished();
    expect([pages, read.numPages]).toEqual([1, 1]);
    const page = await read.getPage(1);
    const { items } = await page.getTextContent();
    expect(items.map((item) => ("str" in item ? item.str : ""))).toContain("endobj in the words");
    const tree = await page.getStructTree();
    expect(tree?.children).toMatchObject([{ role: "H1" }]);
    expect(pdf.length).toBeLessThan(aPrint().length);
  });

  it("says title, authors, subject, language, tool and time, in both places and alike", async () => {
    const { read, text } = await finished();
    const { info, metadata } = await read.getMetadata();
    expect(info).toMatchObject({
      Title: ABOUT.title,
      Author: "Ana Ruiz, نور الدين",
      Language: "en-GB",
      Creator: "Groundwork",
      Producer: "Skia/PDF m156",
      CreationDate: "D:20270301093015Z",
    });
    expect(metadata?.get("dc:title")).toBe(ABOUT.title);
    expect(metadata?.get("dc:creator")).toEqual(ABOUT.authors);
    expect(metadata?.get("dc:description")).toBe("One shop, then  three");
    expect(metadata?.get("xmp:createdate")).toBe("2027-03-01T09:30:15Z");
    expect(text).toContain("<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li>");
    expect(text).not.toContain("pdfuaid");
  });

  it("shows the title in the window, stays marked as tagged, and names the tags readers of 1.7 do not know", async () => {
    const { read } = await finished();
    expect(await read.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    expect(await read.getMarkInfo()).toMatchObject({ Marked: true });
    const { inflateSync } = await import("node:zlib");
    const { text, pdf } = await finished();
    const at = text.indexOf("stream\n", text.indexOf("/ObjStm")) + 7;
    expect(inflateSync(Buffer.from(pdf).subarray(at)).toString("latin1")).toContain(
      "/RoleMap <</Strong /Span",
    );
  });

  it("gives the same file for the same pages, whatever language the print named, and another id for others", async () => {
    const id = (text: string) => /\/ID \[<(\w{32})>/.exec(text)?.[1];
    const one = await finished();
    expect((await finished(aPrint("/Lang <6465>"))).text).toBe(one.text);
    const other = await finished(
      Buffer.from(aPrint().toString("latin1").replace("words", "lines"), "latin1"),
    );
    expect(id(one.text)).toMatch(/./);
    expect(id(other.text)).not.toBe(id(one.text));
  });

  it("hands back a file that is built in another way, and nothing for one without pages", async () => {
    const print = aPrint();
    const encrypted = Buffer.from(
      print.toString("latin1").replace("/Root", "/Encrypt 5 0 R\n/Root"),
      "latin1",
    );
    const wrongPlace = Buffer.from(print.toString("latin1").replace("\n5 0 obj", "\n6 0 obj"), "latin1");
    const odd = [encrypted, wrongPlace, print.subarray(0, 600), Buffer.concat([print, Buffer.from("more")])];
    for (const file of odd) expect((await finishPdf(file, ABOUT, PRINTED))?.pdf).toBe(file);
    // Its page tree is packed away, so there are no pages to be counted.
    expect(await finishPdf((await finished()).pdf, ABOUT, PRINTED)).toBe(null);
  });

  it("writes the hundred thousand tags of a long document", async () => {
    const body = Buffer.from("null");
    const objects = Array.from({ length: 130_000 }, (_, i) => ({ number: i + 1, body, isStream: false }));
    const written = await writePdf({ objects, rootNumber: 1, infoNumber: null });
    expect(written.subarray(0, 5).toString()).toBe("%PDF-");
  });
});
