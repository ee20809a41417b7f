/** Tells the page around an embedded page how tall that is. */
new ResizeObserver(() => {
  parent.postMessage({ handbookHeight: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
}).observe(document.body);

export {};
