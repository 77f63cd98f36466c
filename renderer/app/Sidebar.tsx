import {
  BookCheck,
  ChartGantt,
  ChevronLeft,
  CircleHelp,
  Gauge,
  Gavel,
  Glasses,
  History,
  ListChecks,
  ListTree,
  MessagesSquare,
  Repeat,
  Scale,
  Search,
  Settings2,
  Telescope,
  Trash2,
  UsersRound,
} from "lucide-react";
import { useMemo } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { commandInfo, run } from "#renderer/commands/registry.ts";
import type { PlanView } from "#renderer/store/uiStore.ts";
import { shortcutWords } from "#renderer/ui/shortcut.ts";
import type { CommandId } from "#shared/commands/catalogue.ts";
import type { Day } from "#shared/domain/day.ts";
import { proposedCount } from "#shared/domain/decisionLog.ts";
import { decisionsToSee } from "#shared/domain/decisions.ts";
import { issuesOf } from "#shared/domain/issues.ts";
import { binOf } from "#shared/domain/operations/bin.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { assumptionsDue } from "#shared/domain/reviews.ts";
import { dueNow } from "#shared/routines/standing.ts";
import styles from "./Sidebar.module.css";

interface ViewEntry {
  readonly view: PlanView;
  readonly command: CommandId;
  readonly Icon: typeof ListTree;
}

/** What is to come true and when; who; how it runs by itself; what is to be settled, what was, and by whom; what was put away. A small gap stands between them. */
const GROUPS: readonly (readonly ViewEntry[])[] = [
  [
    { view: "sessions", command: "view.sessions", Icon: MessagesSquare },
    { view: "vision", command: "view.vision", Icon: Telescope },
    { view: "outline", command: "view.outline", Icon: ListTree },
    { view: "timeline", command: "view.timeline", Icon: ChartGantt },
  ],
  [
    { view: "people", command: "view.people", Icon: UsersRound },
    { view: "load", command: "view.load", Icon: Gauge },
    { view: "balance", command: "view.balance", Icon: Scale },
  ],
  [
    { view: "routines", command: "view.routines", Icon: Repeat },
    { view: "workflows", command: "view.workflows", Icon: ListChecks },
  ],
  [
    { view: "issues", command: "view.issues", Icon: CircleHelp },
    { view: "log", command: "view.log", Icon: BookCheck },
    { view: "decisions", command: "view.decisions", Icon: Gavel },
  ],
  [
    { view: "changes", command: "view.changes", Icon: History },
    { view: "review", command: "view.review", Icon: Glasses },
    { view: "bin", command: "view.bin", Icon: Trash2 },
  ],
];

/** What the views have to say beside their names. */
function countsOf(plan: Plan, today: Day) {
  return {
    inBin: binOf(plan).length,
    due: dueNow(plan, today),
    decisions: decisionsToSee(plan, today),
    issues: issuesOf(plan).open.length,
    proposed: proposedCount(plan),
    toTest: assumptionsDue(plan, today).length,
  };
}

export function Sidebar() {
  const app = useApp();
  const plan = usePlan();
  const current = useUi((state) => (state.route.screen === "plan" ? state.route.view : null));
  const today = useUi((state) => state.today);
  const counts = useMemo(() => countsOf(plan, today), [plan, today]);
  const { inBin, due, decisions, issues, proposed, toTest } = counts;
  return (
    <nav className={styles.sidebar} aria-label="Roadmap">
      <button type="button" className={styles.home} onClick={() => run(app, "roadmap.home")}>
        <ChevronLeft size={14} aria-hidden />
        All roadmaps
      </button>
      <div className={styles.title}>
        <h1 className={styles.name} title={plan.roadmap.name}>
          {plan.roadmap.name}
        </h1>
        {plan.roadmap.companyName !== plan.roadmap.name && (
          <p className={styles.company}>{plan.roadmap.companyName}</p>
        )}
      </div>
      <div className={styles.views}>
        {GROUPS.map((group) => (
          <ul key={group[0]?.view} className={styles.group}>
            {group.map(({ view, command, Icon }) => (
              <li key={view}>
                <button
                  type="button"
                  className={styles.item}
                  aria-current={current === view ? "page" : undefined}
                  onClick={() => run(app, command)}
                >
                  <Icon size={16} aria-hidden />
                  <span className={styles.label}>{commandInfo(command).label}</span>
                  {view === "routines" && due > 0 && (
                    <span className={styles.count}>
                      {due}
                      <span className="visually-hidden"> due today or missed</span>
                    </span>
                  )}
                  {view === "issues" && issues > 0 && (
                    <span className={styles.count}>
                      {issues}
                      <span className="visually-hidden"> to solve</span>
                    </span>
                  )}
                  {view === "log" && proposed > 0 && (
                    <span className={styles.count}>
                      {proposed}
                      <span className="visually-hidden"> proposed</span>
                    </span>
                  )}
                  {view === "decisions" && decisions.count > 0 && (
                    <span className={styles.count}>
                      {decisions.count}
                      <span className="visually-hidden">: {decisions.words}</span>
                    </span>
                  )}
                  {view === "review" && toTest > 0 && (
                    <span className={styles.count}>
                      {toTest}
                      <span className="visually-hidden"> to be tested</span>
                    </span>
                  )}
                  {view === "bin" && inBin > 0 && <span className={styles.count}>{inBin}</span>}
                </button>
              </li>
            ))}
          </ul>
        ))}
      </div>
      <ul className={styles.foot}>
        <li>
          <button type="button" className={styles.item} onClick={() => run(app, "app.palette")}>
            <Search size={16} aria-hidden />
            <span className={styles.label}>Search</span>
            <kbd className={styles.keys}>{shortcutWords("Mod+K")}</kbd>
          </button>
        </li>
        <li>
          <button type="button" className={styles.item} onClick={() => run(app, "roadmap.settings")}>
            <Settings2 size={16} aria-hidden />
            <span className={styles.label}>Roadmap details</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}
