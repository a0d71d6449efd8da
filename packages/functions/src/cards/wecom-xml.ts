import { cardRefusal } from "@yigong/core/card/card.refusals.ts";

const ELEMENT = /<([A-Za-z]+)>(?:<!\[CDATA\[((?:(?!\]\]>)[\s\S])*)\]\]>|([^<>&]*))<\/\1>\s*/y;

/** The elements with text at the beginning of a message, by name, and what follows them. @throws `card.not_authentic` */
function read(xml: string): { elements: ReadonlyMap<string, string>; rest: string } {
  const [, inside] = /^\s*<xml>\s*([\s\S]*)<\/xml>\s*$/.exec(xml) ?? [];
  if (inside === undefined) throw cardRefusal("card.not_authentic");
  const elements = new Map<string, string>();
  let end = 0;
  while (end < inside.length) {
    ELEMENT.lastIndex = end;
    const [, name, cdata, plain = ""] = ELEMENT.exec(inside) ?? [];
    if (name === undefined) break;
    if (elements.has(name)) throw cardRefusal("card.not_authentic");
    elements.set(name, cdata ?? plain);
    end = ELEMENT.lastIndex;
  }
  return { elements, rest: inside.slice(end) };
}

/** The elements of an envelope, by name, which holds nothing else: no signature covers it. @throws `card.not_authentic` */
export function envelopeOf(xml: string): ReadonlyMap<string, string> {
  const { elements, rest } = read(xml);
  if (rest !== "") throw cardRefusal("card.not_authentic");
  return elements;
}

/** The elements of a message that was in a signed envelope, by name, as far as they hold text. @throws `card.not_authentic` */
export const elementsOf = (xml: string): ReadonlyMap<string, string> => read(xml).elements;

/** Text cannot end its own CDATA section. */
const cdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

type Content = string | number | readonly [name: string, content: Content][];

/** Elements by name, in order; text is quoted and cannot end its element. */
export const xmlOf = (elements: readonly [name: string, content: Content][]): string =>
  elements
    .map(([name, content]) => {
      if (typeof content === "number") return `<${name}>${content}</${name}>`;
      return `<${name}>${typeof content === "string" ? cdata(content) : xmlOf(content)}</${name}>`;
    })
    .join("");
