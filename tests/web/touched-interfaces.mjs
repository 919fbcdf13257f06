// Which interfaces of a browser the page's scripts touch: read from the scripts, and looked up in a browser.
//
// This file must not know what becomes of the page without them.

import { readdirSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { parseAst } from 'vite';

/** Scripts of other pages, each with a test of its own of what it does without: a list's, and the worker, which has no page. */
const ELSEWHERE = /^(roll.*|worker)\.js$/;

const SCRIPTS = readdirSync(new URL('../../www', import.meta.url)).filter((name) => name.endsWith('.js') && !ELSEWHERE.test(name))
  .map((name) => `www/${name}`).concat('src/browser/dom.js', 'src/browser/wording.js');

/** The language's own names: what they lead to every engine has, and no page can be read without. These are told apart, for they can fail. */
const OWN = new Set(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)'));
for (const name of ['Intl', 'WebAssembly', 'console', 'WeakRef']) OWN.delete(name);
const OWN_MEMBERS = new Set(vm.runInNewContext(`[Object, Function, Array, String, Number, Promise, Error, Date, Set, WeakSet, WeakMap, WeakRef, Symbol]
  .flatMap((kind) => [kind, kind.prototype]).flatMap(Object.getOwnPropertyNames)`));

/** Every name that a script reads without having declared it, and every member that it reads or takes apart. */
function named(file) {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replace('"{{asked}}"', 'glue');
  const [used, declared, members] = [new Set(), new Set(), new Set()];
  const declare = (pattern) => {
    if (!pattern) return;
    if (pattern.type === 'Identifier') declared.add(pattern.name);
    for (const part of [...(pattern.elements ?? []), ...(pattern.properties ?? []).map(({ value, argument }) => value ?? argument)]) declare(part);
    declare(pattern.left ?? pattern.argument);
  };
  const walk = (node) => {
    if (!node || typeof node.type !== 'string') return;
    if (node.type === 'VariableDeclarator') declare(node.id);
    if (/Function/.test(node.type)) [node.id, ...node.params].forEach(declare);
    if (node.type === 'ClassDeclaration' || /^Import.*Specifier$/.test(node.type)) declare(node.id ?? node.local);
    if (node.type === 'CatchClause') declare(node.param);
    if (node.type === 'Identifier') used.add(node.name);
    if (node.type === 'MemberExpression' && !node.computed) members.add(node.property.name);
    if (node.type === 'ObjectPattern') node.properties.forEach(({ key }) => key && members.add(key.name));
    for (const [part, value] of Object.entries(node)) {
      const isName = (part === 'property' || part === 'key') && !node.computed;
      if (!isName) [value].flat().forEach(walk);
    }
  };
  walk(parseAst(text));
  return { globals: [...used].filter((name) => !declared.has(name)), members: [...members] };
}

/** The names of globals and of members that the scripts read and that are not the language's own. */
export function touched() {
  const all = SCRIPTS.map(named);
  const globals = new Set(all.flatMap(({ globals }) => globals).filter((name) => !OWN.has(name)));
  const members = new Set(all.flatMap(({ members }) => members).filter((name) => !OWN_MEMBERS.has(name)));
  return { globals: [...globals], members: [...members] };
}

/**
 * For a page, before its scripts: `breaker.find(globals, members)` gives those that are a browser's, each as `name` or `Interface.name`,
 * or as `Interface::name` where the interface itself has it and not what is made of it;
 * `breaker.take(names, how)` takes one away (`gone`) or makes it throw, `breaker.give()` gives it back.
 */
export const BREAKER = `var breaker = (() => {
  const kinds = Object.getOwnPropertyNames(globalThis).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)?.value])
    .filter(([name, kind]) => /^[A-Z]/.test(name) && typeof kind === 'function' && kind.prototype && /native code/.test(Function.prototype.toString.call(kind)));
  const USED = /^(Node|DocumentFragment|Element|HTMLElement|HTMLInputElement|HTMLLinkElement|ShadowRoot|Document|ElementInternals|EventTarget|Event|MouseEvent|UIEvent|PointerEvent|CustomEvent|History|Storage|Response|Headers|CSSStyleDeclaration|MutationObserver|CanvasRenderingContext2D|HTMLCanvasElement|MediaQueryList|ServiceWorkerContainer|TrustedTypePolicyFactory|TrustedTypePolicy|CustomElementRegistry|PageTransitionEvent|PopStateEvent|URL|Navigator|IntersectionObserver|ResizeObserver|Performance)$/;
  const spaces = ['console', 'CSS', 'WebAssembly', 'Intl'].map((name) => [name, globalThis[name]]).filter(([, space]) => space);
  const ownerOf = (name) => {
    for (let at = globalThis; at; at = Object.getPrototypeOf(at)) if (Object.hasOwn(at, name)) return at;
  };
  const { defineProperty, getOwnPropertyDescriptor, hasOwn } = Object;
  const refused = () => { throw new Error('refused'); };
  let given = [];
  const place = (id) => {
    const [space, fixed] = id.split('::');
    if (fixed) return [globalThis[space], fixed];
    const [kind, member] = id.split('.');
    return member ? [globalThis[kind]?.prototype, member] : [ownerOf(id), id];
  };
  return {
    find(globals, members) {
      const free = [...globals, 'trustedTypes', 'FinalizationRegistry'].filter((name) => name in globalThis);
      const held = members.flatMap((name) => kinds.filter(([kind, { prototype }]) => USED.test(kind) && hasOwn(prototype, name)).map(([kind]) => kind + '.' + name));
      const fixed = members.flatMap((name) => [...kinds.filter(([kind]) => USED.test(kind)), ...spaces].filter(([, space]) => hasOwn(space, name)).map(([kind]) => kind + '::' + name));
      return [...free, ...held, ...fixed];
    },
    take(id, how) {
      const [owner, name] = place(id);
      const was = owner && getOwnPropertyDescriptor(owner, name);
      if (!was?.configurable) return false;
      given.push(() => defineProperty(owner, name, was));
      if (how === 'gone') delete owner[name];
      else if (typeof was.value === 'function' && /^[a-z]/.test(name)) defineProperty(owner, name, { ...was, value: refused });
      else if (typeof was.value === 'function') defineProperty(owner, name, { ...was, value: class { constructor() { refused(); } } });
      else defineProperty(owner, name, { configurable: true, get: refused, set: refused });
      return true;
    },
    give() { given.splice(0).forEach((give) => give()); },
  };
})();`;
