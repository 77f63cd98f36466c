/** A running drag: where the pointer is in the plan, what it does on the way, at the drop and when cancelled. */
export interface Pointer {
  /** Position in the lanes: x from the start of the axis, y from the first row. */
  readonly x: number;
  readonly y: number;
  readonly clientX: number;
  readonly clientY: number;
}

export interface Gesture {
  /** Cursor while it runs. */
  readonly cursor: string;
  /** Scrolls by itself when the pointer comes to an edge of the window. */
  readonly autoScroll: boolean;
  move(pointer: Pointer): void;
  drop(pointer: Pointer): void;
  cancel(): void;
}
