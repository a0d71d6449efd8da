import { cardRefusal } from "@yigong/core/card/card.refusals.ts";

const ELEMENT = /<([A-Za-z]+)>(?:<!\[CDATA\[((?:(?!\]\]>)[\s\S])*)\]\]>|([^<>&]*))<\/\1>\s*/y;

/**
 * The elements of a flat message of WeCom, by name. Anything else than elements with text is refused; of nested ones, which
 * are in messages that we do not read, only those before them are told.
 *
 * @throws `card.not_authentic`
 */
export function elementsOf(xml: string): ReadonlyMap<string, string> {
  const [, inside] = /^\s*<xml>\s*([\s\S]*)<\/xml>\s*$/.exec(xml) ?? [];
  if (inside === undefined) throw cardRefusal("card.not_authentic");
  const found = new Map<string, string>();
  ELEMENT.lastIndex = 0;
  while (ELEMENT.lastIndex < inside.length) {
    const at = ELEMENT.lastIndex;
    const [, name = "", cdata, plain = ""] = ELEMENT.exec(inside) ?? [];
    if (name === "") {
      ELEMENT.lastIndex = at;
      break;
    }
    if (found.has(name)) throw cardRefusal("card.not_authentic");
    found.set(name, cdata ?? plain);
  }
  const rest = inside.slice(ELEMENT.lastIndex);
  if (rest !== "" && !/^<[A-Za-z]+>\s*</.test(rest)) throw cardRefusal("card.not_authentic");
  return found;
}

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
