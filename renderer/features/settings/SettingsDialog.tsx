import { useReadOnly } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { Tabs } from "#renderer/ui/Tabs.tsx";
import { HolidaysTab } from "./HolidaysTab.tsx";
import { RoadmapTab } from "./RoadmapTab.tsx";
import styles from "./settings.module.css";
import { WorkingDaysTab } from "./WorkingDaysTab.tsx";

/** Company, vision, who leads, and which days are worked. Saves as you go; undo takes each change back. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const readOnly = useReadOnly();
  const part = (content: React.ReactNode) => () => (
    <fieldset disabled={readOnly} className={styles.form}>
      {content}
    </fieldset>
  );
  return (
    <Dialog
      title="Roadmap details"
      width="lg"
      onClose={onClose}
      footer={<Button onPress={onClose}>Done</Button>}
    >
      <Tabs
        label="Roadmap details"
        tabs={[
          { id: "roadmap", label: "Roadmap", content: part(<RoadmapTab />) },
          { id: "days", label: "Working days", content: part(<WorkingDaysTab />) },
          { id: "holidays", label: "Public holidays", content: part(<HolidaysTab />) },
        ]}
      />
    </Dialog>
  );
}
