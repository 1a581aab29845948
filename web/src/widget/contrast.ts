// The widget takes the host's colours. Where those could not be read (dark words on a dark ground), it takes its own.

type Colour = [number, number, number, number];

function parse(text: string): Colour {
  const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b, text.startsWith('rgb') ? a : 0];
}

function luminance([r, g, b]: Colour): number {
  const [x, y, z] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

/** The ground that shows behind an element, as far as plain colours say. */
function groundBehind(element: Element): Colour {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage !== 'none') return [0, 0, 0, 0];
    const colour = parse(style.backgroundColor);
    if (colour[3] === 1) return colour;
    if (colour[3] > 0) return [0, 0, 0, 0];
  }
  return parse(
    getComputedStyle(document.documentElement).colorScheme === 'dark'
      ? 'rgb(18, 18, 18)'
      : 'rgb(255, 255, 255)',
  );
}

/** Whether small print in the host's own colours would reach 7 to 1; what cannot be determined counts as no. */
export function readsWell(element: Element): boolean {
  const ink = parse(getComputedStyle(element).color);
  const ground = groundBehind(element);
  if (ink[3] !== 1 || ground[3] !== 1) return false;
  const [a, b] = [luminance(ink), luminance(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 7;
}
