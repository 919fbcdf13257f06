// Packs a JavaScript value into bytes, which `src/wire/packed.rs` reads: to cross the boundary once costs a fifth of asking
// for each member. What JSON would write is read, own enumerable members, each once, since frameworks hang symbols and hidden
// members of theirs on a portal's objects; and whatever throws is caught where it stands.
//
// A value is one letter and what belongs to it: `u` undefined, `t` a text, `{` an object, `l` a list, `m` a list of more items than
// are read, `o` anything else as one would write it, `x` what throws, with the reason. Behind members and items stands a `.`, before
// the letters of a text their count in two bytes. A word that stands in every application is one byte, from 128 on: its number.

/** An application has six layers; what lies deeper is not looked at. */
const LAYERS = 6;

const TOO_LARGE = 'it is too large';

const [UNDEFINED, TEXT, OBJECT, LIST, LONG_LIST, OTHER, UNREADABLE, END] = [...'ut{lmox.'].map((letter) => letter.charCodeAt(0));

/** More than any text takes with what stands before and behind it. */
const ROOM = 512;

/** The items of a list that are read. */
let most;

/** The values that are still read: an application has fewer, a list that holds itself a thousand times has more. */
let left;

const encoder = new TextEncoder();
/** The byte of each word that is known; found a third sooner in an object than in a `Map`, since most words are names of members, too. */
const words = Object.create(null);
let packed = new Uint8Array(4 * ROOM);
let at = 0;
/** Where begins what was packed last: behind what is being packed, when a getter packs another value. */
let begun = 0;

/** Learns the words that are known, in the order of their numbers. */
export function learn_words(known) {
  known.split(' ').forEach((word, number) => { words[word] = 128 + number; });
}

/** Packs a value; tells how many bytes it takes. */
export function pack(value, mostItems) {
  const [outer, outerLeft] = [at, left];
  most = mostItems;
  left = 200 * most;
  member([value], 0, LAYERS);
  [begun, left] = [outer, outerLeft];
  return at - begun;
}

/** Packs what a JSON text says; throws if it is none. */
export function pack_text(json, mostItems) {
  return pack(JSON.parse(json), mostItems);
}

/** Unloads what was packed. */
export function unload(room) {
  room.set(packed.subarray(begun, at));
  at = begun;
}

function member(of, key, layers) {
  const before = at;
  if (--left < 0) return write(UNREADABLE, TOO_LARGE);
  try {
    written(of[key], layers);
  } catch (thrown) {
    at = before;
    write(UNREADABLE, reason(thrown));
  }
}

function written(value, layers) {
  if (typeof value === 'string') return text(value);
  if (value === undefined) return sign(UNDEFINED);
  const kind = typeof value === 'object' && value !== null ? kindOf(value) : OTHER;
  if (kind === OTHER) return write(OTHER, other(value));
  if (layers === 0) return write(UNREADABLE, TOO_LARGE);
  return kind === LIST ? list(value, layers - 1) : object(value, layers - 1);
}

/** A list, an object whose prototype is `Object.prototype` (of any window) or none, or something else, such as a `Date`. */
function kindOf(value) {
  try {
    const prototype = Object.getPrototypeOf(value);
    if (Array.isArray(value)) return LIST;
    return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null ? OBJECT : OTHER;
  } catch {
    return OTHER;
  }
}

function list(value, layers) {
  const count = value.length;
  if (count > most) return write(LONG_LIST, String(count));
  sign(LIST);
  for (let index = 0; index < count; index += 1) member(value, index, layers);
  sign(END);
}

function object(value, layers) {
  const keys = Object.keys(value);
  const count = Math.min(keys.length, most);
  sign(OBJECT);
  for (let index = 0; index < count; index += 1) {
    const key = keys[index];
    text(key);
    member(value, key, layers);
  }
  sign(END);
}

function other(value) {
  const isShown = value === null || typeof value === 'boolean' || typeof value === 'number';
  return isShown ? String(value) : `a value of the type ${typeof value}`;
}

function text(value) {
  const word = words[value];
  if (word === undefined) write(TEXT, value);
  else sign(word);
}

function sign(letter) {
  if (at + ROOM > packed.length) grow();
  packed[at++] = letter;
}

/** No more of a text than a message would show. */
function write(letter, whole) {
  sign(letter);
  const shown = whole.length < 128 ? whole : whole.slice(0, 127);
  const begin = at + 2;
  let length = 0;
  for (; length < shown.length; length += 1) {
    const unit = shown.charCodeAt(length);
    if (unit > 127) break;
    packed[begin + length] = unit;
  }
  if (length < shown.length) length = encoder.encodeInto(shown, packed.subarray(begin)).written;
  packed[at] = length & 255;
  packed[at + 1] = length >> 8;
  at = begin + length;
}

function grow() {
  const larger = new Uint8Array(2 * packed.length);
  larger.set(packed);
  packed = larger;
}

function reason(thrown) {
  try {
    const said = typeof thrown === 'object' ? thrown.message : thrown;
    if (typeof said === 'string') return said;
  } catch {}
  return 'something was thrown';
}
