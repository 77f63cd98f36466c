import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { exportPdf } from "#renderer/commands/roadmaps.ts";
import { DocumentDialog } from "#renderer/features/export/DocumentDialog.tsx";
import { PartDialog } from "#renderer/features/export/PartDialog.tsx";
import { STANDARD_PRINT } from "#shared/domain/printSettings.ts";
import { ok } from "#shared/domain/result.ts";
import { axeProblems } from "#test/support/axe.ts";
import { bigPlan } from "#test/support/builders.ts";
import { show } from "#test/support/show.tsx";

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const png = () => Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0));
/** A file as a browser hands it over: the simulated one cannot read its bytes. */
const file = (bytes: Uint8Array): File =>
  Object.assign(new File([], "logo.png", { type: "image/png" }), { arrayBuffer: async () => bytes.buffer });
const open = () => show(<DocumentDialog onClose={() => undefined} />, bigPlan(8));

describe("choosing what is printed", () => {
  it("is remembered with the roadmap as one step, and printed so", async () => {
    const { app, user, plan, undo } = await open();
    await user.click(screen.getByRole("radio", { name: "Board" }));
    expect(screen.getByRole("switch", { name: "Cover" })).toBeChecked();
    expect(screen.getByRole("switch", { name: "All work" })).not.toBeChecked();
    await user.click(screen.getByRole("switch", { name: "All work" }));
    expect(screen.getByRole("radio", { name: "Own choice" })).toBeChecked();
    await user.click(screen.getByRole("button", { name: "All work: upright paper" }));
    await user.click(screen.getByLabelText("Prepared for"));
    await user.paste("The board");
    await user.click(screen.getByRole("button", { name: "Save PDF…" }));
    const print = {
      ...STANDARD_PRINT,
      preset: "own",
      sections: ["cover", "plan", "changes", "stages", "log", "work"],
      sectionOrientations: [{ section: "work", orientation: "portrait" }],
      preparedFor: "The board",
    };
    expect(plan().roadmap.print).toEqual(print);
    expect(app.platform.exported.at(-1)?.options).toMatchObject({ settings: print, paper: "Letter" });
    undo();
    expect(plan().roadmap.print).toEqual(STANDARD_PRINT);
  });

  it("changes nothing when nothing was chosen, and reads well to whoever cannot see it", async () => {
    const { app, user } = await open();
    expect(await axeProblems()).toEqual([]);
    const before = app.documents.state.getState().plan;
    await user.click(
      within(screen.getByRole("contentinfo", { hidden: true })).getByRole("button", { name: "Close" }),
    );
    expect(app.documents.state.getState().plan).toBe(before);
  });

  it("takes a PNG as the logo by what is in it, and says what is wrong with anything else", async () => {
    const { user } = await open();
    const input = document.querySelector("input[type=file]") as HTMLInputElement;
    await user.upload(input, file(new TextEncoder().encode("<svg onload='x()'/>")));
    expect(await screen.findByRole("alert")).toHaveTextContent("must be a PNG or JPEG picture");
    await user.upload(input, file(png()));
    expect(await screen.findByRole("img", { name: "Logo" })).toHaveAttribute(
      "src",
      `data:image/png;base64,${PNG}`,
    );
    expect(screen.queryByRole("alert")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Remove logo" }));
    expect(screen.queryByRole("img", { name: "Logo" })).toBeNull();
  });
});

describe("one part", () => {
  it("is printed on the paper that was chosen, without another setting", async () => {
    const { app, user } = await show(
      <PartDialog part="decisions" sessionId={null} onClose={() => undefined} />,
      bigPlan(3),
    );
    await user.click(screen.getByRole("button", { name: "Save PDF…" }));
    expect(app.platform.exported[0]?.options).toMatchObject({ part: "decisions", paper: "Letter" });
    expect(app.platform.exported[0]?.suggestedName).toMatch(/, who decides\.pdf$/);
  });
});

describe("a long document", () => {
  it("says how far it is, and can be called off without a word of trouble", async () => {
    const { app } = await show(<p>Nothing</p>, bigPlan(3));
    const said: (string | null)[] = [];
    app.platform.answers.printing = async ({ onProgress, signal }) => {
      onProgress({ step: "drawing", done: 11, of: 84 });
      said.push(app.ui.getState().busy);
      app.ui.getState().cancelBusy?.();
      expect(signal.aborted).toBe(true);
      onProgress({ step: "writing", done: 0, of: 0 });
      said.push(app.ui.getState().busy);
      return ok({ outcome: "cancelled" });
    };
    await act(() => exportPdf(app, {}));
    expect(said).toEqual(["Drawing page 12 of 84…", "Drawing page 12 of 84…"]);
    expect(app.ui.getState()).toMatchObject({ busy: null, cancelBusy: null, toasts: [] });
  });
});
