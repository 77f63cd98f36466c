import { type ReactNode, useEffect, useRef } from "react";

interface OpenedControlProps {
  /** A control with one button that opens a list. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly onClosed: () => void;
  /** What was typed before the list was there to take it; asked once, when a field of the list gets the focus. */
  readonly takeTypedAhead?: () => string;
}

/** Opens the list of the control inside as soon as it is on screen, and tells when the list closes. */
export function OpenedControl({ children, className, onClosed, takeTypedAhead }: OpenedControlProps) {
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
    // biome-ignore lint/a11y/noStaticElementInteractions: hears of the focus of the control inside.
    <span
      ref={box}
      className={className}
      onFocus={({ target }) => {
        if (target instanceof HTMLInputElement) typeInto(target, takeTypedAhead?.() ?? "");
      }}
    >
      {children}
    </span>
  );
}

/** Goes past React's own record of the value, as a key press would, so that the field's owner hears of it. */
function typeInto(field: HTMLInputElement, text: string): void {
  if (text === "") return;
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
  set?.call(field, field.value + text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text }));
}
