// The frames: /embed/, and /embed/SHOP/LANG/ for each shop and language, each with its own oEmbed files, which name it. oEmbed and
// og: want whole addresses, so without SITE_URL neither is written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const height = 800;
const escaped = (value) => String(value).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** What WordPress asks for when an author pastes the address: the blockquote stands where frames are not allowed. */
function oembed(home, path, title) {
  const address = `${home}${path}`;
  const html =
    `<blockquote class="wp-embedded-content"><a href="${address}">${escaped(title)}</a></blockquote>` +
    `<iframe class="wp-embedded-content" sandbox="allow-scripts" src="${address}" title="${escaped(title)}" width="600" height="${height}"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Returnable',
    provider_url: home,
    title,
    width: 600,
    height,
    html,
  };
}

/** Writes both forms beside the page of that path; gives the links for its head. */
function writeOembed(site, home, path, title) {
  const answer = oembed(home, path, title);
  writeFileSync(`${site}/${path}oembed.json`, JSON.stringify(answer));
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escaped(value)}</${name}>`);
  writeFileSync(
    `${site}/${path}oembed.xml`,
    `<?xml version="1.0" encoding="utf-8"?>\n<oembed>${fields.join('')}</oembed>\n`,
  );
  const link = (kind, type) =>
    `<link rel="alternate" type="${type}+oembed" title="${escaped(title)}" href="${home}${path}oembed.${kind}" />`;
  return link('json', 'application/json') + link('xml', 'text/xml');
}

/** `home`: the address of the site, '' where none was given. `words`: { tag: { dir, label } }. */
export function writeEmbeds({ site, home, shops, words }) {
  const template = readFileSync(`${site}/embed/index.html`, 'utf8');
  const withLinks = (page, links) => page.replace('</head>', `${links}</head>`);
  const changed = (page, from, to) => {
    if (!page.includes(from)) throw new Error(`The frame's page has no ${from}`);
    return page.replaceAll(from, to);
  };
  for (const { id, name } of shops)
    for (const [tag, { dir, label }] of Object.entries(words)) {
      const path = `embed/${id}/${tag}/`;
      const title = `${label} ${name}`;
      let page = changed(template, '<html lang="en">', `<html lang="${tag}" dir="${dir}">`);
      page = changed(page, '"../', '"../../../');
      page = changed(page, '"./embed.', '"../../embed.');
      page = changed(page, '<title>Can I send it back?', `<title>${escaped(title)}`);
      page = changed(page, '>Can I send it back?</a', `>${escaped(label)}</a`);
      page = changed(page, '<return-checker ', `<return-checker marketplace="${id}" lang="${tag}" `);
      mkdirSync(`${site}/${path}`, { recursive: true });
      writeFileSync(
        `${site}/${path}index.html`,
        home ? withLinks(page, writeOembed(site, home, path, title)) : page,
      );
    }
  if (!home) return;
  const links = writeOembed(site, home, 'embed/', 'Can I send it back?');
  for (const page of ['index.html', 'embed/index.html'])
    writeFileSync(`${site}/${page}`, withLinks(readFileSync(`${site}/${page}`, 'utf8'), links));
}
