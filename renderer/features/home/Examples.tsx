import { Pizza, Scale } from "lucide-react";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { openExample } from "#renderer/commands/roadmaps.ts";
import styles from "./Examples.module.css";

const EXAMPLES = [
  {
    name: "Pizza shop",
    text: "One wood-fired oven to a small group with delivery.",
    Icon: Pizza,
    load: async () => (await import("#assets/examples/pizza-shop.groundwork?raw")).default,
  },
  {
    name: "Immigration law office",
    text: "A solo attorney to a firm with two offices.",
    Icon: Scale,
    load: async () => (await import("#assets/examples/immigration-law-office.groundwork?raw")).default,
  },
] as const;

export function Examples() {
  const app = useApp();
  const readOnly = useReadOnly();
  if (readOnly) return null;
  return (
    <section className={styles.section} aria-labelledby="examples-title">
      <h2 id="examples-title" className={styles.title}>
        Worked examples
      </h2>
      <p className={styles.hint}>Opens a copy of your own to look around in and change.</p>
      <ul className={styles.cards}>
        {EXAMPLES.map(({ name, text, Icon, load }) => (
          <li key={name}>
            <button type="button" className={styles.card} onClick={() => void openExample(app, load)}>
              <Icon size={20} className={styles.icon} aria-hidden />
              <span className={styles.words}>
                <span className={styles.name}>{name}</span>
                <span className={styles.text}>{text}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
