import { expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { must } from "#shared/domain/result.ts";
import { bigPlan } from "#test/support/builders.ts";

const save = (plan: Plan) => serialiseDocument(plan, { exportedAt: "2027-03-01T08:00:00.000Z" });

// biome-ignore lint/suspicious/noExplicitAny: the test turns a document into one the app never writes
type Loose = any;

it("opens 10,000 tasks in well under a second, with room for a busy machine", () => {
  const text = save(bigPlan(10_000));
  const started = performance.now();
  expect(must(parseDocument(text)).tasks.size).toBe(10_000);
  expect(performance.now() - started).toBeLessThan(20_000);
});

it("opens a chain of groups 5,000 deep", () => {
  const document: Loose = JSON.parse(save(bigPlan(5_000)));
  const tasks: Loose[] = document.tasks;
  document.dependencies = [];
  tasks.forEach((task, i) => {
    task.parentId = i === 0 ? document.stages[0].id : tasks[i - 1].id;
  });
  expect(must(parseDocument(JSON.stringify(document))).tasks.size).toBe(5_000);
});
