/** What the page may ask of the system: to copy to the clipboard, to keep its storage, and to fill the screen when it presents. Nothing else. */
import type { Session } from "electron";

const ALLOWED: readonly string[] = ["clipboard-sanitized-write", "persistent-storage", "fullscreen"];

export function limitPermissions(
  session: Pick<
    Session,
    "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler"
  >,
  isAppUrl: (url: string) => boolean,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(ALLOWED.includes(permission) && isAppUrl(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED.includes(permission) && isAppUrl(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
