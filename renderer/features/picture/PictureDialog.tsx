import { useEffect, useMemo, useState } from "react";
import { useApp } from "#renderer/commands/hooks.ts";
import {
  copyPicture,
  type Drawn,
  drawPicture,
  type PictureChoice,
  savePicture,
} from "#renderer/commands/pictures.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import type { Result } from "#shared/domain/result.ts";
import type { PictureFormat } from "#shared/print/picture.ts";
import styles from "./PictureDialog.module.css";

type What = "plan" | "slide" | "all";

const WHAT: readonly { readonly value: What; readonly label: string }[] = [
  { value: "plan", label: "Plan on a page" },
  { value: "slide", label: "Timeline, what fits a slide" },
  { value: "all", label: "Timeline, every row" },
];

const FORMATS: readonly { readonly value: PictureFormat; readonly label: string }[] = [
  { value: "png", label: "PNG, for any program" },
  { value: "svg", label: "SVG, sharp at any size" },
];

type Size = "1" | "2" | "3";

const SIZES: readonly { readonly value: Size; readonly label: string }[] = [
  { value: "1", label: "1,280 pixels wide" },
  { value: "2", label: "2,560 pixels wide" },
  { value: "3", label: "3,840 pixels wide" },
];

/** The plan on a page or the timeline as a picture, seen before it is saved. */
export function PictureDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const [what, setWhat] = useState<What>("plan");
  const [format, setFormat] = useState<PictureFormat>("png");
  const [size, setSize] = useState<Size>("2");
  const choice = useMemo<PictureChoice>(
    () => ({
      picture: what === "plan" ? "plan" : "timeline",
      rows: what === "all" ? "all" : "slide",
      scale: size === "1" ? 1 : size === "2" ? 2 : 3,
    }),
    [what, size],
  );
  const preview = usePreview(choice);
  return (
    <Dialog
      title="Picture for slides"
      width="lg"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            onPress={() => {
              onClose();
              void copyPicture(app, choice);
            }}
          >
            Copy picture
          </Button>
          <Button
            variant="primary"
            onPress={() => {
              onClose();
              void savePicture(app, choice, format);
            }}
          >
            Save…
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Choice label="Picture">
          <Select label="Picture" value={what} options={WHAT} onChange={setWhat} framed />
        </Choice>
        <Choice label="Format">
          <Select label="Format" value={format} options={FORMATS} onChange={setFormat} framed />
        </Choice>
        {format === "png" && (
          <Choice label="Size">
            <Select label="Size" value={size} options={SIZES} onChange={setSize} framed />
          </Choice>
        )}
      </div>
      <Preview preview={preview} />
      <p className={styles.note}>
        In the light print colours, whatever the window’s. What lies in the bin is left out, and so are
        private notes.
      </p>
    </Dialog>
  );
}

function Choice({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.choice}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}

/** Null while it is being drawn. */
function usePreview({ picture, rows }: PictureChoice): Result<Drawn> | null {
  const app = useApp();
  const [preview, setPreview] = useState<Result<Drawn> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setPreview(null);
    void drawPicture(app, { picture, rows, scale: 1 }, "svg").then((drawn) => {
      if (isCurrent) setPreview(drawn);
    });
    return () => {
      isCurrent = false;
    };
  }, [app, picture, rows]);
  return preview;
}

function Preview({ preview }: { readonly preview: Result<Drawn> | null }) {
  if (preview && !preview.ok) {
    return (
      <p role="alert" className={styles.problem}>
        {preview.problem.message}
      </p>
    );
  }
  return (
    <>
      <div className={styles.frame} aria-busy={preview === null}>
        {preview ? (
          <img
            className={styles.picture}
            alt="What will be saved"
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(preview.value.content)}`}
          />
        ) : (
          <p role="status" className={styles.note}>
            Drawing…
          </p>
        )}
      </div>
      {preview && preview.value.left !== "" && <p className={styles.note}>{preview.value.left}</p>}
    </>
  );
}
