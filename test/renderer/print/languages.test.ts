import { expect, it } from "vitest";
import { markLanguages } from "#renderer/print/languages.ts";

function marked(html: string, home: "ja" | "zh-Hans" = "zh-Hans"): Element {
  document.body.innerHTML = html;
  markLanguages(document.body, home);
  return document.body;
}

it("marks what is in another script, a drawn text as a whole, and nothing else", () => {
  const body = marked(
    "<p>Lease</p><p>לחם <b>bread</b></p><bdi>门店</bdi><svg><text><tspan>東京</tspan><tspan>タワー</tspan></text></svg>",
  );
  expect(
    [...body.querySelectorAll("[lang]")].map((element) => [element.tagName, element.getAttribute("lang")]),
  ).toEqual([
    ["P", "he"],
    ["BDI", "zh-Hans"],
    ["text", "ja"],
  ]);
});

it("lets right-to-left text take its own direction, unless it already does", () => {
  const body = marked(
    "<p>خبز!</p><td-like dir='auto'>خبز</td-like><bdi>خبز</bdi><svg><text class='name'><tspan>خبز!</tspan></text></svg>",
  );
  expect([...body.querySelectorAll("[dir], .own-way")].map(({ tagName }) => tagName)).toEqual([
    "P",
    "TD-LIKE",
    "tspan",
  ]);
});

it("takes its marks back when the page is drawn anew, and leaves those of others", () => {
  const body = marked("<p>خبز!</p><b dir='auto'>לחם</b><svg><text class='name'>לחם</text></svg>");
  for (const [selector, text] of [
    ["p", "Bread"],
    ["text", "Bread"],
    ["b", "Brot"],
  ] as const) {
    (body.querySelector(selector) as Element).textContent = text;
  }
  markLanguages(body, "ja");
  expect(body.innerHTML).toBe('<p>Bread</p><b dir="auto">Brot</b><svg><text class="name">Bread</text></svg>');
});
