import { PenLine } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { newReview } from "#renderer/commands/reviews.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { reviewsOf } from "#shared/domain/reviews.ts";
import styles from "./FreshEyes.module.css";
import { ReviewList } from "./ReviewList.tsx";
import { SheetPage } from "./SheetPage.tsx";

/** Review sheets by date, and one of them beside the list. */
export function FreshEyes() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const chosenId = useUi((state) => state.reviewId);
  const reviews = reviewsOf(plan);
  const chosen = reviews.find(({ id }) => id === chosenId) ?? reviews[0];
  if (!chosen) return <Teaching />;
  const hasOpen = reviews.some(({ closedOn }) => closedOn === null);
  return (
    <div className={styles.screen}>
      <div className={styles.master}>
        <ReviewList reviews={reviews} chosenId={chosen.id} />
        {!readOnly && !hasOpen && (
          <div className={styles.foot}>
            <Button icon={<PenLine size={14} aria-hidden />} onPress={() => newReview(app)}>
              New review
            </Button>
          </div>
        )}
      </div>
      <div className={styles.page}>
        <SheetPage key={chosen.id} review={chosen} isLast={chosen === reviews[0]} />
      </div>
    </div>
  );
}

function Teaching() {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <EmptyState title="Nobody has looked at the plan with fresh eyes yet" width={500}>
      <p>
        Before you commit to a plan, look at it once as if somebody else had written it. Imagine that it
        failed and say why. Write down what it takes for true, such as “the bank lends us the second oven”,
        and by when you will know. Then go through what is weak in it: work that nobody has, promises that
        cannot be kept, weeks that are too full.
      </p>
      <p>
        Everything goes on a dated sheet in another ink. Nothing in the plan changes unless you change it.
      </p>
      {!readOnly && (
        <Button variant="primary" icon={<PenLine size={14} aria-hidden />} onPress={() => newReview(app)}>
          New review
        </Button>
      )}
    </EmptyState>
  );
}
