// From the script's place in the page to its answer on the screen. `result`: milliseconds to the answer and to the frame
// that shows it. `?module=` names what is started; what it has to say, it says by an event called `verdict`.
const module = new URLSearchParams(location.search).get('module');
globalThis.result = new Promise((resolve) => {
  const from = performance.now();
  addEventListener('verdict', () => {
    const answered = performance.now() - from;
    // The answer is drawn in the frame that begins next; a message posted in it arrives when it has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve({ answered, shown: performance.now() - from, text: shown() });
      port2.postMessage(null);
    });
  }, { once: true });
  const script = document.createElement('script');
  script.type = 'module';
  script.src = module;
  document.head.append(script);
});
function shown() {
  const element = document.querySelector('return-checker');
  return (element.shadowRoot?.querySelector('.lead') ?? element).textContent.trim();
}
