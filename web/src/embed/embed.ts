// The widget as a page in a frame. It tells the page that framed it how high it is, and never listens: whatever that
// page sends changes nothing here. Nothing that a reader entered leaves the frame: in WordPress's frame (`#?secret=…`),
// where links open through the page around it, that page is given the bare address of the full page and no more.
const element = document.querySelector('return-checker');
const settings = new URLSearchParams(location.search);
for (const name of ['marketplace', 'country', 'lang', 'theme']) {
  const value = settings.get(name);
  if (value !== null) element?.setAttribute(name, value.slice(0, 40));
}

const secret = /[#?&]secret=([\w-]{1,64})$/.exec(location.hash)?.[1];

/** The origin of the page that framed this one; '*' only where the browser does not say, or it has none of its own. */
function framer(): string {
  const named = location.ancestorOrigins?.[0] ?? originOf(document.referrer);
  return named && named !== 'null' ? named : '*';
}

function originOf(address: string): string | null {
  try {
    return new URL(address).origin;
  } catch {
    return null;
  }
}

/** To the page that framed this one, by its own origin: not to one that has taken its place. */
function tell(message: object) {
  if (window.parent !== window) window.parent.postMessage(message, framer());
}

const longestStart = 6000;
let known = 0;
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === known) return;
  known = height;
  tell(secret ? { message: 'height', value: height, secret } : { type: 'return-checker:height', height });
}

// Once the question is drawn, which is as high as what takes its place, or when it is clear that none will be: a frame that
// shrinks first would move the article. WordPress shows the frame no sooner than it knows its height, and in a frame that nobody
// sees nothing is near, and nothing is observed: so the height is not awaited, but asked for.
const soon = 50;
let watching = false;
function watch() {
  tellHeight();
  if (!watching) new ResizeObserver(tellHeight).observe(document.documentElement);
  watching = true;
}
function untilDrawn() {
  if (element?.shadowRoot?.querySelector('.box')) watch();
  else if (!watching) setTimeout(untilDrawn, soon);
}
untilDrawn();
element?.addEventListener('ready', () => setTimeout(watch));
setTimeout(watch, longestStart);

document.addEventListener('click', (event) => {
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  if (!link || !secret) return;
  event.preventDefault();
  const { origin, pathname } = new URL(link.href);
  tell({ message: 'link', value: origin + pathname, secret });
});
