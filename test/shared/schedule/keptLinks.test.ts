import { describe, expect, it } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { brokenLinks } from "#shared/schedule/brokenLinks.ts";
import { followersOf } from "#shared/schedule/follow.ts";
import { keptLinks } from "#shared/schedule/keptLinks.ts";
import { isHeld } from "#shared/schedule/planInput.ts";
import { aPlan, type ItemLiteral, type LinkLiteral, START, testContext } from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";
import { expectSound } from "#test/support/plans.ts";

const TYPES = ["FS", "SS", "FF", "SF"] as const;
const RULES = ["use", "keep", "never"] as const;

function item(random: Chance, n: number): ItemLiteral {
  const start = addDays(START, random.whole(0, 40));
  if (n % 6 === 5) return { milestone: `i${n}`, date: start };
  const days = random.whole(1, 12) / 2;
  if (random.whole(0, 9) === 0) return { task: `i${n}`, start, durationDays: days, isPinned: true };
  if (random.whole(0, 9) === 0)
    return { task: `i${n}`, start, durationDays: days, status: "in-progress", actualStart: start };
  return { task: `i${n}`, start, durationDays: days };
}

function randomPlan(seed: number): Plan {
  const random = chance(seed);
  const size = random.whole(2, 24);
  const links: LinkLiteral[] = [];
  for (let i = 0; i < size * 1.5; i++) {
    const from = random.whole(0, size - 2);
    const to = random.whole(from + 1, size - 1);
    if (links.some((link) => link.from === `i${from}` && link.to === `i${to}`)) continue;
    links.push({
      from: `i${from}`,
      to: `i${to}`,
      type: random.pick(TYPES),
      rule: random.pick(RULES),
      lagDays: random.whole(-4, 6) / 2,
      lagKind: random.pick(["working", "elapsed"] as const),
    });
  }
  const items = Array.from({ length: size }, (_, n) => item(random, n));
  const half = Math.ceil(size / 2);
  return aPlan({
    stages: [
      { name: "One", holds: items.slice(0, half) },
      { name: "Two", holds: items.slice(half) },
    ],
    links,
  });
}

const startOf = (plan: Plan, id: string): string =>
  plan.tasks.get(id)?.start ?? plan.milestones.get(id)?.date ?? "";

describe("keeping all links at once", () => {
  it("leaves only links to what is pinned, moves nothing earlier, and counts right", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const plan = randomPlan(seed);
      const { change, kept, left } = keptLinks(plan, testContext());
      const after = applyChange(plan, must(change));
      expectSound(after);
      const still = brokenLinks(after, START);
      for (const { itemIds } of still)
        expect(after.tasks.get(itemIds[0] ?? "")?.isPinned, `seed ${seed}`).toBe(true);
      expect([kept, left], `seed ${seed}`).toEqual([
        brokenLinks(plan, START).length - still.length,
        still.length,
      ]);
      for (const [from, to] of must(change).updated) {
        expect(startOf(after, to.id) > startOf(plan, from.id), `seed ${seed} ${to.id}`).toBe(true);
        if (from.kind === "task") expect(from.isPinned || isHeld(from), `seed ${seed}`).toBe(false);
      }
      expect(followersOf(plan, must(change)), `seed ${seed}`).toEqual([]);
    }
  });

  it("changes nothing where all are kept", () => {
    const plan = aPlan({
      stages: [{ name: "One", holds: [{ task: "a" }, { task: "b", start: "2027-01-05" }] }],
      links: [{ from: "a", to: "b" }],
    });
    expect(must(keptLinks(plan, testContext()).change).updated).toEqual([]);
  });
});
