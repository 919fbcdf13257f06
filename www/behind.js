// What comes right behind the first question, since nobody misses it before: whether somebody is still there, whether a tap is meant,
// what others change around what is shown, what a host's attributes cannot mean, its colours, and what its styles may know.

import { Bag } from "./bag.js";
import { Watch } from "./clock.js";
import { coloursOf } from "./colours.js";
import { Misread } from "./misread.js";
import { keepInView } from "./in_view.js";
import { may } from "./refused.js";
import { showState } from "./state.js";
import { Surroundings } from "./surroundings.js";
import { Taps } from "./taps.js";

/** All of it for one element, each by itself: what a browser refuses to one costs no other. `look` does what is due. */
export function attend(element, frame, look) {
  may(() => new Bag(frame));
  may(() => showState(element));
  const around = may(() => new Surroundings(element.shadowRoot, frame));
  return { misread: new Misread(), taps: new Taps(), watch: new Watch(look), around, coloursOf, keepInView };
}
