import { type ReactNode, useEffect, useRef } from "react";

interface OpenedControlProps {
  /** A control with one button that opens a list. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly onClosed: () => void;
}

/** Opens the list of the control inside as soon as it is on screen, and tells when the list closes. */
export function OpenedControl({ children, className, onClosed }: OpenedControlProps) {
  const box = useRef<HTMLSpanElement>(null);
  const closed = useRef(onClosed);
  closed.current = onClosed;
  useEffect(() => {
    const button = box.current?.querySelector("button");
    if (!button) return;
    let wasOpen = false;
    const observer = new MutationObserver(() => {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      if (wasOpen && !isOpen) closed.current();
      wasOpen = isOpen;
    });
    observer.observe(button, { attributes: true, attributeFilter: ["aria-expanded"] });
    // A list is known to its control a moment after both are on screen; before, there would be nothing to open.
    const timer = window.setTimeout(() => button.click(), 0);
    return () => {
      window.clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return (
    <span ref={box} className={className}>
      {children}
    </span>
  );
}
