/** The number that allows this page's own styles; the document has it in a property that scripts of others cannot read. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="styles"]')?.nonce ?? "";

// Ant Design gives the number to its own styles, but not to the one that stops a page from scrolling behind a dialog.
const make = document.createElement.bind(document);
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = make(name, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
}) as typeof document.createElement;
