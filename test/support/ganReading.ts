/**
 * A second, plain reading of GanttProject files, against which the import is checked: a scan of tags with a
 * regular expression and a walk from day to day, sharing no code with shared/.
 */
export interface PlainTask {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly start: string;
  /** Last worked day, as GanttProject shows it. */
  readonly finish: string;
  isGroup: boolean;
}

export interface PlainGan {
  readonly tasks: readonly PlainTask[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
  readonly allocations: number;
}

type Attributes = Readonly<Record<string, string>>;

export function readGanPlainly(xml: string): PlainGan {
  const isWorked = calendarOf(xml);
  const tasks: PlainTask[] = [];
  const depends: { from: PlainTask; id: string }[] = [];
  const open: PlainTask[] = [];
  for (const [, closing, tag, raw, selfClosing] of xml.matchAll(
    /<(\/?)(task|depend)\b((?:[^>"]|"[^"]*")*?)(\/?)>/g,
  )) {
    const attributes = attributesOf(raw ?? "");
    const parent = open.at(-1);
    if (closing) open.pop();
    else if (tag === "depend" && parent) depends.push({ from: parent, id: attributes.id ?? "" });
    else if (tag === "task") {
      if (parent) parent.isGroup = true;
      const task = taskOf(attributes, parent?.name.trim() ?? null, isWorked);
      tasks.push(task);
      if (!selfClosing) open.push(task);
    }
  }
  const links = depends.map(({ from, id }) => ({
    from: from.name.trim(),
    to: tasks.find((task) => task.id === id)?.name.trim() ?? "?",
  }));
  return { tasks, links, allocations: [...xml.matchAll(/<allocation /g)].length };
}

function taskOf(attributes: Attributes, parent: string | null, isWorked: (day: Date) => boolean): PlainTask {
  const start = attributes.start ?? "";
  const isMilestone = attributes.meeting === "true";
  const finish = isMilestone ? start : lastWorkedDay(start, Number(attributes.duration), isWorked);
  return { id: attributes.id ?? "", name: attributes.name ?? "", parent, start, finish, isGroup: false };
}

function lastWorkedDay(start: string, duration: number, isWorked: (day: Date) => boolean): string {
  const day = new Date(`${start}T00:00:00Z`);
  let last = start;
  for (let left = duration; left > 0; day.setUTCDate(day.getUTCDate() + 1)) {
    if (!isWorked(day)) continue;
    left--;
    last = day.toISOString().slice(0, 10);
  }
  return last;
}

function calendarOf(xml: string): (day: Date) => boolean {
  const week = attributesOf(/<default-week\b([^>]*)>/.exec(xml)?.[1] ?? "");
  const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  const weekendsWorked = /<only-show-weekends value="true"/.test(xml);
  const dated = new Map<string, string>();
  const yearly = new Map<string, string>();
  for (const [, raw] of xml.matchAll(/<date\b([^>]*?)\/?>/g)) {
    const { year, month, date, type } = attributesOf(raw ?? "");
    const day = `${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
    (year ? dated : yearly).set(year ? `${year}-${day}` : day, type || "HOLIDAY");
  }
  return (day) => {
    const iso = day.toISOString().slice(0, 10);
    const own = dated.get(iso);
    if (own === "WORKING_DAY") return true;
    if (own === "HOLIDAY" || yearly.get(iso.slice(5)) === "HOLIDAY") return false;
    return weekendsWorked || week[names[day.getUTCDay()] as string] !== "1";
  };
}

function attributesOf(raw: string): Attributes {
  return Object.fromEntries([...raw.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}
