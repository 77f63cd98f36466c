/** What the app asks of its storage. Dexie is behind it (renderer/persistence); tests use the same with fake-indexeddb. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import type { History } from "./history.ts";
import type { JournalEntry } from "./journal.ts";

export interface LoadedHome {
  readonly roadmaps: readonly Roadmap[];
  readonly history: History;
  readonly nextSeq: number;
  /** Rows that could not be read; they were left as they are in the database. */
  readonly unreadable: number;
}

export interface LoadedPlan {
  readonly plan: Plan;
  readonly history: History;
  readonly unreadable: number;
}

export interface RoadmapSummary {
  readonly milestones: number;
  readonly reached: number;
  readonly tasks: number;
  readonly done: number;
  readonly next: { readonly name: string; readonly date: Day } | null;
  /** Instant of the last edit, or null when there was none since the roadmap came in. */
  readonly editedAt: string | null;
}

export interface JournalQuestion {
  /** Edits at or after this instant. */
  readonly since: string;
  /** And after the last edit made in this session. */
  readonly sessionId: Id | null;
}

export interface JournalSince {
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
  /** An entry could not be read: those before it are left out. */
  readonly isCut: boolean;
}

export interface Storage {
  loadHome(): Promise<LoadedHome>;
  loadPlan(id: Id): Promise<Result<LoadedPlan>>;
  summarise(id: Id): Promise<Result<RoadmapSummary>>;
  journalSince(id: Id, question: JournalQuestion): Promise<Result<JournalSince>>;
  /** Resolves true once everything committed so far is on disk, false when it could not be written. */
  flush(): Promise<boolean>;
  /** Tries a failed write again at once. */
  retry(): void;
}
