// What a host means by the value of an attribute. What cannot be meant is undefined here, and named on the console by whoever asks.

import { dayAt } from "./day.js";

/** Each language, then the other tags that mean it, as the files of the wording name them: `kk kaz kz,fa-AF fa prs`. */
const LANGUAGES = "{{tags}}".split(",");
const TAGS = LANGUAGES.map((tags) => tags.toLowerCase().split(" "));

/** The language that a tag means, such as `kk-Cyrl-KZ` or `ru_RU.UTF-8`, if it is one of ours: the whole tag, or as much of its beginning. */
export const languageMeant = (tag) => {
  const parts = tag.trim().toLowerCase().split(/[^a-z\d]/);
  for (; parts.length > 0; parts.pop()) {
    const at = TAGS.findIndex((tags) => tags.includes(parts.join("-")));
    if (at >= 0) return LANGUAGES[at].split(" ")[0];
  }
};

/** The tags around an element, its own first, through the shadow roots that it stands in. */
const tagsAround = (element) => {
  const tags = [];
  for (let at = element; at; at = at.parentNode ?? at.host) if (at.lang) tags.push(at.lang);
  return tags;
};

/** The language asked for by the element or by what it stands in, and the tag that asked first. */
export const languageAround = (element) => {
  const tags = tagsAround(element);
  return { tag: tags[0] ?? "", language: tags.map(languageMeant).find(Boolean) ?? (tags.length > 0 ? "en" : "kk") };
};

/** A day, alone or with a time behind it; a time that says how far it is from UTC is a moment, whose day is Kazakhstan's. */
const ISO = /^((\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)(?:\[.*\])?$/;

/** The day that a text means, written as YYYY-MM-DD, if it is one that a field takes. */
export const dayMeant = (text) => {
  const [, whole, written, offset] = ISO.exec(text.trim().toUpperCase().replace(" ", "T")) ?? [];
  const moment = Date.parse(whole);
  if (Number.isNaN(moment) || !exists(written)) return undefined;
  const day = offset ? dayAt(moment) : written;
  return day >= "2000-01-01" && day <= "2100-12-31" ? day : undefined;
};

/** Some browsers take the 30th of February for a day in March. */
const exists = (day) => new Date(day).toISOString().startsWith(day);

/** Whether an attribute with this name and value is switched on: frameworks write `false` as a text. */
export const isOn = (name, value) => {
  const said = value.trim().toLowerCase();
  return ["", "true", name].includes(said) || (said === "false" ? false : undefined);
};
