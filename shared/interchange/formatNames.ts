/** The files Groundwork writes besides PDF, by the ending of their names. */
export const TEXT_FORMATS = ["groundwork", "csv", "ics", "xml", "mmd", "md"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export const FORMAT_WORDS: Readonly<Record<TextFormat, string>> = {
  groundwork: "Groundwork roadmap",
  csv: "Table (CSV)",
  ics: "Calendar (iCalendar)",
  xml: "Microsoft Project XML",
  mmd: "Mermaid chart",
  md: "Markdown",
};
