// What a screen reader is given: the page's accessibility tree, one line for each thing that it would name.
//
// Chromium gives the whole tree; the others give the role and the name of each element, and the rest is read from the element.
// This file must know no page.

/** Roles that are only there to hold others, and texts that their parents already say. */
const SILENT = new Set([
  'none', 'generic', 'InlineTextBox', 'StaticText', 'ListMarker', 'LabelText', 'paragraph', 'strong', 'emphasis',
]);

/** Lines such as `heading 2 “Ready”` or `button “Yes” pressed`, in the order of reading. */
export const outline = (browser) => (browser.engine === 'chromium' ? wholeTree(browser) : everyElement(browser));

async function wholeTree(browser) {
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

async function everyElement({ driver }) {
  const lines = [];
  for (const [element, level, pressed, focused, text] of await driver.executeScript(ELEMENTS)) {
    const role = await element.getAriaRole();
    const name = (await element.getAccessibleName()) || (role === 'status' ? text : '');
    if (!SILENT.has(role) && role) lines.push([role === 'heading' ? `heading ${level}` : role, ...(name ? [`“${name}”`] : []), ...pressed, ...focused].join(' '));
  }
  return lines;
}

/** Every element in view that may have a role, with its level, whether it is pressed and focused, and its text. */
const ELEMENTS = `
  const inside = (place) => [...place.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? inside(element.shadowRoot) : [])]);
  const given = inside(document).filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.matches('main, section, fieldset, h1, h2, h3, h4, button, summary, a, input, [role], [aria-label]'));
  return given.map((element) => [
    element,
    element.localName.slice(1),
    element.ariaPressed ? [element.ariaPressed === 'true' ? 'pressed' : 'not pressed'] : [],
    element.getRootNode().activeElement === element ? ['focused'] : [],
    element.textContent,
  ]);
`;
