/** What fresh eyes find in a plan: every check in the order of how much it matters. Derived, never stored. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { COMPANY_CHECKS } from "./checks/company.ts";
import { DATE_CHECKS } from "./checks/dates.ts";
import { GATE_CHECKS } from "./checks/gates.ts";
import { LINK_CHECKS } from "./checks/links.ts";
import { LOAD_CHECKS } from "./checks/load.ts";
import { MILESTONE_CHECKS } from "./checks/milestones.ts";
import { OWNER_CHECKS } from "./checks/owners.ts";
import { ROUTINE_CHECKS } from "./checks/routines.ts";
import { lookAt } from "./look.ts";
import { type Check, type Fix, SEVERITIES } from "./types.ts";

const BY_SUBJECT: readonly Check[] = [
  ...LOAD_CHECKS,
  ...DATE_CHECKS,
  ...GATE_CHECKS,
  ...OWNER_CHECKS,
  ...MILESTONE_CHECKS,
  ...ROUTINE_CHECKS,
  ...COMPANY_CHECKS,
  ...LINK_CHECKS,
];

/** What matters most comes first. */
export const CHECKS: readonly Check[] = SEVERITIES.flatMap((severity) =>
  BY_SUBJECT.filter((check) => check.severity === severity),
);

export interface HealthFinding {
  /** The same as long as it is the same fact about the same row. */
  readonly key: string;
  /** What a sheet keeps of the check: its key and the fact. */
  readonly stored: string;
  readonly itemId: Id | null;
  readonly text: string;
  readonly fix: Fix;
}

export interface CheckResult {
  readonly check: Check;
  /** Never empty. */
  readonly findings: readonly HealthFinding[];
}

export interface Health {
  readonly results: readonly CheckResult[];
  readonly byKey: ReadonlyMap<string, HealthFinding>;
}

const known = new WeakMap<Plan, { readonly today: Day; readonly health: Health }>();

/** Once per plan value and day; the sentences only when they are read. */
export function healthOf(plan: Plan, today: Day): Health {
  let found = known.get(plan);
  if (found?.today !== today) {
    found = { today, health: examine(plan, today) };
    known.set(plan, found);
  }
  return found.health;
}

function examine(plan: Plan, today: Day): Health {
  const look = lookAt(plan, today);
  const byKey = new Map<string, HealthFinding>();
  const results = CHECKS.flatMap((check): CheckResult[] => {
    const findings = check.find(look).map(({ id, fact = "", text, fix }): HealthFinding => {
      const stored = fact === "" ? check.key : `${check.key}:${fact}`;
      return {
        key: findingKey(stored, id),
        stored,
        itemId: id,
        get text() {
          return text();
        },
        fix,
      };
    });
    for (const finding of findings) byKey.set(finding.key, finding);
    return findings.length > 0 ? [{ check, findings }] : [];
  });
  return { results, byKey };
}

export function findingKey(stored: string, itemId: Id | null): string {
  return `${stored} ${itemId ?? ""}`;
}

/** The check of what a sheet keeps; undefined for one that a later version of the app has made. */
export function checkOf(stored: string): Check | undefined {
  const [key] = stored.split(":");
  return CHECKS.find((check) => check.key === key);
}
