const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Characters that XML 1.0 can't hold at all, half signs among them; speech recognition has no business with any. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text that can be said: a sign that is none is a gap. */
export const sayable = (text: string): string => text.replace(FORBIDDEN, ' ');

/** Text as it stands in XML. */
export const escaped = (text: string): string => sayable(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** An XML element; its children are XML already. */
export const element = (name: string, attributes: Attributes, ...children: string[]): string => {
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const open = [name, ...written.map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(' ');
  return children.length > 0 ? `<${open}>${children.join('')}</${name}>` : `<${open}/>`;
};
