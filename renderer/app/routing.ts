/** The address bar (or Electron's) follows the screen, so that reload and back return to it. */
import type { App } from "#renderer/commands/app.ts";
import { commitDrafts } from "#renderer/commands/drafts.ts";
import { openRoadmap, showHome, showView } from "#renderer/commands/navigation.ts";
import { PLAN_VIEWS, type PlanView, type Route } from "#renderer/store/uiStore.ts";

function hashOf(route: Route): string {
  return route.screen === "home" ? "#/" : `#/roadmap/${encodeURIComponent(route.roadmapId)}/${route.view}`;
}

export function routeOf(hash: string): Route {
  const match = /^#\/roadmap\/([^/]+)(?:\/(\w+))?$/.exec(hash);
  if (!match) return { screen: "home" };
  const view = PLAN_VIEWS.find((name) => name === match[2]) ?? "outline";
  const roadmapId = decoded(match[1] as string);
  return roadmapId === null ? { screen: "home" } : { screen: "plan", roadmapId, view };
}

/** Null for an address that somebody cut short in the middle of a sign. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Opens what the address names, then keeps both in step. */
export async function startRouting(app: App): Promise<void> {
  await follow(app, routeOf(window.location.hash), window.location.hash.split("/").length > 3);
  writeHash(app.ui.getState().route, true);
  app.ui.subscribe((state, before) => {
    if (state.route !== before.route) writeHash(state.route, false);
  });
  window.addEventListener("hashchange", () => void follow(app, routeOf(window.location.hash), true));
}

function writeHash(route: Route, replace: boolean): void {
  const hash = hashOf(route);
  if (hash === window.location.hash) return;
  if (replace) window.history.replaceState(null, "", hash);
  else window.history.pushState(null, "", hash);
}

async function follow(app: App, wanted: Route, viewGiven: boolean): Promise<void> {
  const { route } = app.ui.getState();
  if (hashOf(route) === hashOf(wanted)) return;
  commitDrafts(app);
  if (wanted.screen === "home") showHome(app);
  else if (route.screen === "plan" && route.roadmapId === wanted.roadmapId) showView(app, wanted.view);
  else await openRoadmap(app, wanted.roadmapId, viewGiven ? (wanted.view as PlanView) : undefined);
}
