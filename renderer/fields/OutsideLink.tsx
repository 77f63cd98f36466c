import { ExternalLink } from "lucide-react";
import { useApp } from "#renderer/commands/hooks.ts";
import { refuseLink } from "#renderer/commands/procedures.ts";
import { linkWords, outsideLink } from "#shared/domain/outsideLink.ts";
import styles from "./OutsideLink.module.css";

/**
 * An address outside the app, opened by the person's own browser or mail program. One that may not be opened, as a
 * file can bring along, says so instead.
 */
export function OutsideLink({ link }: { readonly link: string }) {
  const app = useApp();
  const words = (
    <>
      <span className={styles.words}>{linkWords(link)}</span>
      <ExternalLink size={12} className={styles.mark} aria-hidden />
    </>
  );
  if (!outsideLink(link).ok)
    return (
      <button type="button" className={styles.link} onClick={() => refuseLink(app, link)}>
        {words}
      </button>
    );
  return (
    <a href={link} target="_blank" rel="noopener noreferrer" className={styles.link} title={link}>
      {words}
    </a>
  );
}
