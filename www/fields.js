// What somebody means by what they do to a button or a field.

/** The day field that somebody is typing in: what stands in it is not meant yet. */
let halfTyped;

/** What was typed or ticked in a field, once it is meant; nothing for a button that was clicked; undefined for other events. */
export const typedIn = (element, event) => {
  if (element.localName !== "input") return event.type === "click" ? "" : undefined;
  if (element.type !== "checkbox") return dayIn(element, event);
  return event.type === "change" ? String(element.checked) : undefined;
};

/**
 * Part by part and digit by digit a day is typed, and browsers tell each step: it is meant once it is one of the days that the field
 * takes, or once the field is left. What a script puts there is nobody's typing.
 */
const dayIn = (field, { type, isTrusted }) => {
  const isDay = field.validity.valid && (field.value !== "" || !isTrusted);
  const isMeant = type === "change" ? isDay : type === "focusout" && field === halfTyped;
  if (type === "change" || isMeant) halfTyped = isMeant ? undefined : field;
  return isMeant ? field.value : undefined;
};
