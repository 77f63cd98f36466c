import { describe, expect, it } from "vitest";
import { changesSince } from "#shared/changes/list.ts";
import { withSlip } from "#shared/changes/slips.ts";
import type { ChangeLine, ChangeList } from "#shared/changes/types.ts";
import { changesMarkdown, summaryWords } from "#shared/changes/words.ts";
import type { Baseline } from "#shared/domain/baseline.ts";
import { type Change, createChange } from "#shared/domain/change.ts";
import { createGateDecision } from "#shared/domain/gate.ts";
import { freezeBaseline } from "#shared/domain/operations/baselines.ts";
import { deleteItems, deleteListed, restoreFromBin } from "#shared/domain/operations/bin.ts";
import { promise } from "#shared/domain/operations/dateRules.ts";
import { acknowledge, handOver } from "#shared/domain/operations/delegate.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { raiseIssue, solveIntoDecision } from "#shared/domain/operations/issues.ts";
import { addLink, removeLinks } from "#shared/domain/operations/link.ts";
import { setDaysOff } from "#shared/domain/operations/people.ts";
import { addItem } from "#shared/domain/operations/place.ts";
import {
  acceptDecision,
  editDecision,
  recordDecision,
  replaceDecision,
} from "#shared/domain/operations/records.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must, ok, type Result } from "#shared/domain/result.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import { aPlan, type TestContext, testContext } from "#test/support/builders.ts";

const TODAY = "2027-03-01";

/** Weeks of five days; the lease leads to the oven, the oven to the first pizza. */
const start = aPlan({
  people: [{ name: "Ana" }, { name: "Bo" }],
  stages: [
    {
      name: "Idea",
      holds: [
        { task: "Sign the lease", start: "2027-03-01", durationDays: 3, accountableId: "Ana", does: ["Ana"] },
        { task: "Choose tiles", start: "2027-03-01", durationDays: 2 },
        {
          milestone: "Kitchen ready",
          date: "2027-03-12",
          holds: [{ task: "Fit the oven", start: "2027-03-04", durationDays: 5, does: ["Bo"] }],
        },
        { milestone: "Doors open", date: "2027-03-19" },
      ],
    },
    { name: "Scale", holds: [{ task: "Second shop", start: "2027-09-01", durationDays: 10 }] },
  ],
  links: [
    { from: "Sign the lease", to: "Fit the oven" },
    { from: "Fit the oven", to: "Doors open", lagDays: 7, rule: "keep" },
  ],
});

const link = (p: Plan, c: TestContext, fromId: string, toId: string): Result<Change> =>
  addLink(p, c, { fromId, toId });
const unlink = (p: Plan, c: TestContext, from: string, to: string): Result<Change> =>
  removeLinks(
    p,
    c,
    [...p.dependencies.values()].filter((l) => l.fromId === from && l.toId === to).map(({ id }) => id),
  );

type Step = (plan: Plan, ctx: TestContext) => Result<Change>;

function edited(...steps: readonly Step[]): Plan {
  const ctx = testContext();
  return steps.reduce((plan, step) => applyChange(plan, withFollowers(plan, must(step(plan, ctx)))), start);
}

const since = (plan: Plan, from = start): ChangeList =>
  changesSince({ kind: "plan", plan: from }, plan, TODAY);

function lineOf(list: ChangeList, id: string): ChangeLine {
  const line = list.groups.flatMap(({ lines }) => lines).find((found) => found.id === id);
  if (!line) throw new Error(`Nothing is said of ${id}.`);
  return line;
}

const wordsOf = (list: ChangeList, id: string): string[] => lineOf(list, id).says.map(({ words }) => words);

describe("what moved, and why", () => {
  const longer = since(edited((p, c) => editEntity(p, c, "task", "Sign the lease", { durationDays: 8 })));

  it("counts working days and names what it follows", () => {
    expect(lineOf(longer, "Sign the lease")).toMatchObject({
      move: { wasFinish: "2027-03-03", isFinish: "2027-03-10", days: 5 },
      reason: "longer: 3 → 8 days",
    });
    expect(lineOf(longer, "Fit the oven").reason).toBe("follows “Sign the lease”, which moved 5 days");
    expect(lineOf(longer, "Doors open")).toMatchObject({
      move: { days: 5 },
      reason: "follows “Fit the oven”, which moved 5 days",
    });
  });

  it("puts first what moves the end of the stage", () => {
    const list = since(
      edited(
        (p, c) => editEntity(p, c, "task", "Sign the lease", { durationDays: 5 }),
        (p, c) => editEntity(p, c, "task", "Choose tiles", { start: "2027-03-15" }),
      ),
    );
    expect(list.groups[0]?.lines.map(({ id, effectDays }) => [id, effectDays])).toEqual([
      ["Sign the lease", 2],
      ["Fit the oven", 2],
      ["Doors open", 2],
      ["Choose tiles", 0],
    ]);
    expect(lineOf(list, "Choose tiles").reason).toBe("by hand");
    expect(summaryWords(list)).toBe("4 moved later; Idea ends 2 working days later.");
  });

  it("tells the days off of whoever does it", () => {
    const away = { from: "2027-03-08", to: "2027-03-09", name: "Ski" };
    const list = since(edited((p, c) => setDaysOff(p, c, "Bo", away)));
    expect(lineOf(list, "Fit the oven")).toMatchObject({ move: { days: 2 }, reason: "days off of Bo" });
    expect(wordsOf(list, "Bo")).toEqual(["other days off"]);
  });

  it("gives the reason that was said, and asks once for one that was not", () => {
    const slip: Step = (p, c) => editEntity(p, c, "milestone", "Doors open", { date: "2027-03-26" });
    const moved = edited(slip);
    expect(since(moved).untold).toEqual([
      { milestoneId: "Doors open", name: "Doors open", from: "2027-03-19", to: "2027-03-26", days: 5 },
    ]);
    const tell =
      (reason: string): Step =>
      (p, c) => {
        const milestone = p.milestones.get("Doors open");
        const slips = milestone
          ? withSlip(milestone, { from: "2027-03-19", to: "2027-03-26", reason, on: TODAY })
          : [];
        return editEntity(p, c, "milestone", "Doors open", { slips });
      };
    const told = since(edited(slip, tell(" The flue came late ")));
    expect(told.untold).toEqual([]);
    expect(lineOf(told, "Doors open").reason).toBe("The flue came late");
    const none = since(edited(slip, tell("")));
    expect(none.untold).toEqual([]);
    expect(lineOf(none, "Doors open").reason).toBe("by hand");
    const again: Step = (p, c) => editEntity(p, c, "milestone", "Doors open", { date: "2027-03-29" });
    expect(since(edited(slip, tell("Late flue"), again)).untold).toMatchObject([
      { from: "2027-03-26", days: 1 },
    ]);
    expect(since(edited(again), edited(slip, tell("Late flue"))).untold).toMatchObject([
      { from: "2027-03-26" },
    ]);
  });
});

describe("what else became of things", () => {
  it("says who has it now, what was promised, and what was done", () => {
    const list = since(
      edited(
        (p, c) => handOver(p, c, "Sign the lease", { byId: "Ana", toId: "Bo", level: 5, followUpOn: null }),
        (p, c) => acknowledge(p, c, "Sign the lease"),
        (p, c) => promise(p, c, ["Doors open"], "2027-03-31"),
        (p, c) => editEntity(p, c, "task", "Choose tiles", { status: "done", actualFinish: "2027-03-02" }),
      ),
    );
    expect(wordsOf(list, "Sign the lease")).toEqual(["Bo answers for it, was Ana", "taken on by Bo"]);
    expect(wordsOf(list, "Doors open")).toEqual(["promised for 31 Mar"]);
    expect(wordsOf(list, "Choose tiles")).toEqual(["done 2 Mar"]);
    expect(summaryWords(list)).toBe("1 done, 1 with somebody else, 1 changed otherwise.");
  });

  it("tells notes, checklists and links, a link by what waits and not where an end came or went with it", () => {
    const plan = edited(
      (p, c) => editEntity(p, c, "task", "Choose tiles", { notes: "The grey ones" }),
      (p, c) =>
        editEntity(p, c, "task", "Choose tiles", {
          checklist: [
            { id: "a", text: "Ask", done: true },
            { id: "b", text: "Buy", done: false },
          ],
        }),
      (p, c) => link(p, c, "Choose tiles", "Second shop"),
      (p, c) => unlink(p, c, "Fit the oven", "Doors open"),
      (p, c) => link(p, c, "Sign the lease", "Second shop"),
      (p, c) => deleteItems(p, c, ["Sign the lease"]),
    );
    expect(wordsOf(since(plan), "Choose tiles")).toEqual([
      "1 of 2 steps on its checklist done",
      "notes added",
    ]);
    expect(wordsOf(since(plan), "Second shop")).toEqual(["waits for “Choose tiles” now"]);
    expect(wordsOf(since(plan), "Doors open")).toEqual(["no longer waits for “Fit the oven”"]);
    expect(since(start, plan).groups.length).toBeGreaterThan(0);
    expect(wordsOf(since(start, plan), "Doors open")).toEqual(["waits for “Fit the oven” now"]);
  });

  it("tells what was decided at a gate in the line of its stage", () => {
    const held = createGateDecision({
      ...{ id: "g", roadmapId: "roadmap", stageId: "Idea", verdict: "hold", on: "2027-03-02", criteria: [] },
      recordedAt: "2027-03-02T09:00:00.000Z",
      signedById: "Ana",
    });
    const list = since(edited((_, c) => ok(createChange(c, "Decide", { added: [held] }))));
    expect(wordsOf(list, "Idea")).toEqual(["gate: hold on 2 Mar, signed by Ana"]);
  });

  it("tells issues and decisions, and which decision took the place of which", () => {
    const named = (of: Plan, name: string) =>
      [...of.issues.values(), ...of.decisions.values()].find((row) => row.name === name)?.id ?? "none";
    const accepted = { state: "accepted", decidedById: "Bo", decidedOn: "2027-03-01" } as const;
    const before = edited(
      (p, c) => recordDecision(p, c, { name: "Buy an oven", ...accepted }),
      (p, c) => raiseIssue(p, c, { name: "Who fits it?" }),
    );
    const ctx = testContext({ prefix: "later" });
    const steps: Step[] = [
      (p, c) => replaceDecision(p, c, named(p, "Buy an oven"), null),
      (p, c) => editDecision(p, c, [...p.decisions.keys()].at(-1) ?? "", { name: "Rent an oven" }),
      (p, c) => acceptDecision(p, c, named(p, "Rent an oven"), "Ana"),
      (p, c) => solveIntoDecision(p, c, named(p, "Who fits it?"), { name: "Rossi does", state: "accepted" }),
      (p, c) => raiseIssue(p, c, { name: "Smoke", raisedById: "Bo" }),
    ];
    const plan = steps.reduce((now, step) => applyChange(now, must(step(now, ctx))), before);
    const list = since(plan, before);
    const said = (name: string): string[] => wordsOf(list, named(plan, name));
    expect(said("Buy an oven")).toEqual(["replaced by “Rent an oven”"]);
    expect(said("Rent an oven")).toEqual([
      expect.stringMatching(/^decided on .+ by Ana in place of “Buy an oven”$/),
    ]);
    expect(said("Who fits it?")).toEqual(["solved by deciding “Rossi does”"]);
    expect(said("Smoke")).toEqual([expect.stringMatching(/^raised on .+ by Bo$/)]);
    expect(summaryWords(list)).toBe(
      "1 issue raised, 1 issue solved, 2 decisions taken, 1 changed otherwise.",
    );
    const gone = since(applyChange(plan, must(deleteListed(plan, ctx, named(plan, "Smoke")))), plan);
    expect(gone.groups[0]?.lines).toMatchObject([
      { name: "Smoke", isLive: false, says: [{ kind: "deleted" }] },
    ]);
  });

  it("lists what was deleted with what it held, and what came back from the bin as restored", () => {
    const binned = edited((p, c) => deleteItems(p, c, ["Kitchen ready"]));
    expect(lineOf(since(binned), "Kitchen ready")).toMatchObject({
      says: [{ kind: "deleted", words: "deleted with 1 more inside" }],
      binnedId: "Kitchen ready",
      isLive: false,
    });
    expect(since(binned).groups.flatMap(({ lines }) => lines.map(({ id }) => id))).not.toContain(
      "Fit the oven",
    );
    const back = applyChange(binned, must(restoreFromBin(binned, testContext(), "Kitchen ready")));
    expect(wordsOf(since(back, binned), "Kitchen ready")).toEqual([
      "restored from the bin with 1 more inside",
    ]);
  });

  it("keeps a deleted stage under its name, and what stands outside the stages at the end", () => {
    const list = since(
      edited(
        (p, c) => deleteItems(p, c, ["Idea"]),
        (p, c) => addItem(p, c, { parentId: "Scale", afterId: null }, { kind: "task", name: "Third shop" }),
        (p, c) => deleteListed(p, c, "Bo"),
      ),
    );
    expect(list.groups.map(({ name, isLive }) => [name, isLive])).toEqual([
      ["Scale", true],
      ["Idea", false],
      ["Outside the stages", false],
    ]);
    expect(wordsOf(list, "Bo")).toEqual(["left"]);
  });

  it("is text that Markdown takes as it is", () => {
    const list = since(
      edited((p, c) => editEntity(p, c, "task", "Choose tiles", { name: "Choose *tiles*\n# now" })),
    );
    expect(changesMarkdown(list, { title: "Since Monday", today: TODAY, note: null })).toBe(
      "# Since Monday\n\n1 changed.\n\n## Idea\n\n- **Choose \\*tiles\\* \\# now**: was called “Choose tiles”\n",
    );
  });
});

describe("against a baseline", () => {
  const frozen = must(freezeBaseline(start, testContext({ prefix: "b" }), "As agreed")).added[0] as Baseline;

  it("says what it knows and nothing it does not", () => {
    const plan = edited(
      (p, c) =>
        editEntity(p, c, "task", "Sign the lease", { durationDays: 8, accountableId: "Bo", effortHours: 9 }),
      (p, c) => deleteItems(p, c, ["Choose tiles"]),
    );
    const list = changesSince({ kind: "baseline", baseline: frozen }, plan, TODAY);
    expect(wordsOf(list, "Sign the lease")).toEqual([
      "3 Mar → 10 Mar, 5 days later",
      "Bo answers for it, was Ana",
    ]);
    expect(lineOf(list, "Sign the lease").reason).toBe("takes longer");
    expect(lineOf(list, "Fit the oven").reason).toBe("follows “Sign the lease”, which moved 5 days");
    expect(wordsOf(list, "Choose tiles")).toEqual(["deleted"]);
    const unowned = { ...frozen, items: frozen.items.map((item) => ({ ...item, ownerId: null })) };
    const less = changesSince({ kind: "baseline", baseline: unowned }, plan, TODAY);
    expect(wordsOf(less, "Sign the lease")).toEqual(["3 Mar → 10 Mar, 5 days later"]);
  });
});
