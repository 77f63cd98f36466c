/** Reads what is on screen as axe does; colours need a real browser and are left to the stories. */
import axe from "axe-core";

/** What is wrong, a line each; empty when nothing is. */
export async function axeProblems(root: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(root, {
    // The simulated browser reads no page into a frame.
    iframes: false,
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} – ${failureSummary}`),
  );
}
