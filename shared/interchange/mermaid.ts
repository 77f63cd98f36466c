/** A plan as a Mermaid gantt chart. Last days are exclusive there, as in its own examples. */
import { addDays, type Day, latest } from "#shared/domain/day.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { linksInto } from "./links-into.ts";
import { cleanText } from "./text.ts";

/** Stages as sections, tasks with their dates; `after` where that says the same as the date. */
export function writeMermaid(plan: Plan): string {
  const nodes = outlineOf(plan).inOrder;
  const idOf = new Map<Id, string>();
  const ends = new Map<Id, Day>();
  const lines = [
    "gantt",
    `  title ${plainName(plan.roadmap.name)}`,
    "  dateFormat YYYY-MM-DD",
    "  axisFormat %d %b %Y",
  ];
  const links = linksInto(plan);
  for (const node of nodes) {
    const { item, start, finish } = node;
    if (item.kind === "stage") lines.push(`  section ${plainName(item.name)}`);
    if (item.kind === "stage" || node.isGroup || start === null || finish === null) continue;
    const id = `${item.kind === "milestone" ? "m" : "t"}${idOf.size + 1}`;
    const isPoint = item.kind === "milestone";
    const end = isPoint ? finish : addDays(finish, 1);
    const after = (links.get(item.id) ?? []).filter(isPlain).map(({ fromId }) => ({
      id: idOf.get(fromId),
      end: ends.get(fromId),
    }));
    const says = after.length > 0 && latest(after.flatMap((one) => one.end ?? [])) === start;
    const isAfter = says && after.every((one) => one.id !== undefined);
    const from = isAfter ? `after ${after.map((one) => one.id).join(" ")}` : start;
    lines.push(`    ${plainName(item.name)} :${[...tags(node), id, from, isPoint ? "0d" : end].join(", ")}`);
    idOf.set(item.id, id);
    ends.set(item.id, end);
  }
  return `${lines.join("\n")}\n`;
}

/** The only kind of link that Mermaid has. */
function isPlain({ type, lagDays }: Dependency): boolean {
  return type === "FS" && lagDays === 0;
}

function tags({ item }: OutlineNode): string[] {
  if (item.kind === "milestone") return ["milestone", ...(item.reachedOn === null ? [] : ["done"])];
  if (item.kind === "stage") return [];
  if (item.status === "done" || item.status === "cancelled") return ["done"];
  return item.status === "not-started" ? [] : item.status === "blocked" ? ["crit", "active"] : ["active"];
}

/** Signs that end a name or a line in Mermaid become ones that look alike. */
function plainName(name: string): string {
  const signs: Record<string, string> = {
    ":": "∶",
    ";": "；",
    "#": "＃",
    ",": "，",
    "%": "％",
    "<": "‹",
    ">": "›",
  };
  const plain = cleanText(name)
    .replace(/[:;#,%<>]/g, (sign) => signs[sign] ?? " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain === "" ? "Unnamed" : plain;
}
