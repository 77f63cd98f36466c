/** What a PDF says about itself: the XMP packet (ISO 16684-1) and the older Info dictionary, with equal values. */
import { xmlText } from "#shared/interchange/xml-text.ts";
import type { DocumentAbout } from "#shared/print/document/about.ts";

export interface PdfAbout extends DocumentAbout {
  /** When the pages were printed. */
  readonly printed: Date;
  /** The engine that wrote the pages, as it calls itself. */
  readonly producer: string;
}

const TOOL = "Groundwork";

export function infoDictionary(about: PdfAbout): string {
  const date = `(D:${about.printed.toISOString().slice(0, 19).replace(/[-T:]/g, "")}Z)`;
  const entries = [
    ["Title", textString(about.title)],
    ["Author", textString(about.authors.join(", "))],
    ["Subject", textString(about.subject)],
    ["Creator", textString(TOOL)],
    ["Producer", textString(about.producer)],
    ["CreationDate", date],
    ["ModDate", date],
  ];
  return `<<${entries.map(([key, value]) => `/${key} ${value}`).join("\n")}>>`;
}

/** A text string in UTF-16 with its mark (ISO 32000-1, 7.9.2.2), written in hexadecimal. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  return `<${bytes.toString("hex").toUpperCase()}>`;
}

/** The packet is read-only, so it needs no padding for those who would edit it in place. */
export function xmpPacket(about: PdfAbout): string {
  const date = `${about.printed.toISOString().slice(0, 19)}Z`;
  const authors = about.authors.map((name) => `<rdf:li>${xmlText(name)}</rdf:li>`).join("");
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(about.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq>${authors}</rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(about.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>${xmlText(about.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${TOOL}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<pdf:Producer>${xmlText(about.producer)}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}
