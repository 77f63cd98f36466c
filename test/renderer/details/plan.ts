import { aPlan } from "#test/support/builders.ts";

/** A pizza shop before it opens. Today is 1 February 2027, a Monday. */
export const TODAY = "2027-02-01";

export function pizzaPlan() {
  return aPlan({
    roadmap: { ceoId: "Ana Lima", cooId: "Bo Chen" },
    people: [
      { name: "Ana Lima", role: "CEO" },
      { name: "Bo Chen", role: "COO" },
      { name: "Dan Ray", deletedAt: "2027-01-20T09:00:00.000Z" },
    ],
    stages: [
      {
        name: "Idea",
        goal: "Somebody wants it.",
        holds: [
          {
            milestone: "Menu agreed",
            date: "2027-01-29",
            health: "at-risk",
            ownerId: "Dan Ray",
            criteria: [
              { id: "c1", text: "Ten dishes", met: true },
              { id: "c2", text: "Priced", met: false },
            ],
            holds: [
              {
                task: "Taste sauces",
                start: "2027-01-11",
                durationDays: 5,
                status: "done",
                progressPct: 100,
              },
              {
                task: "Price dishes",
                start: "2027-01-18",
                durationDays: 5,
                status: "in-progress",
                progressPct: 40,
                effortHours: 16,
                does: ["Ana Lima"],
                accountableId: "Dan Ray",
                notes: "Ask the bakery.",
                checklist: [
                  { id: "s1", text: "Flour", done: true },
                  { id: "s2", text: "Cheese", done: false },
                ],
              },
            ],
          },
        ],
      },
      {
        name: "First customer",
        holds: [
          {
            milestone: "Doors open",
            date: "2027-03-26",
            holds: [
              {
                task: "Build-out",
                holds: [
                  { task: "Floor", start: "2027-02-08", durationDays: 10, status: "done", progressPct: 100 },
                  { task: "Oven", start: "2027-02-22", durationDays: 10 },
                ],
              },
              { task: "Hire cooks", start: "2027-03-01", durationDays: 10 },
            ],
          },
        ],
      },
      { name: "Scale" },
    ],
    links: [
      { from: "Floor", to: "Oven" },
      { from: "Oven", to: "Hire cooks", type: "SS", lagDays: 3 },
    ],
  });
}
