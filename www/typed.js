// What is typed for printing: it goes to the sheet at once, and nowhere else.

/** Shows what stands in a field on the sheet, and whether it is wrong: `fits` tells that of a field's name and what it holds. */
export const typed = (root, input, fits) => {
  const { dataset: { type } } = input;
  const value = input.value.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15);
  for (const line of root.querySelectorAll(`[data-typed="${type}"]`)) {
    if (line.textContent !== value) line.textContent = value;
  }
  const isWrong = value !== "" && !fits(type, value.replace(/[\s-]/g, ""));
  input.nextElementSibling?.toggleAttribute("hidden", !isWrong);
  input.setAttribute("aria-invalid", isWrong);
};
