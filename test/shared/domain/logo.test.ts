import { describe, expect, test } from "vitest";
import { base64Of, bytesOfBase64, logoFromBytes, logoSchema, logoSize } from "#shared/domain/logo.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { STANDARD_PRINT, sectionsOf } from "#shared/domain/printSettings.ts";
import { must } from "#shared/domain/result.ts";
import { aPlan, testContext } from "#test/support/builders.ts";

const bytes = (...parts: (number | string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string"
        ? [...part].map((char) => char.charCodeAt(0))
        : typeof part === "number"
          ? [part]
          : [...part],
    ),
  );
const long = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const png = (width: number, height: number, more = 0): Uint8Array =>
  bytes(0x89, "PNG\r\n\x1a\n", long(13), "IHDR", long(width), long(height), new Array(more).fill(7));
/** A JFIF header and a table before the frame, which says height first. */
const jpeg = (width: number, height: number): Uint8Array =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1],
    [0xff, 0xc4, 0, 5, 0, 0, 0],
    [0xff, 0xff, 0xc2, 0, 11, 8],
    [height >> 8, height & 255, width >> 8, width & 255],
    [0, 0, 0, 0],
  );

describe("a company's logo", () => {
  test("says its size in its first bytes", () => {
    expect(logoSize(png(300, 70_000))).toEqual({ type: "image/png", width: 300, height: 70_000 });
    expect(logoSize(jpeg(640, 200))).toEqual({ type: "image/jpeg", width: 640, height: 200 });
  });

  test("goes into the roadmap and comes back byte by byte", () => {
    for (const length of [40, 41, 42]) {
      const file = png(3, 2, length);
      const logo = must(logoFromBytes(file));
      expect(logo.data).toBe(Buffer.from(file).toString("base64"));
      expect(bytesOfBase64(logo.data)).toEqual(file);
      expect(logoSchema.safeParse(logo).success).toBe(true);
    }
  });

  test.each([
    ["a drawing", bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), "PNG or JPEG"],
    ["nothing", bytes(), "PNG or JPEG"],
    ["a picture without width", png(0, 5), "PNG or JPEG"],
    ["a JPEG that breaks off", jpeg(640, 200).slice(0, 12), "PNG or JPEG"],
    ["more dots than can be drawn", png(30_000, 30_000), "4000 on its longest side"],
    ["too many bytes", png(300, 100, 262_144), "256 KiB at most"],
  ])("is not %s", (_, file, sentence) => {
    expect(logoFromBytes(file)).toMatchObject({ problem: { message: expect.stringContaining(sentence) } });
    const logo = { type: "image/png", data: base64Of(file) };
    expect(logoSchema.safeParse(logo).success).toBe(false);
  });

  test("is refused under another type than its bytes say, and when it is not base64", () => {
    const { data } = must(logoFromBytes(png(3, 2)));
    expect(logoSchema.safeParse({ type: "image/jpeg", data }).success).toBe(false);
    expect(logoSchema.safeParse({ type: "image/png", data: data.slice(1) }).success).toBe(false);
    expect(logoSchema.safeParse({ type: "image/png", data: `${data.slice(0, -1)}*` }).success).toBe(false);
  });
});

describe("settings for printing", () => {
  test("stand in the order of the document, whatever the order of choosing", () => {
    expect(sectionsOf({ preset: "own", sections: ["work", "cover", "work"] })).toEqual(["cover", "work"]);
    expect(sectionsOf({ preset: "handover", sections: [] })).toHaveLength(11);
  });

  test("are refused with a sentence", () => {
    const plan = aPlan();
    const edit = (print: object) =>
      editEntity(plan, testContext(), "roadmap", plan.roadmap.id, { print: { ...STANDARD_PRINT, ...print } });
    expect(edit({ preset: "board" }).ok).toBe(true);
    expect(edit({ preparedFor: "x".repeat(501) })).toMatchObject({
      problem: { message: expect.stringContaining("Check what was chosen for printing") },
    });
    expect(edit({ sinceBaselineId: "nowhere" }).ok).toBe(false);
  });
});
