// Takes the README's pictures from the built page: web/pictures/phone.png and desktop.png.
import { fileURLToPath } from 'node:url';
import { desktop, openPage, phone, settle, startChromium } from '../../tests/browser/open-page.mjs';
import { serveSite } from '../../tests/browser/static-site.mjs';

const site = await serveSite();
const browser = await startChromium();
const example = '#as_of=2026-05-10&reason=damaged&received_on=2026-05-04';
for (const [name, viewport] of [
  ['phone', phone],
  ['desktop', desktop],
]) {
  const opened = await openPage(browser, site.url + example, { viewport });
  await settle(opened.page);
  const path = fileURLToPath(new URL(`../pictures/${name}.png`, import.meta.url));
  await opened.page.screenshot({ path });
  await opened.close();
}
await browser.close();
await site.close();
