import { describe, expect, it } from "vitest";
import { compareWithBaseline } from "#shared/domain/compare.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { must } from "#shared/domain/result.ts";
import { type Imported, parseGan } from "#shared/interchange/gan.ts";
import { importContext } from "#test/support/builders.ts";

/** Friday 5 March is a holiday. The oven slipped by a week, and the sign came later. */
const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<project name="Pizza" company="" version="3.3.3300">
  <calendars><date year="2027" month="3" date="5" type="HOLIDAY"/></calendars>
  <tasks>
    <task id="0" name="Opening" start="2027-03-01" duration="20">
      <task id="1" name="Sign the lease" start="2027-03-03" duration="4" complete="100"/>
      <task id="2" name="Fit the oven" start="2027-03-16" duration="5"/>
      <task id="3" name="First guest" start="2027-03-31" duration="0" meeting="true"/>
      <task id="4" name="Hang the sign" start="2027-03-30" duration="1"/>
    </task>
  </tasks>
  <previous>
    <previous-tasks name="As agreed">
      <previous-task id="0" start="2027-03-01" duration="15" meeting="false" super="true"/>
      <previous-task id="1" start="2027-03-03" duration="4" meeting="false" super="false"/>
      <previous-task id="2" start="2027-03-09" duration="5" meeting="false" super="false"/>
      <previous-task id="3" start="2027-03-24" duration="1" meeting="true" super="false"/>
      <previous-task id="9" start="2027-03-24" duration="1" meeting="false" super="false"/>
      <previous-task id="4" start="someday" duration="1" meeting="false" super="false"/>
    </previous-tasks>
    <previous-tasks name="Long ago">
      <previous-task id="77" start="2027-03-24" duration="1" meeting="false" super="false"/>
    </previous-tasks>
  </previous>
</project>`;

function left({ report }: Imported, what: string): readonly string[] | undefined {
  return report.notBroughtIn.find((line) => line.what === what)?.names ?? undefined;
}

describe("baselines of a GanttProject file", () => {
  const imported = must(parseGan(FILE, importContext("2027-03-20")));
  const { plan, report } = imported;
  const [baseline, ...others] = [...plan.baselines.values()];
  if (!baseline) throw new Error("There is no baseline.");

  it("come in with the dates they had, counted in the file's working days", () => {
    expect(others).toEqual([]);
    expect(baseline.name).toBe("As agreed");
    expect(baseline.items.map((i) => `${i.name}: ${i.start} ${i.finish}`)).toEqual([
      "Opening: 2027-03-03 2027-03-24",
      "Sign the lease: 2027-03-03 2027-03-09",
      "Fit the oven: 2027-03-09 2027-03-15",
      "First guest: 2027-03-24 2027-03-24",
    ]);
    expect(checkPlan(plan)).toEqual([]);
  });

  it("can be compared with at once, and claim nothing that the file does not say", () => {
    const { byId, added, gone, finished } = compareWithBaseline(plan, baseline);
    const moved = outlineOf(plan).inOrder.map((n) => [n.item.name, byId.get(n.item.id)?.varianceDays]);
    expect(moved).toEqual([
      ["Opening", 5],
      ["Sign the lease", 0],
      ["Fit the oven", 5],
      ["First guest", 5],
      ["Hang the sign", undefined],
    ]);
    expect(added.map(({ node }) => node.item.name)).toEqual(["Hang the sign"]);
    expect([gone, finished]).toEqual([[], []]);
  });

  it("are counted in the report, with what of them was left out", () => {
    expect(report.broughtIn).toContainEqual({ what: "Baselines", count: 1 });
    expect(left(imported, "The day on which 1 baseline was frozen")).toEqual(["As agreed"]);
    expect(left(imported, "1 baseline")).toEqual(["Long ago"]);
    expect(left(imported, "3 items in baselines")).toEqual(["Hang the sign"]);
  });
});
