// From the script's place in the page to its answer on the screen. `result`: milliseconds to the answer and to the frame
// that shows it. `?module=` or, of a classic script, `?script=` names what is started; that it is ready, it says by an event
// of this name.
const asked = new URLSearchParams(location.search);
globalThis.result = new Promise((resolve) => {
  const from = performance.now();
  addEventListener('ready', () => {
    const answered = performance.now() - from;
    // The answer is drawn in the frame that begins next; a message posted in it arrives when it has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve({ answered, shown: performance.now() - from, text: shown() });
      port2.postMessage(null);
    });
  }, { once: true });
  const script = document.createElement('script');
  if (asked.has('module')) script.type = 'module';
  script.src = asked.get('module') ?? asked.get('script');
  document.head.append(script);
});
function shown() {
  const element = document.querySelector('return-checker');
  return (element.shadowRoot?.querySelector('.lead') ?? element).textContent.trim();
}
