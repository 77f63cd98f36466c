/** What an import brought in and what it could not, in words for the screen. */
export interface ImportReport {
  /** The program or format the file came from: `GanttProject 3.3`. */
  readonly source: string;
  readonly broughtIn: readonly { readonly what: string; readonly count: number }[];
  readonly notBroughtIn: readonly {
    readonly what: string;
    readonly why: string;
    readonly names?: readonly string[];
  }[];
}
