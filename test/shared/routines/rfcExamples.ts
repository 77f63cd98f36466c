/**
 * The examples of RFC 5545, section 3.8.5.3, that speak of days; left out are those of hours and minutes. Days are
 * copied from the RFC. Its UNTIL=19971224T000000Z is an evening of 23 December in New York, where the runs are at 9.
 */
export interface RfcExample {
  readonly name: string;
  readonly rule: string;
  readonly first: string;
  /** `1997-09: 2-11 15` lists days of a month. */
  readonly days: readonly string[];
  /** The RFC's list goes on with dots. */
  readonly goesOn?: boolean;
  readonly except?: readonly string[];
}

const S2 = "1997-09-02";

export const RFC_EXAMPLES: readonly RfcExample[] = [
  { name: "daily for 10 occurrences", rule: "FREQ=DAILY;COUNT=10", first: S2, days: ["1997-09: 2-11"] },
  {
    name: "daily until December 24, 1997",
    rule: "FREQ=DAILY;UNTIL=19971223",
    first: S2,
    days: ["1997-09: 2-30", "1997-10: 1-31", "1997-11: 1-30", "1997-12: 1-23"],
  },
  {
    name: "every other day",
    rule: "FREQ=DAILY;INTERVAL=2",
    first: S2,
    days: [
      "1997-09: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30",
      "1997-10: 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30",
      "1997-11: 1 3 5 7 9 11 13 15 17 19 21 23 25 27 29",
      "1997-12: 1 3",
    ],
    goesOn: true,
  },
  {
    name: "every 10 days, 5 occurrences",
    rule: "FREQ=DAILY;INTERVAL=10;COUNT=5",
    first: S2,
    days: ["1997-09: 2 12 22", "1997-10: 2 12"],
  },
  {
    name: "every day in January, for three years, yearly",
    rule: "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    first: "1998-01-01",
    days: ["1998-01: 1-31", "1999-01: 1-31", "2000-01: 1-31"],
  },
  {
    name: "every day in January, for three years, daily",
    rule: "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
    first: "1998-01-01",
    days: ["1998-01: 1-31", "1999-01: 1-31", "2000-01: 1-31"],
  },
  {
    name: "weekly for 10 occurrences",
    rule: "FREQ=WEEKLY;COUNT=10",
    first: S2,
    days: ["1997-09: 2 9 16 23 30", "1997-10: 7 14 21 28", "1997-11: 4"],
  },
  {
    name: "weekly until December 24, 1997",
    rule: "FREQ=WEEKLY;UNTIL=19971223",
    first: S2,
    days: ["1997-09: 2 9 16 23 30", "1997-10: 7 14 21 28", "1997-11: 4 11 18 25", "1997-12: 2 9 16 23"],
  },
  {
    name: "every other week",
    rule: "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    first: S2,
    days: [
      "1997-09: 2 16 30",
      "1997-10: 14 28",
      "1997-11: 11 25",
      "1997-12: 9 23",
      "1998-01: 6 20",
      "1998-02: 3 17",
    ],
    goesOn: true,
  },
  {
    name: "weekly on Tuesday and Thursday for five weeks, until",
    rule: "FREQ=WEEKLY;UNTIL=19971006;WKST=SU;BYDAY=TU,TH",
    first: S2,
    days: ["1997-09: 2 4 9 11 16 18 23 25 30", "1997-10: 2"],
  },
  {
    name: "weekly on Tuesday and Thursday for five weeks, count",
    rule: "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    first: S2,
    days: ["1997-09: 2 4 9 11 16 18 23 25 30", "1997-10: 2"],
  },
  {
    name: "every other week on Monday, Wednesday and Friday until December 24, 1997",
    rule: "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971223;WKST=SU;BYDAY=MO,WE,FR",
    first: "1997-09-01",
    days: [
      "1997-09: 1 3 5 15 17 19 29",
      "1997-10: 1 3 13 15 17 27 29 31",
      "1997-11: 10 12 14 24 26 28",
      "1997-12: 8 10 12 22",
    ],
  },
  {
    name: "every other week on Tuesday and Thursday, for 8 occurrences",
    rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    first: S2,
    days: ["1997-09: 2 4 16 18 30", "1997-10: 2 14 16"],
  },
  {
    name: "monthly on the first Friday for 10 occurrences",
    rule: "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    first: "1997-09-05",
    days: [
      "1997-09: 5",
      "1997-10: 3",
      "1997-11: 7",
      "1997-12: 5",
      "1998-01: 2",
      "1998-02: 6",
      "1998-03: 6",
      "1998-04: 3",
      "1998-05: 1",
      "1998-06: 5",
    ],
  },
  {
    name: "monthly on the first Friday until December 24, 1997",
    rule: "FREQ=MONTHLY;UNTIL=19971223;BYDAY=1FR",
    first: "1997-09-05",
    days: ["1997-09: 5", "1997-10: 3", "1997-11: 7", "1997-12: 5"],
  },
  {
    name: "every other month on the first and last Sunday for 10 occurrences",
    rule: "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    first: "1997-09-07",
    days: ["1997-09: 7 28", "1997-11: 2 30", "1998-01: 4 25", "1998-03: 1 29", "1998-05: 3 31"],
  },
  {
    name: "monthly on the second-to-last Monday for 6 months",
    rule: "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    first: "1997-09-22",
    days: ["1997-09: 22", "1997-10: 20", "1997-11: 17", "1997-12: 22", "1998-01: 19", "1998-02: 16"],
  },
  {
    name: "monthly on the third-to-the-last day",
    rule: "FREQ=MONTHLY;BYMONTHDAY=-3",
    first: "1997-09-28",
    days: ["1997-09: 28", "1997-10: 29", "1997-11: 28", "1997-12: 29", "1998-01: 29", "1998-02: 26"],
    goesOn: true,
  },
  {
    name: "monthly on the 2nd and 15th for 10 occurrences",
    rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    first: S2,
    days: ["1997-09: 2 15", "1997-10: 2 15", "1997-11: 2 15", "1997-12: 2 15", "1998-01: 2 15"],
  },
  {
    name: "monthly on the first and last day for 10 occurrences",
    rule: "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    first: "1997-09-30",
    days: ["1997-09: 30", "1997-10: 1 31", "1997-11: 1 30", "1997-12: 1 31", "1998-01: 1 31", "1998-02: 1"],
  },
  {
    name: "every 18 months on the 10th to 15th for 10 occurrences",
    rule: "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    first: "1997-09-10",
    days: ["1997-09: 10-15", "1999-03: 10-13"],
  },
  {
    name: "every Tuesday, every other month",
    rule: "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    first: S2,
    days: ["1997-09: 2 9 16 23 30", "1997-11: 4 11 18 25", "1998-01: 6 13 20 27", "1998-03: 3 10 17 24 31"],
    goesOn: true,
  },
  {
    name: "yearly in June and July for 10 occurrences",
    rule: "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    first: "1997-06-10",
    days: ["1997", "1998", "1999", "2000", "2001"].flatMap((year) => [`${year}-06: 10`, `${year}-07: 10`]),
  },
  {
    name: "every other year in January, February and March for 10 occurrences",
    rule: "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    first: "1997-03-10",
    days: [
      "1997-03: 10",
      ...["1999", "2001", "2003"].flatMap((year) => [`${year}-01: 10`, `${year}-02: 10`, `${year}-03: 10`]),
    ],
  },
  {
    name: "every third year on the 1st, 100th and 200th day for 10 occurrences",
    rule: "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    first: "1997-01-01",
    days: [
      "1997-01: 1",
      "1997-04: 10",
      "1997-07: 19",
      "2000-01: 1",
      "2000-04: 9",
      "2000-07: 18",
      "2003-01: 1",
      "2003-04: 10",
      "2003-07: 19",
      "2006-01: 1",
    ],
  },
  {
    name: "every 20th Monday of the year",
    rule: "FREQ=YEARLY;BYDAY=20MO",
    first: "1997-05-19",
    days: ["1997-05: 19", "1998-05: 18", "1999-05: 17"],
    goesOn: true,
  },
  {
    name: "Monday of week number 20",
    rule: "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    first: "1997-05-12",
    days: ["1997-05: 12", "1998-05: 11", "1999-05: 17"],
    goesOn: true,
  },
  {
    name: "every Thursday in March",
    rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    first: "1997-03-13",
    days: ["1997-03: 13 20 27", "1998-03: 5 12 19 26", "1999-03: 4 11 18 25"],
    goesOn: true,
  },
  {
    name: "every Thursday in June, July and August",
    rule: "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    first: "1997-06-05",
    days: [
      "1997-06: 5 12 19 26",
      "1997-07: 3 10 17 24 31",
      "1997-08: 7 14 21 28",
      "1998-06: 4 11 18 25",
      "1998-07: 2 9 16 23 30",
      "1998-08: 6 13 20 27",
      "1999-06: 3 10 17 24",
      "1999-07: 1 8 15 22 29",
      "1999-08: 5 12 19 26",
    ],
    goesOn: true,
  },
  {
    name: "every Friday the 13th",
    rule: "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    first: S2,
    except: [S2],
    days: ["1998-02: 13", "1998-03: 13", "1998-11: 13", "1999-08: 13", "2000-10: 13"],
    goesOn: true,
  },
  {
    name: "the first Saturday that follows the first Sunday of the month",
    rule: "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    first: "1997-09-13",
    days: [
      "1997-09: 13",
      "1997-10: 11",
      "1997-11: 8",
      "1997-12: 13",
      "1998-01: 10",
      "1998-02: 7",
      "1998-03: 7",
      "1998-04: 11",
      "1998-05: 9",
      "1998-06: 13",
    ],
    goesOn: true,
  },
  {
    name: "every 4 years, the first Tuesday after a Monday in November",
    rule: "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    first: "1996-11-05",
    days: ["1996-11: 5", "2000-11: 7", "2004-11: 2"],
    goesOn: true,
  },
  {
    name: "the third Tuesday, Wednesday or Thursday of the month, for 3 months",
    rule: "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    first: "1997-09-04",
    days: ["1997-09: 4", "1997-10: 7", "1997-11: 6"],
  },
  {
    name: "the second-to-last weekday of the month",
    rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    first: "1997-09-29",
    days: [
      "1997-09: 29",
      "1997-10: 30",
      "1997-11: 27",
      "1997-12: 30",
      "1998-01: 29",
      "1998-02: 26",
      "1998-03: 30",
    ],
    goesOn: true,
  },
  {
    name: "weeks that begin on Monday",
    rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    first: "1997-08-05",
    days: ["1997-08: 5 10 19 24"],
  },
  {
    name: "weeks that begin on Sunday",
    rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    first: "1997-08-05",
    days: ["1997-08: 5 17 19 31"],
  },
  {
    name: "an invalid date (February 30) is ignored",
    rule: "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    first: "2007-01-15",
    days: ["2007-01: 15 30", "2007-02: 15", "2007-03: 15 30"],
  },
];

/** `1997-09: 2-4 7` as days. */
export function daysIn(lists: readonly string[]): string[] {
  return lists.flatMap((list) => {
    const [month, days] = list.split(": ") as [string, string];
    return days.split(" ").flatMap((item) => {
      const [from, to] = item.split("-").map(Number) as [number, number | undefined];
      const length = (to ?? from) - from + 1;
      return Array.from({ length }, (_, i) => `${month}-${String(from + i).padStart(2, "0")}`);
    });
  });
}
