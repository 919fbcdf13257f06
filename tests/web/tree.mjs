// What a screen reader is given: the accessibility tree of the page, one line for each thing that it would name.
//
// Chromium only. This file must know no page.

/** Roles that are only there to hold others, and texts that their parents already say. */
const SILENT = new Set([
  'none', 'generic', 'InlineTextBox', 'StaticText', 'ListMarker', 'LabelText', 'paragraph', 'strong', 'emphasis',
]);

/** Lines such as `heading 2 “Ready”` or `button “Yes” pressed`, in the order of reading. */
export async function outline(browser) {
  const { nodes } = await browser.driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const read = (node) => {
    if (!node.ignored && !SILENT.has(node.role.value)) lines.push(line(node, byId));
    (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).forEach(read);
  };
  nodes.filter(({ parentId }) => !parentId).forEach(read);
  return lines;
}

function line(node, byId) {
  const is = (name) => node.properties?.find((property) => property.name === name)?.value.value;
  const role = node.role.value === 'heading' ? `heading ${is('level')}` : node.role.value;
  const name = node.name?.value || (is('live') ? said(node, byId) : '');
  const pressed = is('pressed') === undefined ? [] : [is('pressed') === 'true' ? 'pressed' : 'not pressed'];
  const focused = is('focused') && role !== 'RootWebArea' ? ['focused'] : [];
  return [role, ...(name ? [`“${name}”`] : []), ...pressed, ...focused].join(' ');
}

/** The text inside. */
const said = (node, byId) =>
  (node.childIds ?? []).map((id) => byId.get(id)).map((child) => child?.name?.value || (child ? said(child, byId) : '')).join('');
