/** In the page: every text that sticks out of the view, or out of a box that hides what does not fit; [] where all can be read. */
export function cutText(page) {
  return page.evaluate(() => {
    const out = [];
    const clips = (node) => {
      for (let one = node; one; one = one.assignedSlot ?? one.parentElement ?? one.getRootNode().host) {
        const style = getComputedStyle(one);
        if (one.matches('.hidden') || style.display === 'none' || style.visibility === 'hidden') return null;
        if (one.tagName === 'DETAILS' && !one.open && !node.closest('summary')) return null;
        if (/hidden|clip/.test(style.overflowX)) return one.getBoundingClientRect();
      }
      return { left: 0, right: innerWidth };
    };
    const look = (text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = clips(text.parentElement);
      if (!box) return;
      for (const rect of range.getClientRects())
        if (rect.width > 0 && (rect.right > Math.min(box.right, innerWidth) + 1 || rect.left < Math.max(box.left, 0) - 1))
          return void out.push(text.textContent.trim().replace(/\s+/g, ' '));
    };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return void (node.textContent.trim() && look(node));
      if (node.nodeType !== Node.ELEMENT_NODE || /^(STYLE|SCRIPT|OPTION|SVG)$/i.test(node.tagName)) return;
      for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
      if (node.shadowRoot) for (const child of node.children) if (child.assignedSlot) walk(child);
    };
    walk(document.body);
    return out;
  });
}
