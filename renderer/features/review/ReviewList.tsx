import { ListBox, ListBoxItem } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { deleteReview } from "#renderer/commands/reviews.ts";
import { chosenOne, rowKeys } from "#renderer/ui/chosenOne.ts";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Review } from "#shared/domain/review.ts";
import { reviewName } from "#shared/domain/reviews.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./FreshEyes.module.css";

interface ReviewListProps {
  readonly reviews: readonly Review[];
  readonly chosenId: Id;
}

/** Arrow keys choose, Delete removes to the bin. */
export function ReviewList({ reviews, chosenId }: ReviewListProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const onKeyDown = rowKeys(!readOnly, { remove: () => deleteReview(app, chosenId) });
  return (
    <div className={styles.holder} onKeyDownCapture={onKeyDown}>
      <ListBox
        aria-label="Reviews"
        className={styles.list ?? ""}
        {...chosenOne(chosenId, (id) => app.ui.setState({ reviewId: id }))}
      >
        {reviews.map((review) => (
          <Item key={review.id} review={review} />
        ))}
      </ListBox>
    </div>
  );
}

function Item({ review }: { readonly review: Review }) {
  const { people } = usePlan();
  const today = useUi((state) => state.today);
  const { byId, closedOn, premortem, assumptions } = review;
  const by = people.get(byId ?? "");
  const about = [
    closedOn === null ? "Open" : `Closed ${formatDayNear(closedOn, today)}`,
    by ? personName(by) : "",
  ];
  return (
    <ListBoxItem id={review.id} textValue={reviewName(review)} className={styles.item ?? ""}>
      <span className={styles.itemName}>{reviewName(review)}</span>
      <span className={styles.itemAbout}>{about.filter(Boolean).join(" · ")}</span>
      <span className={styles.itemCounts}>
        {count(premortem.length, "reason")}, {count(assumptions.length, "assumption")}
      </span>
    </ListBoxItem>
  );
}
