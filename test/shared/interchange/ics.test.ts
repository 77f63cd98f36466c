import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "#shared/domain/day.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { writeIcs } from "#shared/interchange/ics.ts";
import { writeMarkdown } from "#shared/interchange/markdown.ts";
import { writeMermaid } from "#shared/interchange/mermaid.ts";
import { dueDays } from "#shared/routines/due.ts";
import { aPlan, START } from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";

const NOW = "2027-01-04T09:00:00.000Z";
const LAST = addDays(START, 800);

const calendar = (text: string) => new ICAL.Component(ICAL.parse(text));
const events = (text: string) => calendar(text).getAllSubcomponents("vevent");

/** The days on which ical.js has an entry of a routine, up to the end of the window. */
function expanded(text: string): Day[] {
  const all = events(text).map((component) => new ICAL.Event(component));
  const days: string[] = [];
  for (const event of all.filter((one) => !one.isRecurrenceException())) {
    for (const other of all)
      if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
    if (!event.isRecurring()) {
      days.push(event.startDate.toString());
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.toString() <= addDays(LAST, 60); next = iterator.next())
      days.push(event.getOccurrenceDetails(next).startDate.toString());
  }
  return days.filter((day) => day <= LAST).sort();
}

const RULES = [
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=3;COUNT=40",
  "FREQ=WEEKLY;BYDAY=MO,TH",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
  "FREQ=WEEKLY",
  "FREQ=MONTHLY",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=MONTHLY;BYDAY=2TU",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31",
  "FREQ=YEARLY",
  "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
  "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20271231",
] as const;

function aRoutine(rule: string, dice: Chance): Partial<Routine> & { readonly name: string } {
  const firstRun = addDays(START, dice.whole(0, 40));
  const plain = { name: "Count the till", rule, firstRun };
  const [alone] = [...aPlan({ routines: [plain] }).routines.values()];
  const days = alone ? dueDays(alone, START, LAST).slice(0, 12) : [];
  const skipped = days.filter(() => dice.next() < 0.15);
  const left = days.filter((day) => !skipped.includes(day));
  const moved = left
    .filter(() => dice.next() < 0.2)
    .map((from) => ({ from, to: addDays(from, dice.whole(-2, 4)) }));
  return {
    ...plain,
    skipped,
    moved,
    endedOn: dice.next() < 0.3 ? addDays(START, dice.whole(60, 400)) : null,
  };
}

describe("a plan as iCalendar", () => {
  it.each(RULES)("has the runs of %s on the days we have them on", (rule) => {
    for (let seed = 1; seed <= 6; seed++) {
      const plan = aPlan({ routines: [aRoutine(rule, chance(seed))] });
      const [routine] = [...plan.routines.values()];
      expect(expanded(writeIcs(plan, { exportedAt: NOW })), `seed ${seed}`).toEqual(
        routine ? dueDays(routine, START, LAST) : [],
      );
    }
  });

  const plan = aPlan({
    people: [{ name: 'Ana; "CEO"' }, { name: "Ben" }],
    stages: [
      {
        name: "Idea, first",
        holds: [
          {
            milestone: "Open",
            date: "2027-02-01",
            ownerId: "Ben",
            holds: [
              { task: "Lease", durationDays: 5, does: ["Ben"], notes: "Line one\nBEGIN:VEVENT; a, b \\ c" },
              {
                task: `Fit out ${"é🍕".repeat(60)}`,
                id: "fit",
                start: "2027-01-13",
                durationDays: 3,
                handovers: [
                  {
                    byId: 'Ana; "CEO"',
                    toId: "Ben",
                    level: 5,
                    on: START,
                    state: "acknowledged",
                    reason: "",
                    followUpOn: null,
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    links: [
      { from: "Lease", to: "fit", lagDays: 2, lagKind: "elapsed" },
      { from: "fit", to: "Open", type: "FF", lagDays: -1 },
    ],
  });
  const text = writeIcs(plan, { exportedAt: NOW });

  it("is folded, keeps its UIDs, and rises with every file", () => {
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const later = writeIcs(plan, { exportedAt: "2027-01-04T09:00:01.000Z" });
    const values = (file: string, name: string) =>
      events(file).map((e) => e.getFirstPropertyValue(name)?.toString());
    expect(values(later, "uid")).toEqual(values(text, "uid"));
    expect(Number(values(later, "sequence")[0])).toBe(Number(values(text, "sequence")[0]) + 1);
  });

  it("has whole days with an end after the last, links with their gap, and who handed over to whom", () => {
    const [open, lease, fit] = events(text);
    const of = (e: ICAL.Component | undefined, name: string) =>
      e?.getAllProperties(name).map((p) => p.toICALString());
    expect(of(lease, "dtstart")).toEqual(["DTSTART;VALUE=DATE:20270104"]);
    expect(of(lease, "dtend")).toEqual(["DTEND;VALUE=DATE:20270109"]);
    expect(lease?.getFirstPropertyValue("description")).toContain("Line one\nBEGIN:VEVENT; a, b \\ c");
    expect(fit?.getFirstPropertyValue("summary")).toBe(`Fit out ${"é🍕".repeat(60)}`);
    expect(of(fit, "related-to")).toEqual([
      "RELATED-TO;RELTYPE=PARENT:Open@groundwork",
      "RELATED-TO;RELTYPE=FINISHTOFINISH;GAP=-P1D:Open@groundwork",
      "RELATED-TO;RELTYPE=DEPENDS-ON:Lease@groundwork",
    ]);
    // In time from the earlier to the later (RFC 9253, 4.2), and the later depends on the earlier (section 5).
    expect(of(lease, "related-to")).toEqual([
      "RELATED-TO;RELTYPE=PARENT:Open@groundwork",
      "RELATED-TO;RELTYPE=FINISHTOSTART;GAP=P2D:fit@groundwork",
    ]);
    expect(of(open, "related-to")).toEqual(["RELATED-TO;RELTYPE=DEPENDS-ON:fit@groundwork"]);
    const attendees = fit?.getAllProperties("attendee") ?? [];
    expect(attendees.map((a) => [a.getParameter("cn"), a.getParameter("partstat")])).toEqual([
      ["Ana; 'CEO'", "DELEGATED"],
      ["Ben", "ACCEPTED"],
    ]);
    expect(attendees[0]?.getParameter("delegated-to")).toBe(attendees[1]?.getFirstValue());
  });

  it("points to what the steps of a workflow point to, in the form of RFC 9253, and to nothing unsafe", () => {
    const step = (text: string, link: string) => ({
      id: text,
      text,
      link,
      role: "",
      minutes: null,
      note: "",
    });
    const steps = [
      step('Read "it"', "https://example.com/a;b"),
      step("x", "javascript:alert(1)"),
      step("y", ""),
    ];
    const workflow = aPlan({
      procedures: [{ name: "Opening", id: "opening", steps }],
      routines: [{ name: "Open up", procedureId: "opening" }],
    });
    const [opened] = events(writeIcs(workflow, { exportedAt: NOW }));
    expect(
      opened?.getAllProperties("link").map((link) => [link.getParameter("label"), link.getFirstValue()]),
    ).toEqual([["Read 'it'", "https://example.com/a;b"]]);
  });

  it("is told in Mermaid with sections, days and signs that cannot end a line", () => {
    const odd = aPlan({
      stages: [
        {
          name: "A: b",
          holds: [
            { task: "T;1\n%%x", durationDays: 2 },
            { task: "Next", start: "2027-01-06", status: "done" },
            { milestone: "M", date: "2027-02-01" },
          ],
        },
      ],
      links: [{ from: "T;1\n%%x", to: "Next" }],
    });
    expect(writeMermaid(odd).split("\n").slice(4)).toEqual([
      "  section A∶ b",
      "    T；1 ％％x :t1, 2027-01-04, 2027-01-06",
      "    Next :done, t2, after t1, 2027-01-07",
      "    M :milestone, m3, 2027-02-01, 0d",
      "",
    ]);
  });

  it("is told in Markdown as lists to tick", () => {
    expect(writeMarkdown(plan)).toContain(
      "\n- [ ] **Open** (1 Feb 2027; Ben)\n  - [ ] Lease (4 Jan – 8 Jan 2027; Ben)\n",
    );
  });
});
