import { expect, it } from "vitest";
import { asReceived, toSend } from "#renderer/commands/readBeside.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { applyChange, entitiesOf, planFromEntities } from "#shared/domain/plan.ts";
import { must, ok, refuse } from "#shared/domain/result.ts";
import { readAnyPlan } from "#shared/interchange/readAny.ts";
import { bigPlan, importContext, testContext } from "#test/support/builders.ts";

const ctx = { ...importContext(), fallbackName: "Big" };

it("gets a large plan from the thread that read it as it was read there, however its maps are made", () => {
  const text = serialiseDocument(bigPlan(600), { exportedAt: "2027-01-04T09:00:00.000Z" });
  const read = must(readAnyPlan({ name: "big.groundwork", text }, ctx));
  const edit = must(editEntity(read.plan, testContext(), "task", "t9", { name: "Ninth" }));
  const ascending = entitiesOf(read.plan).sort((a, b) => (a.id < b.id ? -1 : 1));
  const plans = [read.plan, applyChange(read.plan, edit), planFromEntities(read.plan.roadmap, ascending)];
  for (const plan of plans) {
    const { plan: received, ...rest } = must(asReceived(structuredClone(toSend(ok({ ...read, plan })))));
    expect(rest).toEqual({ report: read.report, isOwn: true });
    expect(entitiesOf(received)).toEqual(entitiesOf(plan));
    expect(received.tasks.get("t9")).toEqual(plan.tasks.get("t9"));
  }
});

it("is told of a refusal", () => {
  const refused = refuse("import.none", "Choose another file.");
  expect(asReceived(structuredClone(toSend(refused)))).toEqual(refused);
});
