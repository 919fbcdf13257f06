// Whether the files at an address can work: each is there, is called what it is, and is of this version; and the policy allows them.
// It asks that address and nobody else, and gives what it found as ids of sentences with what goes into them.

const TYPES = { js: ["text/javascript", "application/javascript"], css: ["text/css"], wasm: ["application/wasm"], json: ["application/json"], txt: ["text/plain"], svg: ["image/svg+xml"] };

/** What a page loads, now or later, as the build lists it. */
const FILES = { page: ["{{page}}"], npm: ["{{npm}}"] };

const bad = (says, given = {}) => ({ says, given, isBad: true });
const good = (says, given = {}) => ({ says, given, isBad: false });

/** Everything that is wrong at an address, or that nothing is. `ours` is the folder of this version's files. */
export async function selfCheck(address, ours) {
  const folder = new URL(address.replace(/\/?$/, "/"), document.baseURI);
  const door = await ask(new URL("tirkeu.js", folder));
  if (door.refused) return [bad("check.refused", { address: folder.href })];
  if (!door.ok) return [bad("check.missing", { file: "tirkeu.js", status: door.status }), bad("check.where")];
  const [, version] = door.text.match(/^import\s*"\.\/([0-9a-f]{12})\/tirkeu\.js"/) ?? [];
  const isNpm = !version && /^\s*\{/.test((await ask(new URL("package.json", folder))).text);
  const files = version ? new URL(`${version}/`, folder) : folder;
  const found = [...(await everyFile(files, isNpm ? FILES.npm : FILES.page)), ...(await sameVersion(files, ours, isNpm)), ...allowed(await ask(new URL(version ? "embed.html" : ".", folder)), folder)];
  return found.some(({ isBad }) => isBad) ? found.filter(({ isBad, says }) => isBad || says === "check.policy.unknown") : [good("check.good"), ...found];
}

async function ask(url) {
  try {
    const answer = await fetch(url, { cache: "no-store" });
    const { ok, status, headers } = answer;
    return { ok, status, type: headers.get("Content-Type")?.split(";")[0] ?? "", policy: headers.get("Content-Security-Policy"), text: await answer.text() };
  } catch {
    return { refused: true, ok: false, status: 0, type: "", policy: null, text: "" };
  }
}

const everyFile = async (folder, names) => (await Promise.all(names.map((name) => oneFile(folder, name)))).flat();

async function oneFile(folder, name) {
  const { ok, status, type } = await ask(new URL(name, folder));
  if (!ok) return [bad("check.missing", { file: name, status })];
  const right = TYPES[name.split(".").pop()];
  return right.includes(type) ? [] : [bad("check.type", { file: name, type: type || "—", right: right[0] })];
}

/** The rules tell which release they are of, and a folder's name of which build. */
async function sameVersion(folder, ours, isNpm) {
  const [theirs, here] = await Promise.all([folder, ours].map((place) => versionIn(place)));
  const [built, now] = [folder, ours].map(({ pathname }) => pathname.match(/\/([0-9a-f]{12})\/$/)?.[1]);
  if (!theirs) return [bad("check.version.none")];
  if (theirs !== here) return [bad("check.version.other", { version: theirs, here })];
  if (built && now && built !== now) return [bad("check.version.build", { version: theirs, built, now })];
  return [good(isNpm ? "check.version.npm" : "check.version.page", { version: theirs })];
}

const versionIn = async (folder) => (await ask(new URL("check.js", folder))).text.match(/"(\d+\.\d+\.\d+[^"]*)"/)?.[1];

/** What a page asks its own server for. */
const ASKED = ["script-src", "connect-src", "style-src", "img-src"];

/** The policy comes with pages; where a server sends none, or another origin does not tell, nobody knows. */
function allowed({ policy }, { origin, protocol, host }) {
  if (!policy) return [good("check.policy.unknown")];
  const said = Object.fromEntries(policy.split(";").map((part) => part.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
  const sources = (name) => said[name] ?? said["default-src"];
  const isOurs = (source) => ["*", "'self'", protocol, host].includes(source) || source.startsWith(origin);
  const refused = ASKED.filter((name) => sources(name) && !sources(name).some(isOurs));
  const found = refused.map((name) => bad("check.policy.part", { name, sources: sources(name).join(" ") || "—" }));
  const scripts = (sources("script-src") ?? []).join(" ");
  const hasWasm = !sources("script-src") || /'wasm-unsafe-eval'|'unsafe-eval'/.test(scripts);
  if (!hasWasm) found.push(bad("check.policy.wasm", { scripts: scripts || "—" }));
  return found.length > 0 ? found : [good("check.policy.good")];
}
