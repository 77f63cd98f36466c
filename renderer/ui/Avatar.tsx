import { initialsOf } from "#shared/domain/person.ts";
import styles from "./Avatar.module.css";

interface AvatarProps {
  readonly name: string;
  readonly size?: number;
}

/** A person's initials in a circle. Always beside the name or with one in a tooltip, so hidden from screen readers. */
export function Avatar({ name, size = 20 }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={`${styles.avatar} ${styles[`hue${hueOf(name)}`]}`}
      data-initials={initialsOf(name)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
    />
  );
}

/** The same name has the same hue everywhere. */
function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return (sum % 6) + 1;
}
