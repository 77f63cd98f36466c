interface Props {
  /** Where the words begin, or end. */
  readonly x: number;
  readonly anchor: "start" | "end";
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
}

const AROUND = 1.2;

/**
 * White behind words that lines run behind. A rectangle, since outlined letters would be embedded in the PDF as
 * drawings, each of them anew for every size.
 */
export function WordGround({ x, anchor, y, width, size }: Props) {
  const left = anchor === "start" ? x : x - width;
  return (
    <rect
      className="word-ground"
      x={left - AROUND}
      y={y - size * 0.86}
      width={width + 2 * AROUND}
      height={size * 1.16}
    />
  );
}
