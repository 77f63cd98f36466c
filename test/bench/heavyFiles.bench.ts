/** The largest files that are read at all: how long each takes to become a plan or a sentence. */
import { describe, expect, it } from "vitest";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { type NamedText, readAnyPlan } from "#shared/interchange/readAny.ts";
import { bigPlan, FIRST_INSTANT, importContext } from "#test/support/builders.ts";

const FULL = 50 * 1024 * 1024;
/** CPU seconds: what the machine does besides must not count. */
const LIMIT = 5;

const filled = (head: string, part: (n: number) => string, foot: string): string => {
  const parts: string[] = [];
  for (let length = head.length + foot.length, n = 1; length < FULL - 1_000; n++) {
    const next = part(n);
    parts.push(next);
    length += next.length;
  }
  return head + parts.join("") + foot;
};

const task = (n: number, notes = ""): string =>
  `<Task><UID>${n}</UID><ID>${n}</ID><Name>Task ${n}</Name><OutlineLevel>1</OutlineLevel><Start>2027-01-04T08:00:00</Start><Finish>2027-01-08T17:00:00</Finish><Duration>PT40H0M0S</Duration><DurationFormat>7</DurationFormat><Notes>${notes}</Notes></Task>`;
const gan = (n: number, inside = ""): string =>
  `<task id="${n}" name="Task ${n}" meeting="false" start="2027-01-04" duration="5" complete="0" expand="true">${inside}</task>`;

const FILES: Readonly<Record<string, () => NamedText>> = {
  "MSPDI, many tasks": () => ({
    name: "a.xml",
    text: filled("<Project><Tasks>", (n) => task(n), "</Tasks></Project>"),
  }),
  "MSPDI, as many tasks as are read": () => ({
    name: "a.xml",
    text: `<Project><Tasks>${Array.from({ length: 50_000 }, (_, n) => task(n + 1)).join("")}</Tasks></Project>`,
  }),
  ".gan, as many tasks as are read": () => ({
    name: "a.gan",
    text: `<project name="x"><tasks>${Array.from({ length: 50_000 }, (_, n) => gan(n + 1, `<depend id="${n + 2}" type="2" difference="0" hardness="Strong"/>`)).join("")}</tasks></project>`,
  }),
  "MSPDI, long notes": () => ({
    name: "a.xml",
    text: filled("<Project><Tasks>", (n) => task(n, "x &amp; y ".repeat(2_000)), "</Tasks></Project>"),
  }),
  "MSPDI, one text": () => ({
    name: "a.xml",
    text: `<Project><Name>${"x".repeat(FULL - 100)}</Name></Project>`,
  }),
  "MSPDI, one attribute": () => ({ name: "a.xml", text: `<Project a="${"x".repeat(FULL - 100)}"/>` }),
  "XML, nested": () => ({ name: "a.xml", text: "<Project>".repeat(1_400_000) }),
  "XML, open comment": () => ({ name: "a.xml", text: `<!--${"-".repeat(FULL - 10)}` }),
  "XML, spaces": () => ({ name: "a.xml", text: `<Project${" ".repeat(FULL - 20)}/>` }),
  "XML, many attributes": () => ({
    name: "a.xml",
    text: filled("<Project ", (n) => `a${n}="1" `, "/>"),
  }),
  "XML, as many attributes as are read": () => ({
    name: "a.xml",
    text: `<Project ${Array.from({ length: 2_900_000 }, (_, n) => `a${n}="1"`).join(" ")}/>`,
  }),
  "XML, as many tags as are read": () => ({
    name: "a.xml",
    text: `<Project>${"<a>b</a>".repeat(1_499_000)}</Project>`,
  }),
  ".gan, many tasks": () => ({
    name: "a.gan",
    text: filled('<project name="x"><tasks>', (n) => gan(n), "</tasks></project>"),
  }),
  ".gan, many links": () => ({
    name: "a.gan",
    text: filled(
      '<project name="x"><tasks>',
      (n) => gan(n, `<depend id="${n + 1}" type="2" difference="0" hardness="Strong"/>`),
      "</tasks></project>",
    ),
  }),
  "table, many lines": () => ({
    name: "a.csv",
    text: filled("Name,Start\n", (n) => `Task ${n},2027-01-04\n`, ""),
  }),
  "table, as many lines as are read": () => ({
    name: "a.csv",
    text: `Name,Start,Predecessors,Notes\n${Array.from({ length: 19_990 }, (_, n) => `Task ${n},2027-01-04,${n},${"x".repeat(2_000)}\n`).join("")}`,
  }),
  "table, one cell": () => ({ name: "a.csv", text: `Name\n"${"x".repeat(FULL - 100)}"\n` }),
  "table, quotes": () => ({ name: "a.csv", text: `Name\n${'"'.repeat(FULL - 100)}` }),
  "table, commas": () => ({ name: "a.csv", text: ",".repeat(FULL - 100) }),
  "table, blank lines": () => ({ name: "a.csv", text: `Name\n${"\n".repeat(FULL - 100)}` }),
  "Groundwork, nested": () => ({ name: "a.groundwork", text: "[".repeat(FULL - 100) }),
  "Groundwork, one text": () => ({ name: "a.groundwork", text: `{"format":"${"x".repeat(FULL - 100)}"}` }),
  "Groundwork, many rows": () => {
    const text = serialiseDocument(bigPlan(50_000), { exportedAt: FIRST_INSTANT });
    return { name: "a.groundwork", text };
  },
  "Groundwork, wrong rows": () => ({
    name: "a.groundwork",
    text: filled(
      `${serialiseDocument(bigPlan(1), { exportedAt: FIRST_INSTANT }).split('"tasks": [')[0]}"tasks": [`,
      () => '{"kind":"task","id":1},\n',
      "{}]}",
    ),
  }),
};

describe("files of up to 50 MB", () => {
  it.each(Object.entries(FILES))(
    "%s",
    (what, make) => {
      const file = make();
      const before = process.cpuUsage();
      const read = readAnyPlan(file, importContext());
      const { user, system } = process.cpuUsage(before);
      const seconds = (user + system) / 1e6;
      const size = (file.text.length / 1024 / 1024).toFixed(1);
      console.log(
        `${what}: ${size} MB, ${seconds.toFixed(2)} s, ${read.ok ? `${read.value.plan.tasks.size} tasks` : read.problem.message}`,
      );
      if (!read.ok) expect(read.problem.message).toMatch(/^\S.*\.$/su);
      expect(seconds).toBeLessThan(LIMIT);
    },
    120_000,
  );
});
