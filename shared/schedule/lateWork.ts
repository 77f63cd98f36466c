/** Work that is to lie as late as possible, after a move. */
import { fitBackward, TINY, wholeBelow } from "./axis.ts";
import { boundBack, holdsBack } from "./latest.ts";
import type { Network } from "./network.ts";
import type { Places } from "./placing.ts";
import { setPlace } from "./resolve.ts";
import { furthestBound } from "./storedPlaces.ts";

/**
 * Work that is to lie as late as possible ends just before the first of what follows it. Only where it was told to
 * just now, or where it or a neighbour has moved; later ones first, since they push back those before them.
 */
export function placeLate(
  network: Network,
  places: Places,
  moved: number[],
  dragged: ReadonlySet<number>,
  turned: readonly number[],
): void {
  const near = new Set([...turned, ...moved]);
  for (let index = network.size - 1; index >= 0; index--) {
    if (network.isAlap[index] === 0 || dragged.has(index) || !isNear(network, index, near)) continue;
    const start = latestStart(network, places, index);
    if (start === null || Math.abs(start - (places.at[2 * index] as number)) <= TINY) continue;
    const side = places.sides[index] as number;
    setPlace(places, index, { start, finish: start + (network.duration[index] as number), side });
    if (!moved.includes(index)) moved.push(index);
    near.add(index);
  }
}

function isNear(network: Network, index: number, near: ReadonlySet<number>): boolean {
  if (near.has(index)) return true;
  const has = ({ offsets, link }: Network["incoming"], far: Int32Array): boolean => {
    for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++)
      if (near.has(far[link[row] as number] as number)) return true;
    return false;
  };
  return has(network.outgoing, network.linkTo) || has(network.incoming, network.linkFrom);
}

/** Null when nothing follows: then there is nothing to be late for. */
function latestStart(network: Network, places: Places, index: number): number | null {
  const { offsets } = network.outgoing;
  let finish = Number.POSITIVE_INFINITY;
  for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
    if (holdsBack(network, places, row, index))
      finish = Math.min(finish, boundBack(network, places.at, places.sides, row));
  }
  if (finish === Number.POSITIVE_INFINITY) return null;
  const days = network.duration[index] as number;
  const latest =
    days === 0 ? wholeBelow(finish) : network.fitsDays ? fitBackward(finish - days, days) : finish - days;
  // Pushed on by its own links only as far as it lies already: that would push what follows it in turn.
  const allowed = Math.min(furthestBound(network, places, index), places.at[2 * index] as number);
  return Math.max(latest, allowed);
}
