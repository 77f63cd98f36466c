import { expect, it } from "vitest";
import { ORIENTATIONS, PAPERS } from "#shared/domain/printSettings.ts";
import { sheetSize } from "#shared/print/layout/paper.ts";

it("knows each sheet by its real measures, and turns it for portrait", () => {
  const inches = (points: number): number => Math.round((points / 72) * 100) / 100;
  const edges = PAPERS.map((paper) => {
    const { width, height } = sheetSize(paper, "portrait");
    return [paper, inches(width), inches(height)];
  });
  expect(edges).toEqual([
    ["A4", 8.27, 11.69],
    ["Letter", 8.5, 11],
    ["A3", 11.69, 16.54],
    ["Tabloid", 11, 17],
    ["A0", 33.11, 46.81],
  ]);
  for (const paper of PAPERS) {
    const { width, height } = sheetSize(paper, "portrait");
    expect(sheetSize(paper, "landscape")).toMatchObject({ width: height, height: width });
  }
});

it("leaves what is laid out inside the margins once it is enlarged, and uses all of that room", () => {
  for (const paper of PAPERS) {
    for (const orientation of ORIENTATIONS) {
      const { width, height, margin, zoom, contentWidth, contentHeight } = sheetSize(paper, orientation);
      const [spareWidth, spareHeight] = [
        width - 2 * margin.side - contentWidth * zoom,
        height - margin.top - margin.bottom - contentHeight * zoom,
      ];
      expect(spareWidth).toBeGreaterThanOrEqual(0);
      expect(spareWidth).toBeLessThan(zoom);
      expect(spareHeight).toBeGreaterThanOrEqual(zoom - 0.001);
      expect(spareHeight).toBeLessThan(2 * zoom);
      expect(zoom).toBeGreaterThanOrEqual(1);
    }
  }
});
