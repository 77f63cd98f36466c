import fc from "fast-check";
import { expect, it } from "vitest";
import { mapWith } from "#shared/domain/mapWith.ts";

interface Row {
  readonly value: number;
}
type Key = number;
type Step = { readonly gone: readonly Key[]; readonly put: readonly (readonly [Key, Row])[]; walk: boolean };

const SIZE = 600;
/** Keys that are there, and others that come. */
const EDGE = Array.from({ length: 25 }, (_, i) => SIZE - 12 + i);
const key = fc.integer({ min: SIZE - 12, max: SIZE + 12 });
const row = fc.record({ value: fc.nat() });
const steps = fc.array(
  fc.record({
    gone: fc.array(key, { maxLength: 5 }),
    put: fc.array(fc.tuple(key, row), { maxLength: 5 }),
    walk: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

const ROWS = Array.from({ length: SIZE }, (_, i): Row => ({ value: i }));

function original(): Map<Key, Row> {
  return new Map(ROWS.entries());
}

function copied(from: ReadonlyMap<Key, Row>, { gone, put }: Step): Map<Key, Row> {
  const copy = new Map(from);
  for (const id of gone) copy.delete(id);
  for (const [id, value] of put) copy.set(id, value);
  return copy;
}

/** Everything in its order, and what is found under each key. */
function told(map: ReadonlyMap<Key, Row>): string {
  const each: string[] = [];
  map.forEach((row, id, of) => void each.push(`${id} ${row.value} ${of === map}`));
  const pairs = Array.from(map, ([id, row]) => `${id} ${row.value}`);
  return [pairs, each, [...map.keys()], Array.from(map.values(), ({ value }) => value), found(map)].join(
    "\n",
  );
}

/** Without going through all of it, which would put its layers together. */
function found(map: ReadonlyMap<Key, Row>): string {
  return [map.size, ...EDGE.map((id) => `${map.has(id)} ${map.get(id)?.value}`)].join();
}

it("holds what a copy would hold, in the order a copy would have, and leaves what it was made of alone", () => {
  fc.assert(
    fc.property(steps, (made) => {
      const states: [ReadonlyMap<Key, Row>, ReadonlyMap<Key, Row>][] = [[original(), original()]];
      for (const step of made) {
        const [map, copy] = states.at(-1) as (typeof states)[number];
        const next: (typeof states)[number] = [mapWith(map, step.gone, step.put), copied(copy, step)];
        expect(found(next[0])).toBe(found(next[1]));
        if (step.walk) expect(told(next[0])).toBe(told(next[1]));
        states.push(next);
      }
      for (const [map, copy] of states) expect(told(map)).toBe(told(copy));
    }),
    { numRuns: 30 },
  );
});

it("copies when much differs, at once or little by little", () => {
  const from = original();
  const half = Array.from({ length: SIZE / 2 }, (_, i) => i);
  expect(told(mapWith(from, half, []))).toBe(told(copied(from, { gone: half, put: [], walk: false })));
  let [map, copy]: ReadonlyMap<Key, Row>[] = [from, from];
  for (const id of half) {
    const step = { gone: [id], put: [[id, { value: -id }]] as const, walk: false };
    [map, copy] = [
      mapWith(map as ReadonlyMap<Key, Row>, step.gone, step.put),
      copied(copy as Map<Key, Row>, step),
    ];
  }
  expect(told(map as ReadonlyMap<Key, Row>)).toBe(told(copy as ReadonlyMap<Key, Row>));
});

it("looks at what differs, not at everything", () => {
  const from = original();
  let looks = 0;
  const counting = new Proxy(from, {
    get: (target, name) => {
      if (name === Symbol.iterator || name === "entries" || name === "forEach") looks++;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  const map = mapWith(counting, [3], [[4, { value: 44 }]]);
  expect([map.size, map.get(3), map.get(4), map.get(5)]).toEqual([
    SIZE - 1,
    undefined,
    { value: 44 },
    { value: 5 },
  ]);
  expect(looks).toBe(0);
  expect([...map.keys()].slice(0, 5)).toEqual([0, 1, 2, 4, 5]);
  expect(looks).toBe(1);
});
