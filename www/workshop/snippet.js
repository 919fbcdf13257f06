// From what was chosen to what is copied: the lines for a portal's page, and the line for its policy. It knows no page.

const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const attributes = ({ language, day, shared }) =>
  [language && ` lang="${language}"`, day && ` visit-date="${day}"`, shared && " share-report"].filter(Boolean).join("");

const tag = (chosen) => `<tirkeu-precheck${attributes(chosen)}>\n  <p>…</p>\n</tirkeu-precheck>`;

/** What a portal's style sheet says; nothing where nothing was chosen. */
const style = ({ colours, font }) => {
  const lines = Object.entries({ ...colours, ...(font && { font }) }).map(([name, value]) => `  --tirkeu-${name}: ${value};\n`);
  return lines.length > 0 ? `tirkeu-precheck {\n${lines.join("")}}` : "";
};

const LISTENING = `document.querySelector("tirkeu-precheck").addEventListener("tirkeu-report", ({ detail }) => {
  console.log(detail.report.verdict);
});`;

const WAYS = {
  /** `scripts` holds, for each script, its address and its hash, if there is one. */
  tag: (chosen, { scripts: [element, behind] }) => [
    `<script type="module" src="${element.address}"${hash(element)}></script>`,
    `<link rel="modulepreload" href="${behind.address}"${hash(behind)}>`,
    tag(chosen),
  ].join("\n"),
  frame: (chosen, { folder, scripts: [, , frame] }) => [
    `<script type="module" src="frame.js"${frame.hash ? ` integrity="${frame.hash}"` : ""}></script>`,
    `<iframe class="tirkeu" title="Tirkeu" width="100%" height="700"`,
    `  sandbox="allow-scripts allow-same-origin allow-modals allow-popups"`,
    `  src="${quoted(frameAddress(chosen, folder))}"></iframe>`,
  ].join("\n"),
  npm: (chosen, { version }) => [
    `npm install tirkeu@${version}`,
    "",
    `import "tirkeu/element";`,
    ...(chosen.shared ? ["", LISTENING] : []),
    "",
    tag(chosen),
  ].join("\n"),
};

const hash = ({ hash }) => (hash ? ` integrity="${hash}" crossorigin` : "");

const frameAddress = ({ language, day, portal }, folder) => {
  const named = [["origin", portal], ["visit-date", day]].filter(([, value]) => value).map(([name, value]) => `${name}=${value}`);
  return `${new URL(language ? `embed.${language}.html` : "embed.html", folder)}${named.length > 0 ? `#${named.join("&")}` : ""}`;
};

/** The lines for the page, and for its style sheet and script where there is something for them. */
export const snippet = (chosen, known) => {
  const lines = [WAYS[chosen.way](chosen, known)];
  if (chosen.way !== "frame" && style(chosen)) lines.push(`/* CSS */\n${style(chosen)}`);
  if (chosen.way === "tag" && chosen.shared) lines.push(`/* JS */\n${LISTENING}`);
  return lines.join("\n\n");
};

/** What the portal's policy has to allow, and nothing else. */
export const policy = ({ way, portal }, { folder }) => {
  const from = portal && new URL(portal).origin === new URL(folder).origin ? "'self'" : new URL(folder).origin;
  if (way === "frame") return `script-src 'self'; frame-src ${from}`;
  const files = way === "npm" ? "'self'" : from;
  // The package makes its style sheets by script, and has no pictures.
  const sheets = way === "npm" ? "" : `; style-src ${files}; img-src ${files}`;
  return `script-src ${files} 'wasm-unsafe-eval'; connect-src ${files}${sheets}`;
};
