/** A picture that somebody chose as the logo, made smaller where it is larger than print needs. */
import { type Logo, type LogoType, logoFromBytes, logoSize, MAX_LOGO_BYTES } from "#shared/domain/logo.ts";
import { type Result, refuse } from "#shared/domain/result.ts";

/** Pixels: what prints sharp in the largest place a logo has. */
const ENOUGH = { width: 1_200, height: 400 };
/** A drawing stays sharp as PNG; a photograph is small enough as JPEG only. */
const ATTEMPTS: readonly { readonly share: number; readonly type: LogoType }[] = [
  { share: 1, type: "image/png" },
  { share: 0.6, type: "image/png" },
  { share: 1, type: "image/jpeg" },
  { share: 0.5, type: "image/jpeg" },
];
/** More than any logo; nothing larger is read at all. */
const MOST_BYTES = 20 * 1024 * 1024;

export async function chosenLogo(file: File): Promise<Result<Logo>> {
  if (file.size > MOST_BYTES)
    return refuse("logo", "This picture is too large for a logo. Choose one of at most 20 MB.");
  const read = await file.arrayBuffer().catch(() => null);
  if (!read) return refuse("logo", "This picture could not be read. Check that it is still there.");
  const bytes = new Uint8Array(read);
  const size = logoSize(bytes);
  const isLarge = bytes.length > MAX_LOGO_BYTES || (size !== null && size.width > 4 * ENOUGH.width);
  const smaller = size && isLarge ? await shrunk(file) : null;
  return logoFromBytes(smaller ?? bytes);
}

/** The largest that is small enough; null where the browser cannot draw it: the file is then judged as it is. */
async function shrunk(file: File): Promise<Uint8Array | null> {
  try {
    const picture = await createImageBitmap(file);
    try {
      for (const { share, type } of ATTEMPTS) {
        const bytes = await drawn(picture, share, type);
        if (bytes.length <= MAX_LOGO_BYTES) return bytes;
      }
      return null;
    } finally {
      picture.close();
    }
  } catch {
    return null;
  }
}

async function drawn(picture: ImageBitmap, share: number, type: LogoType): Promise<Uint8Array> {
  const { width, height } = picture;
  const scale = share * Math.min(1, ENOUGH.width / width, ENOUGH.height / height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext("2d");
  if (type === "image/jpeg" && context) {
    // What is clear in the picture would turn black.
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  return new Uint8Array(await blob.arrayBuffer());
}
