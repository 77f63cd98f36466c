/** What the screen says of the COO's time. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import { driftOf, type MixMonth, type MixStage, strategyPct } from "./mix.ts";
import { hoursWords } from "./nextWords.ts";

/** Less than this is no drift: nobody plans to the hour. */
const SLACK_HOURS = 2;

export interface Drift {
  readonly tone: "none" | "fine" | "much-execution" | "much-strategy";
  readonly words: string;
}

/** `Wanted half strategy, planned 20 %: 14 hours too much execution.` */
export function driftWords(stage: MixStage): Drift {
  const real = strategyPct(stage.split);
  if (real === null) return { tone: "none", words: "Nothing is planned here." };
  const planned = `planned ${Math.round(real)} %`;
  const drift = driftOf(stage);
  if (drift === null || stage.wantedPct === null)
    return { tone: "none", words: `Strategy: ${planned}. Say what is wanted.` };
  const wanted = `Wanted ${partWords(stage.wantedPct)} strategy, ${planned}`;
  if (Math.abs(drift) < SLACK_HOURS) return { tone: "fine", words: `${wanted}: as wanted.` };
  const [tone, what] =
    drift > 0 ? (["much-execution", "execution"] as const) : (["much-strategy", "strategy"] as const);
  return { tone, words: `${wanted}: ${hoursWords(Math.abs(drift))} too much ${what}.` };
}

function partWords(pct: number): string {
  if (pct === 50) return "half";
  if (pct === 25) return "a quarter";
  if (pct === 75) return "three quarters";
  return pct === 0 ? "no" : pct === 100 ? "only" : `${Number(pct.toFixed(0))} %`;
}

export interface MonthFit {
  readonly isOver: boolean;
  readonly words: string;
}

/** `March 2027: 9.5 days planned, 6 contracted.` */
export function monthWords({ month, days, available }: MixMonth, isContracted: boolean): MonthFit {
  const isOver = halfDays(days) > halfDays(available);
  const what = isContracted ? "contracted" : "there are";
  return {
    isOver,
    words: `${monthName(month)}: ${daysText(days)} planned, ${numberText(available)} ${what}`,
  };
}

export function monthName(month: Day): string {
  return formatDay(month, "monthYear");
}

function halfDays(days: number): number {
  return Math.round(days * 2) / 2;
}

function numberText(days: number): string {
  return String(halfDays(days));
}

function daysText(days: number): string {
  return `${numberText(days)} ${halfDays(days) === 1 ? "day" : "days"}`;
}
