import { describe, expect, it } from "vitest";
import { liveDependencies, outlineOf, planSpan, subtreeOf, topmostOf } from "#shared/domain/outline.ts";
import { listOf, livePeople } from "#shared/domain/people.ts";
import { aPlan, type ItemLiteral, type TaskLiteral } from "#test/support/builders.ts";

const binned = "2027-01-05T10:00:00.000Z";

function rows(plan: ReturnType<typeof aPlan>): string[] {
  return outlineOf(plan).inOrder.map(({ wbsCode, item }) => `${wbsCode} ${item.name}`);
}

describe("the outline", () => {
  const holds: ItemLiteral[] = [
    {
      milestone: "Open",
      date: "2027-03-01",
      holds: [
        { task: "Paint", start: "2027-02-01", durationDays: 5, progressPct: 100, status: "done" },
        { task: "Hire", start: "2027-02-08", durationDays: 15, progressPct: 0 },
      ],
    },
    {
      task: "Permits",
      start: "2020-01-01",
      holds: [
        { task: "Food", start: "2027-01-11", durationDays: 10, progressPct: 50, status: "in-progress" },
        { task: "Dropped", start: "2027-01-04", durationDays: 100, status: "cancelled" },
      ],
    },
  ];
  const plan = aPlan({ stages: [{ name: "Idea" }, { name: "First", holds }] });
  const at = (name: string) => outlineOf(plan).byId.get(name);

  it("numbers rows in reading order", () => {
    expect(rows(plan)).toEqual([
      "1 Idea",
      "2 First",
      "2.1 Open",
      "2.1.1 Paint",
      "2.1.2 Hire",
      "2.2 Permits",
      "2.2.1 Food",
      "2.2.2 Dropped",
    ]);
    expect([at("First")?.depth, at("Open")?.depth, at("Hire")?.depth]).toEqual([0, 1, 2]);
    expect(at("Hire")?.stageId).toBe("First");
  });

  it("dates leaves by their own dates, and groups and stages by what they hold", () => {
    expect([at("Hire")?.start, at("Hire")?.finish]).toEqual(["2027-02-08", "2027-02-26"]);
    expect([at("Permits")?.start, at("Permits")?.finish]).toEqual(["2027-01-04", "2027-05-21"]);
    expect([at("Open")?.start, at("Open")?.finish]).toEqual(["2027-03-01", "2027-03-01"]);
    expect([at("Open")?.spanStart, at("Open")?.spanFinish]).toEqual(["2027-02-01", "2027-03-01"]);
    expect([at("First")?.start, at("First")?.finish]).toEqual(["2027-01-04", "2027-05-21"]);
    expect([at("Idea")?.start, at("Idea")?.progressPct]).toEqual([null, null]);
    expect(planSpan(outlineOf(plan))).toEqual({ start: "2027-01-04", finish: "2027-05-21" });
  });

  it("adds progress up by duration and leaves cancelled work out", () => {
    expect(at("Open")?.progressPct).toBe(25);
    expect(at("Permits")?.progressPct).toBe(50);
    expect(at("First")).toMatchObject({ taskCount: 3, doneCount: 1, progressPct: 33 });
    expect(at("Dropped")).toMatchObject({ taskCount: 0, progressPct: null });
    expect([at("Permits")?.isGroup, at("Food")?.isGroup, at("Open")?.isGroup]).toEqual([true, false, false]);
  });

  it("hides what lies in the bin together with all it holds, and its links", () => {
    const withBin = aPlan({
      stages: [
        {
          name: "A",
          holds: [{ task: "Group", deletedAt: binned, holds: [{ task: "Inside" }] }, { task: "Beside" }],
        },
        { name: "B", deletedAt: binned, holds: [{ milestone: "Lost" }] },
      ],
      links: [
        { from: "Inside", to: "Beside" },
        { from: "A", to: "Beside" },
      ],
    });
    expect(rows(withBin)).toEqual(["1 A", "1.1 Beside"]);
    expect(liveDependencies(withBin).map((d) => d.fromId)).toEqual(["A"]);
  });

  it("is worked out once per plan", () => {
    expect(outlineOf(plan)).toBe(outlineOf(plan));
  });

  it("finds subtrees and the topmost of a selection", () => {
    const outline = outlineOf(plan);
    expect(subtreeOf(outline.stages[1] as never).map((n) => n.item.name)).toHaveLength(7);
    expect(topmostOf(outline, ["Food", "Hire", "Open", "nobody"]).map((n) => n.item.name)).toEqual([
      "Open",
      "Food",
    ]);
  });

  it("stands nesting 5,000 deep", () => {
    let inner: TaskLiteral = { task: "t0", start: "2027-01-04", durationDays: 3, progressPct: 40 };
    for (let i = 1; i < 5_000; i++) inner = { task: `t${i}`, holds: [inner] };
    const deep = aPlan({ stages: [{ name: "S", holds: [inner] }] });
    const { inOrder, stages } = outlineOf(deep);
    expect(inOrder).toHaveLength(5_001);
    expect(stages[0]).toMatchObject({ start: "2027-01-04", finish: "2027-01-06", progressPct: 40 });
    expect(subtreeOf(stages[0] as never)).toHaveLength(5_001);
    expect(topmostOf(outlineOf(deep), ["t0", "t4999"]).map((n) => n.item.id)).toEqual(["t4999"]);
  });

  it("shows nothing of items whose container is missing", () => {
    const broken = aPlan({ stages: [{ name: "S", holds: [{ task: "T" }] }] });
    const tasks = new Map([...broken.tasks].map(([id, task]) => [id, { ...task, parentId: "nowhere" }]));
    expect(rows({ ...broken, tasks })).toEqual(["1 S"]);
  });
});

describe("personal lists", () => {
  const plan = aPlan({
    people: [{ name: "Ana" }, { name: "Ben" }, { name: "Gone", deletedAt: binned }],
    stages: [
      {
        name: "S",
        holds: [
          { milestone: "M", date: "2027-03-01", ownerId: "Ana" },
          {
            task: "Late",
            start: "2027-02-01",
            does: ["Ana", "Ben"],
            effortHours: 20,
            progressPct: 50,
            status: "in-progress",
          },
          { task: "Early", start: "2027-01-04", does: ["Ana"], accountableId: "Ben" },
          { task: "Off", does: ["Ana"], effortHours: 100, status: "cancelled" },
        ],
      },
    ],
  });

  it("hold what somebody does, answers for and owns, by date", () => {
    const list = listOf(plan, "Ana");
    expect(list.does.map((n) => n.item.name)).toEqual(["Early", "Off", "Late"]);
    expect(list.owns.map((n) => n.item.name)).toEqual(["M"]);
    expect(listOf(plan, "Ben").answersFor.map((n) => n.item.name)).toEqual(["Early"]);
    expect(listOf(plan, "nobody")).toMatchObject({ does: [], hoursLeft: 0 });
  });

  it("share out the hours that are left", () => {
    expect([listOf(plan, "Ana").hoursLeft, listOf(plan, "Ben").hoursLeft]).toEqual([5, 5]);
  });

  it("leave out people in the bin", () => {
    expect(livePeople(plan).map((p) => p.name)).toEqual(["Ana", "Ben"]);
  });
});
