// What comes right behind the first question, since nobody misses it before: whether somebody is still there, whether a tap is meant,
// what others change around what is shown, what a host's attributes cannot mean, its colours, and what its styles may know.

export { Bag } from "./bag.js";
export { Watch } from "./clock.js";
export { coloursOf } from "./colours.js";
export { Heed } from "./heed.js";
export { showState } from "./state.js";
export { Surroundings } from "./surroundings.js";
export { Taps } from "./taps.js";
export { typed } from "./typed.js";
