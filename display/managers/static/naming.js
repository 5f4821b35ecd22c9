/** What the codes in the figures are called in the language spoken, as the hall has them. */

export function naming(texts, language, hall) {
  const categories = new Map((hall ? hall.categories : []).map((each) => [each.code, each.names]));
  const category = (code) => {
    const names = categories.get(code);
    return names ? names[language] || Object.values(names)[0] : code;
  };
  const unit = (code) => {
    const [first, second] = code.split("/");
    return `${category(first)} · ${texts.classes[second] || second}`;
  };
  return {
    class: (code) => texts.classes[code] || code,
    category,
    unit,
    matter: (code) => code,
    window: (code) => code,
    clerk: (code) => code,
    hour: (code) => `${code}:00`,
    right: (code) => texts.rights[code] || code,
  };
}
