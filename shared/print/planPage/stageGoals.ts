/** What each stage must achieve, in the plan's own words: printed where the plan on a page has room for all of it. */
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { BODY_STRONG, BODY_TEXT, LINE, LIST, type Room } from "#shared/print/layout/planText.ts";
import { type Measure, wrapText } from "#shared/print/layout/text.ts";

export interface StageGoal {
  readonly id: string;
  readonly stageIndex: number;
  readonly name: readonly string[];
  readonly goal: readonly string[];
}

export interface GoalList {
  readonly goals: readonly StageGoal[];
  readonly height: number;
}

/** Share of the width that the names take. */
export const GOAL_NAME_SHARE = 0.3;
export const GOAL_PADDING = 6.5;
const CELL_GAP = 8;
const MARK = 12;
const NONE: GoalList = { goals: [], height: 0 };

/** All goals that are written down, or none when they would not all fit. */
export function stageGoals(plan: Plan, room: Room, measure: Measure): GoalList {
  const goals = outlineOf(plan).stages.flatMap(({ item }, stageIndex): StageGoal[] => {
    if (item.kind !== "stage" || item.goal.trim() === "") return [];
    const nameWidth = room.width * GOAL_NAME_SHARE - CELL_GAP - MARK;
    const name = wrapText(nameOrUntitled(item.name, "stage"), nameWidth, 2, BODY_STRONG, measure);
    const goal = wrapText(item.goal, room.width * (1 - GOAL_NAME_SHARE) - 2, 2, BODY_TEXT, measure);
    return [{ id: item.id, stageIndex, name, goal }];
  });
  const height = goals.reduce(
    (sum, { name, goal }) => sum + Math.max(name.length, goal.length) * LINE.body + GOAL_PADDING,
    LIST.heading + LIST.gap,
  );
  return goals.length > 0 && height <= room.height ? { goals, height } : NONE;
}
