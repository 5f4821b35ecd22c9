/**
 * What cannot be read or touched on the page in each of some languages: [language, which, what is wrong].
 * Chromium of today; not for the phone.
 */
async (languages) => {
  const turn = () => new Promise((done) => { setTimeout(done); });
  const isDrawn = (language) => document.documentElement.lang === language
    && [...document.querySelectorAll(".panel:not([hidden])")].every((panel) => panel.childElementCount > 1)
    && [...document.querySelectorAll(".results")].every((found) => found.childElementCount > 0);
  const show = async (language) => {
    const menu = document.getElementById("language");
    menu.value = language;
    menu.dispatchEvent(new Event("change"));
    do {
      await turn();
    } while (!isDrawn(language));
  };
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => [red, green, blue]
    .map((value) => value / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = channels(getComputedStyle(at).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found;
    }
    return [255, 255, 255];
  };
  const ratio = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  let faults = [];
  const nameOf = (element) =>
    `${element.tagName}#${element.id}.${element.className} ${element.textContent.slice(0, 20)}`;
  const fault = (element, what) => faults.push([nameOf(element), what]);
  const root = document.documentElement;
  const look = () => {
    faults = [];
    if (root.scrollWidth > root.clientWidth) fault(root, `wider than the screen by ${root.scrollWidth - root.clientWidth}`);
    if (!root.lang || !document.title) fault(root, "no language or title");
    const texts = [];
    for (const element of document.querySelectorAll("body *:not(option):not(svg *)")) {
      if (!element.checkVisibility()) continue;
      const box = element.getBoundingClientRect();
      const nodes = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) fault(element, "text cut off");
      if (box.width && (box.left < -0.5 || box.right > innerWidth + 0.5)) fault(element, "beyond the screen");
      if (element.matches("button, select, summary, input[type=search], a, label.choice") && (box.width < 44 || box.height < 44)) {
        fault(element, `${box.width} x ${box.height} is too small to be touched`);
      }
      if (element.matches("button") && !element.textContent.trim()) fault(element, "no name");
      if (nodes.length === 0) continue;
      const style = getComputedStyle(element);
      const contrast = ratio(channels(style.color), ground(element));
      if (contrast < 7) fault(element, `contrast ${contrast.toFixed(1)}`);
      if (parseFloat(style.fontSize) < 16) fault(element, style.fontSize);
      for (const node of nodes) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const line of range.getClientRects()) {
          const height = Math.min(line.height, parseFloat(style.fontSize)); // letters, without the room between lines
          const middle = (line.top + line.bottom) / 2;
          texts.push({ element, left: line.left, right: line.right, top: middle - height / 2, bottom: middle + height / 2 });
        }
      }
    }
    for (const one of texts) {
      for (const other of texts) {
        if (one.element === other.element || one.element.id > other.element.id) continue;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width > 2 && height > 2) fault(one.element, `on top of ${nameOf(other.element)}`);
      }
    }
    return faults;
  };
  const found = [];
  for (const language of languages) {
    await show(language);
    found.push(...look().map((each) => [language, ...each]));
  }
  return found;
}
