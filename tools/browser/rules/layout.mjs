// Nothing has to be scrolled sideways to be read (WCAG 2.2, 1.4.10 Reflow).

export const layout = [{ name: "no page scrolls sideways", check }];

function check({ pages }) {
  return pages.flatMap(({ path, overflow }) =>
    overflow.map(({ at, width, elements }) => ({
      path, element: elements.join(" "), says: `is ${width} px wide in a window of ${at} px`,
    })));
}
