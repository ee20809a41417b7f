/** Tells the page around an embedded one how tall the text is. */
new ResizeObserver(() => {
  parent.postMessage({ handbookHeight: Math.ceil(document.body.getBoundingClientRect().height) }, '*');
}).observe(document.body);

export {};
