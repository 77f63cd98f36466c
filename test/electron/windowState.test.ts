import { describe, expect, it } from "vitest";
import { fitToDisplays } from "#electron/services/windowState.ts";

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: -200, width: 2560, height: 1440 };

describe("fitToDisplays", () => {
  it("keeps bounds that a display shows", () => {
    const bounds = { x: 1500, y: 100, width: 1200, height: 800 };
    expect(fitToDisplays(bounds, [laptop, second])).toEqual(bounds);
  });
  it("gives up bounds of a display that is gone", () => {
    expect(fitToDisplays({ x: 1500, y: 100, width: 1200, height: 800 }, [laptop])).toBeNull();
  });
  it("gives up when too little of the title bar could be taken hold of", () => {
    expect(fitToDisplays({ x: 1400, y: 100, width: 1200, height: 800 }, [laptop])).toBeNull();
    expect(fitToDisplays({ x: 100, y: 895, width: 1200, height: 800 }, [laptop])).toBeNull();
    expect(fitToDisplays({ x: 100, y: -400, width: 1200, height: 800 }, [laptop])).toBeNull();
  });
  it("shrinks a window that is larger than its display, and pulls its title bar into sight", () => {
    expect(fitToDisplays({ x: 0, y: 15, width: 2400, height: 1300 }, [laptop])).toEqual({
      x: 0,
      y: 25,
      width: 1440,
      height: 875,
    });
  });
  it("has nothing to say about a first start or a machine without displays", () => {
    expect(fitToDisplays(null, [laptop])).toBeNull();
    expect(fitToDisplays(laptop, [])).toBeNull();
  });
});
