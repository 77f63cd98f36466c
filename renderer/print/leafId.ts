/** What the contents link to. */
export function leafId(page: number): string {
  return `page-${page}`;
}
