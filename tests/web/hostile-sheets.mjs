// Style sheets of hosts that mean no harm and do much, and what is looked at of an element under them.

export const HOSTILE = {
  'everything unset': '* { all: unset }',
  'everything unset, by force': '* { all: unset !important }',
  'a small root font': 'html { font-size: 62.5% }',
  'what inherits, by force': `* { font: italic 700 5px/0.5 fantasy !important; color: #fff !important; letter-spacing: 9px !important; word-spacing: 30px !important;
    text-transform: uppercase !important; text-align: right !important; text-indent: 50px !important; white-space: nowrap !important; visibility: hidden !important;
    direction: rtl !important; cursor: none !important; list-style: square !important; pointer-events: none !important; user-select: none !important }`,
};

/** A script that tells of everything shown its size and how its text is set. What stands in a slot is the host's own, and what holds it is as high as that. */
export const LOOK = `[...document.querySelector('tirkeu-precheck').shadowRoot.querySelectorAll('.visit, .visit *')]
  .filter((shown) => shown.localName !== 'slot' && !shown.querySelector('slot')).map((shown) => {
    const { color, backgroundColor, fontFamily, fontSize, fontStyle, fontWeight, lineHeight, letterSpacing, wordSpacing, textTransform, textAlign,
      textIndent, whiteSpace, visibility, direction, pointerEvents, display } = getComputedStyle(shown);
    const { width, height } = shown.getBoundingClientRect();
    return [shown.localName, shown.className, Math.round(width), Math.round(height), color, backgroundColor, fontFamily, fontSize, fontStyle, fontWeight, lineHeight,
      letterSpacing, wordSpacing, textTransform, textAlign, textIndent, whiteSpace, visibility, direction, pointerEvents, display].join(' ');
  })`;
