// The widget as a page in a frame. It tells the page around it how high it is and never listens to it: whatever that
// page sends changes nothing here. In WordPress's frame (`#?secret=…`) links open through the page around it.
const element = document.querySelector('return-checker');
const settings = new URLSearchParams(location.search);
for (const name of ['marketplace', 'country', 'lang', 'theme']) {
  const value = settings.get(name);
  if (value !== null) element?.setAttribute(name, value.slice(0, 40));
}

const secret = /[#?&]secret=([\w-]{1,64})$/.exec(location.hash)?.[1];

function tell(message: object) {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

const longestStart = 6000;
let told = 0;
function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  tell(secret ? { message: 'height', value: height, secret } : { type: 'return-checker:height', height });
}

// Told once the answer stands, or when it is clear that none will: a frame that shrinks first would move the article.
let watching = false;
function watch() {
  tellHeight();
  if (!watching) new ResizeObserver(tellHeight).observe(document.documentElement);
  watching = true;
}
// Asked for, not only watched: in a frame outside the view nothing is observed.
element?.addEventListener('verdict', () => setTimeout(watch));
setTimeout(watch, longestStart);

document.addEventListener('click', (event) => {
  const link = event
    .composedPath()
    .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
  if (!link || !secret) return;
  event.preventDefault();
  tell({ message: 'link', value: link.href, secret });
});
