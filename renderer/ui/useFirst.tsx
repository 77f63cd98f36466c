import { type ReactNode, useRef, useState } from "react";
import { Button } from "./Button.tsx";

interface First<T> {
  readonly shown: readonly T[];
  /** Stands right after the list; nothing once all is shown. */
  readonly more: ReactNode;
}

/** The first rows of a long list, and a button for the next ones: what is beyond is not drawn. */
export function useFirst<T>(all: readonly T[], first: number, step: number): First<T> {
  const [extra, setExtra] = useState(0);
  const limit = first + extra;
  const left = all.length - limit;
  if (left <= 0) return { shown: all, more: null };
  return {
    shown: all.slice(0, limit),
    more: <ShowMore left={left} step={step} onMore={() => setExtra(extra + step)} />,
  };
}

interface ShowMoreProps {
  readonly left: number;
  readonly step: number;
  readonly onMore: () => void;
}

/** The keyboard goes on in the first of the new rows, for the button may be gone. */
function ShowMore({ left, step, onMore }: ShowMoreProps) {
  const box = useRef<HTMLDivElement>(null);
  function show(): void {
    const list = box.current?.previousElementSibling;
    const at = list?.children.length ?? 0;
    onMore();
    requestAnimationFrame(() => list?.children[at]?.querySelector<HTMLElement>("button, input")?.focus());
  }
  const next = Math.min(left, step).toLocaleString("en");
  return (
    <div ref={box}>
      <Button size="sm" variant="quiet" onPress={show}>
        {left > step ? `Show ${next} of ${left.toLocaleString("en")} more` : `Show ${next} more`}
      </Button>
    </div>
  );
}
