/** The logo, as large as its place lets it be. Units are points. */
import { bytesOfBase64, type Logo, logoSize } from "#shared/domain/logo.ts";

export interface PlacedLogo {
  /** For the source of a picture. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** In the head of every sheet but the cover. */
export const HEAD_LOGO = { width: 72, height: 16 };

/** Null where there is none, or one that cannot be read. */
export function logoIn(
  logo: Logo | null,
  room: { readonly width: number; readonly height: number },
): PlacedLogo | null {
  const bytes = logo && bytesOfBase64(logo.data);
  const size = bytes && logoSize(bytes);
  if (!logo || !size) return null;
  const scale = Math.min(room.width / size.width, room.height / size.height);
  return {
    url: `data:${logo.type};base64,${logo.data}`,
    width: size.width * scale,
    height: size.height * scale,
  };
}
