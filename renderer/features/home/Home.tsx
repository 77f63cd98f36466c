import { FolderOpen, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useApp, useDocument, useReadOnly } from "#renderer/commands/hooks.ts";
import { run } from "#renderer/commands/registry.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Examples } from "./Examples.tsx";
import styles from "./Home.module.css";
import { RoadmapBin } from "./RoadmapBin.tsx";
import { RoadmapRow } from "./RoadmapRow.tsx";

interface HomeProps {
  /** Whether everything is on disk; the shell's. */
  readonly status: ReactNode;
}

export function Home({ status }: HomeProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const roadmaps = useDocument((state) => state.roadmaps);
  const live = [...roadmaps.values()]
    .filter((roadmap) => roadmap.deletedAt === null)
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.header}>
          <div>
            <p className={styles.brand}>Groundwork</p>
            <h1 className={styles.title}>Roadmaps</h1>
          </div>
          <div className={styles.actions}>
            {live.length > 0 && status}
            <Button
              icon={<FolderOpen size={14} />}
              isDisabled={readOnly}
              onPress={() => run(app, "file.open")}
            >
              Open file…
            </Button>
            <Button
              variant="primary"
              icon={<Plus size={14} />}
              isDisabled={readOnly}
              onPress={() => run(app, "roadmap.new")}
            >
              New roadmap
            </Button>
          </div>
        </header>
        {live.length === 0 ? (
          <Welcome />
        ) : (
          <ul className={styles.list} aria-label="Roadmaps">
            {live.map((roadmap) => (
              <RoadmapRow key={roadmap.id} roadmap={roadmap} />
            ))}
          </ul>
        )}
        <Examples />
        <RoadmapBin />
      </div>
    </main>
  );
}

function Welcome() {
  return (
    <section className={styles.welcome}>
      <h2>How does the business grow from here?</h2>
      <p>
        A roadmap answers that in stages: from the idea, to the first customer, to a strong customer base, to
        the business you have in mind. Each stage has milestones you can prove, and tasks that somebody
        answers for.
      </p>
      <p>Start one together, or look at a worked example first. Everything stays on this computer.</p>
    </section>
  );
}
