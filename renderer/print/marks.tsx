/** Small drawings that carry meaning by shape: states, the milestone's diamond. */
import type { MarkShape, StateMark } from "#shared/print/layout/state.ts";

/** A state's shape, 8 points square; the word stands beside it, so it is hidden from readers. */
export function StateShape({ shape, tone }: Pick<StateMark, "shape" | "tone">) {
  return (
    <svg className={`mark tone-${tone}`} width="8pt" height="8pt" viewBox="0 0 8 8" aria-hidden="true">
      <Shape shape={shape} />
    </svg>
  );
}

/** The same within a drawing, its corner at the origin. */
export function Shape({ shape }: { readonly shape: MarkShape }) {
  switch (shape) {
    case "check":
      return (
        <>
          <circle className="fill" cx="4" cy="4" r="3.7" />
          <path className="cut" d="M2.3 4.1L3.5 5.4L5.8 2.8" />
        </>
      );
    case "disc":
      return <circle className="fill" cx="4" cy="4" r="3.3" />;
    case "triangle":
      return <path className="fill" d="M4 0.5L7.8 7.3H0.2Z" />;
    case "square":
      return <rect className="fill" x="0.8" y="0.8" width="6.4" height="6.4" rx="0.6" />;
    case "half":
      return (
        <>
          <circle className="line" cx="4" cy="4" r="3.2" />
          <path className="fill" d="M4 0.8A3.2 3.2 0 0 1 4 7.2Z" />
        </>
      );
    case "pause":
      return <path className="fill" d="M1.6 0.9H3.3V7.1H1.6ZM4.7 0.9H6.4V7.1H4.7Z" />;
    case "bar":
      return (
        <>
          <circle className="fill" cx="4" cy="4" r="3.7" />
          <path className="cut" d="M2 4H6" />
        </>
      );
    case "dash":
      return <path className="line" d="M1.2 4H6.8" />;
    case "ring":
      return <circle className="line" cx="4" cy="4" r="3.2" />;
  }
}

/** State in shape and word. */
export function State({ state }: { readonly state: StateMark }) {
  return (
    <span className="state">
      <StateShape shape={state.shape} tone={state.tone} />
      {state.word}
    </span>
  );
}

interface DiamondProps {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly reached: boolean;
}

/** Filled once reached, hollow while ahead. */
export function Diamond({ x, y, size, colour, reached }: DiamondProps) {
  const half = reached ? size : size - 0.5;
  return (
    <path
      d={`M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`}
      fill={reached ? colour : "white"}
      stroke={colour}
      strokeWidth={reached ? 0 : 1.3}
    />
  );
}
