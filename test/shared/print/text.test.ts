import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, ellipsise, figures, type TextStyle, wrapText } from "#shared/print/layout/text.ts";
import { roughWidth } from "#test/support/roughWidth.ts";

const style: TextStyle = { size: 8, weight: 400 };
const squeeze = (text: string): string => text.replace(/\s+/g, "");

describe("wrapText", () => {
  it("keeps a short text on one line", () => {
    expect(wrapText("Lease signed", 200, 2, style, roughWidth)).toEqual(["Lease signed"]);
  });

  it("breaks between words and ends in an ellipsis only after the last line", () => {
    const lines = wrapText("Agree the lease with the landlord and his lawyer", 80, 2, style, roughWidth);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe("Agree the lease");
    expect(lines[1]).toMatch(/^with the.*…$/);
  });

  it("breaks Chinese, which has no spaces, and words longer than a line", () => {
    expect(wrapText("第一个客户签署合同并支付首期款项", 64, 3, style, roughWidth).join("")).toBe(
      "第一个客户签署合同并支付首期款项",
    );
    expect(wrapText("Elektrizitätenhauptbetriebswerk", 60, 9, style, roughWidth).join("")).toBe(
      "Elektrizitätenhauptbetriebswerk",
    );
  });

  it.each([
    ["请在三月底之前付款，谢谢。", 72, ["请在三月底之前付", "款，谢谢。"]],
    ["開店準備、「ピザ窯」の設置", 48, ["開店準備、", "「ピザ窯」の", "設置"]],
    ["检查iPhone手机", 50, ["检查iPhone", "手机"]],
    ["ลงนามในสัญญาเช่า", 50, ["ลงนามใน", "สัญญาเช่า"]],
    ["건물주와 임대 계약을", 60, ["건물주와 임대", "계약을"]],
    ["שלום עולם, לחם", 50, ["שלום עולם,", "לחם"]],
  ])("breaks %s where its script breaks", (text, width, lines) => {
    expect(wrapText(text, width, 9, style, roughWidth)).toEqual(lines);
  });

  it("never makes a line wider than the room, nor more lines than allowed", () => {
    const room = fc.integer({ min: 90, max: 300 });
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 120 }),
        room,
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrapText(text, width, most, style, roughWidth);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(roughWidth(line, style)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it("loses nothing when there are lines enough", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const lines = wrapText(text, 60, 100, style, roughWidth);
        expect(squeeze(lines.join(""))).toBe(squeeze(text));
      }),
    );
  });
});

describe("ellipsise", () => {
  it("cuts between whole characters", () => {
    const cut = ellipsise(
      "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧",
      60,
      style,
      (text) => [...new Intl.Segmenter().segment(text)].length * 20,
    );
    expect(cut).toBe("👩‍👩‍👧👩‍👩‍👧…");
  });
});

describe("apart", () => {
  it("closes in what is written from right to left, and leaves other names as they are", () => {
    expect(apart("נועה כהן")).toBe("\u200E\u2068נועה כהן\u2069");
    expect(apart("Zoë 王小明")).toBe("Zoë 王小明");
  });
});

describe("figures", () => {
  it("takes every digit for as wide as the widest", () => {
    const measure = figures((text) => text.replace(/1/g, "").length);
    expect(measure("11 Nov 2011", style)).toBe("11 Nov 2011".length);
  });
});
