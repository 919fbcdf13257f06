// Packs a JavaScript value into one text, which `src/wire/packed.rs` reads: to cross the boundary once costs a fifth of asking
// for each member. What JSON would write is read, own enumerable members, each once, since frameworks hang symbols and hidden
// members of theirs on a portal's objects; and whatever throws is caught where it stands.
//
// A value is one letter and what belongs to it: `u` undefined, `t` a text, `{` an object, `l` a list, `m` a list of more items than
// are read, `o` anything else as one would write it, `x` what throws, with the reason. Before a text stands its length as a
// character, before members and items their count.

/** An application has six layers; what lies deeper is not looked at. */
const LAYERS = 6;

const TOO_LARGE = 'x' + text('it is too large');

/** The items of a list that are read. */
let most;

/** The values that are still read: an application has fewer, a list that holds itself a thousand times has more. */
let left;

const encoder = new TextEncoder();
let packed = '';

/** Packs a value; tells how many bytes are room enough for it. */
export function pack(value, mostItems) {
  most = mostItems;
  left = 200 * most;
  packed = member([value], 0, LAYERS);
  return 3 * packed.length;
}

/** Unloads what was packed, encoded at once: wasm-bindgen's own way looks at each character first. Tells how many bytes it is. */
export function unload(room) {
  const { written: bytes } = encoder.encodeInto(packed, room);
  packed = '';
  return bytes;
}

function member(of, key, layers) {
  if (--left < 0) return TOO_LARGE;
  try {
    return written(of[key], layers);
  } catch (thrown) {
    return 'x' + text(reason(thrown));
  }
}

function written(value, layers) {
  if (typeof value === 'string') return 't' + text(value);
  if (value === undefined) return 'u';
  const kind = typeof value === 'object' && value !== null ? kindOf(value) : 'o';
  if (kind === 'o') return 'o' + text(other(value));
  if (layers === 0) return TOO_LARGE;
  return kind === 'l' ? list(value, layers - 1) : object(value, layers - 1);
}

/** A list, an object whose prototype is `Object.prototype` (of any window) or none, or something else, such as a `Date`. */
function kindOf(value) {
  try {
    const prototype = Object.getPrototypeOf(value);
    if (Array.isArray(value)) return 'l';
    return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null ? '{' : 'o';
  } catch {
    return 'o';
  }
}

function list(value, layers) {
  const count = value.length;
  if (count > most) return 'm' + text(String(count));
  let items = 'l' + String.fromCharCode(count);
  for (let index = 0; index < count; index += 1) items += member(value, index, layers);
  return items;
}

function object(value, layers) {
  const keys = Object.keys(value);
  const count = Math.min(keys.length, most);
  let members = '{' + String.fromCharCode(count);
  for (let index = 0; index < count; index += 1) {
    const key = keys[index];
    members += text(key) + member(value, key, layers);
  }
  return members;
}

function other(value) {
  const isShown = value === null || typeof value === 'boolean' || typeof value === 'number';
  return isShown ? String(value) : `a value of the type ${typeof value}`;
}

/** No more of a text than a message would show. */
function text(value) {
  return value.length < 128 ? String.fromCharCode(value.length) + value : '\x7f' + value.slice(0, 127);
}

function reason(thrown) {
  try {
    const said = typeof thrown === 'object' ? thrown.message : thrown;
    if (typeof said === 'string') return said;
  } catch {}
  return 'something was thrown';
}
