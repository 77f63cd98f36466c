/**
 * Property tests try the same plans in every run, so that a run says something of the change at hand. Give another
 * seed to look for faults: `SEED=7 npx vitest run --project rules-utc`.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_123) });
