import { addDays, type Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { aPlan, type StageLiteral } from "./builders.ts";

interface Tongue {
  readonly stage: string;
  readonly milestone: string;
  readonly tasks: readonly string[];
  readonly person: string;
  readonly role: string;
}

/** Lines that mix directions, digits and brackets, and one long enough to break in each script. */
const TONGUES: readonly Tongue[] = [
  {
    stage: "Idée → Prüfung",
    milestone: "Première vente à Łódź",
    tasks: ["Größe der Küche messen (24 m²)", "Signer le bail d’Åsa Ødegård ✓"],
    person: "Zoë Nguyễn",
    role: "Geschäftsführerin",
  },
  {
    stage: "Первый клиент",
    milestone: "Печь установлена и принята",
    tasks: ["Подписать договор аренды помещения на улице Садовой, дом 17", "Наняти пекаря їжі"],
    person: "Олена Ґонта",
    role: "Операционный директор",
  },
  {
    stage: "Πρώτος πελάτης",
    milestone: "Άνοιγμα του καταστήματος",
    tasks: ["Υπογραφή του μισθωτηρίου συμβολαίου με τον ιδιοκτήτη", "Δοκιμή φούρνου"],
    person: "Νίκος Παππάς",
    role: "Μάγειρας",
  },
  {
    stage: "العميل الأول",
    milestone: "افتتاح المتجر في دبي (المرحلة 2)",
    tasks: [
      "توقيع عقد الإيجار مع مالك المبنى قبل نهاية شهر مارس",
      "شراء Oven 3000 من المورّد!",
      "راه‌اندازی پخت نان گرم",
    ],
    person: "نور الدين الحسن",
    role: "مديرة العمليات",
  },
  {
    stage: "לקוח ראשון",
    milestone: "פתיחת החנות בחיפה, שלב 3",
    tasks: ["חתימה על חוזה השכירות עם בעל הבית לפני סוף מרץ", "בדיקת התנור (פעמיים)!"],
    person: "נועה כהן",
    role: "אופה ראשית",
  },
  {
    stage: "第一批客户",
    milestone: "门店开业",
    tasks: ["与房东签署租赁合同，并在三月底之前支付首期款项；检查厨房设备。", "市场调查"],
    person: "王小明",
    role: "运营总监",
  },
  {
    stage: "最初のお客様",
    milestone: "ピザ窯の設置が完了",
    tasks: ["大家さんと賃貸契約を結び、三月末までに最初の支払いを済ませる。", "従業員を「二名」採用する"],
    person: "佐藤さくら",
    role: "店長になる人",
  },
  {
    stage: "첫 고객",
    milestone: "가게를 여는 날",
    tasks: ["건물주와 임대 계약을 체결하고 3월 말까지 첫 대금을 지급한다", "직원 두 명 채용"],
    person: "김민준",
    role: "운영 책임자",
  },
  {
    stage: "पहला ग्राहक",
    milestone: "दुकान का उद्घाटन",
    tasks: ["मार्च के अंत से पहले मकान मालिक के साथ किराये के अनुबंध पर हस्ताक्षर करें", "रसोइये की नियुक्ति"],
    person: "प्रिया शर्मा",
    role: "संचालन प्रमुख",
  },
  {
    stage: "ลูกค้ารายแรก",
    milestone: "Launch party 🎉 🍕 👩‍👩‍👧 🇫🇷 ⚠️",
    tasks: ["ลงนามในสัญญาเช่ากับเจ้าของอาคารก่อนสิ้นเดือนมีนาคมและตรวจสอบอุปกรณ์ครัว", "Taste ten 🍕 with 20 guests 🚀"],
    person: "สมชาย ใจดี",
    role: "หัวหน้าครัว 👨🏽‍🍳",
  },
];

const FIRST: Day = "2027-01-04";

/** A plan in ten scripts and emoji, each with a stage, a milestone, tasks and a person of its own; then these. */
export function scriptsPlan(more: readonly StageLiteral[] = []): Plan {
  return aPlan({
    roadmap: {
      companyName: "Пекарня مخبز 面包店",
      name: "One plan, many scripts",
      vision: "Bread for everyone: хлеб, ψωμί, خبز, לחם, 面包, パン, 빵, रोटी, ขนมปัง 🥖",
      ceoId: "who0",
      cooId: "who3",
    },
    people: TONGUES.map(({ person, role }, i) => ({ id: `who${i}`, name: person, role })),
    stages: [
      ...TONGUES.map(({ stage, milestone, tasks }, i) => ({
        name: stage,
        goal: tasks[0] ?? "",
        holds: [
          {
            milestone,
            date: addDays(FIRST, i * 21 + 18),
            ownerId: `who${i}`,
            holds: tasks.map((task, n) => ({
              task,
              start: addDays(FIRST, i * 21 + n * 7),
              durationDays: 5,
              does: [`who${i}`],
              accountableId: `who${(i + 3) % TONGUES.length}`,
            })),
          },
        ],
      })),
      ...more,
    ],
  });
}
