/** Edits as a view makes them. */
import type { App } from "#renderer/commands/app.ts";
import { perform } from "#renderer/commands/perform.ts";
import { editEntity, type Patch } from "#shared/domain/operations/edit.ts";

export function edit<K extends "task" | "milestone">(app: App, kind: K, id: string, patch: Patch<K>): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, kind, id, patch));
}
