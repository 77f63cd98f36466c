/** A picture that somebody chose as the logo, made smaller where it is larger than print needs. */
import { type Logo, logoFromBytes, logoSize, MAX_LOGO_BYTES } from "#shared/domain/logo.ts";
import { type Result, refuse } from "#shared/domain/result.ts";

/** Pixels: what prints sharp in the largest place a logo has. */
const ENOUGH = { width: 1_200, height: 400 };
/** More than any logo; nothing larger is read at all. */
const MOST_BYTES = 20 * 1024 * 1024;

export async function chosenLogo(file: File): Promise<Result<Logo>> {
  if (file.size > MOST_BYTES)
    return refuse("logo", "This picture is too large for a logo. Choose one of at most 20 MB.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const size = logoSize(bytes);
  const isLarge = bytes.length > MAX_LOGO_BYTES || (size !== null && size.width > 4 * ENOUGH.width);
  const smaller = size && isLarge ? await shrunk(file) : null;
  return logoFromBytes(smaller ?? bytes);
}

/** Null where the browser cannot draw it; the file is then judged as it is. */
async function shrunk(file: File): Promise<Uint8Array | null> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, ENOUGH.width / picture.width, ENOUGH.height / picture.height);
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    );
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}
