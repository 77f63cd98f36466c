/** Counts what an import left out or changed, by topic, and says it in the order of the topics. */
import type { ImportReport } from "./report.ts";

export interface Topic {
  readonly what: (n: number) => string;
  readonly why: string;
}

export class Losses<T extends string> {
  readonly #left = new Map<string, { count: number; names: Set<string> }>();
  readonly #brought: { what: string; count: number }[] = [];

  constructor(readonly topics: Readonly<Record<T, Topic>>) {}

  /** Notes one thing that was left out, with the name of where it stood. */
  leave(topic: T, name?: string): void {
    const entry = this.#left.get(topic) ?? { count: 0, names: new Set<string>() };
    entry.count++;
    if (name !== undefined && name.trim() !== "") entry.names.add(name.trim());
    this.#left.set(topic, entry);
  }

  bring(what: string, n: number): void {
    if (n > 0) this.#brought.push({ what, count: n });
  }

  finish(source: string): ImportReport {
    const notBroughtIn = Object.entries<Topic>(this.topics).flatMap(([id, topic]) => {
      const entry = this.#left.get(id);
      if (!entry) return [];
      const names = [...entry.names];
      return [{ what: topic.what(entry.count), why: topic.why, ...(names.length > 0 ? { names } : {}) }];
    });
    return { source, broughtIn: this.#brought, notBroughtIn };
  }
}
