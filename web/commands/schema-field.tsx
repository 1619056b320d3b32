import type { FieldSchema } from '#contracts/pages/page-action.ts';
import { Radios, SelectField, TextField } from '#web/parts/fields.tsx';
import { AreaFields } from '#web/ticket/area-fields.tsx';
import { choicesOf, type District } from '#web/ticket/district.ts';
import type { FieldWords } from '#web/words/commands-zh.ts';
import { shared } from '#web/words/shared.ts';

interface SchemaFieldProps {
  id: string;
  name: string;
  schema: FieldSchema;
  words: FieldWords;
  isOptional: boolean;
  district: District;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** So many choices are shown all at once; more are a list. */
const MOST_RADIOS = 7;
const ONE_LINE = 100;
const LONG_TEXT = 1000;

const LISTS = ['areas', 'categories', 'departments', 'kinds'] as const;

/** The values of a field that has few, with what each is called. */
const optionsOf = ({ name, schema, words, district }: SchemaFieldProps) => {
  const list = LISTS.find((one) => one === schema['x-list']);
  if (list) return choicesOf(district, list);
  const { type, minimum, maximum } = schema;
  const called = (id: string) => {
    const byDistrict = name === 'kind' ? choicesOf(district, 'kinds').find((one) => one.id === id)?.name : undefined;
    return { id, name: words.options?.[id] ?? byDistrict ?? id };
  };
  if (schema.enum) return schema.enum.map(called);
  if (type === 'boolean')
    return [
      { id: 'true', name: words.options?.true ?? shared().yes },
      { id: 'false', name: words.options?.false ?? shared().no },
    ];
  if (type === 'integer' && minimum !== undefined && maximum !== undefined && maximum - minimum < MOST_RADIOS)
    return Array.from({ length: maximum - minimum + 1 }, (_, n) => called(String(maximum - n)));
  return undefined;
};

/** One field of a command, drawn from its JSON Schema. An optional one that is left as it is changes nothing. */
export const SchemaField = (props: SchemaFieldProps) => {
  const { id, schema, words, isOptional, district, value, error, onChange } = props;
  const { label, hint } = words;
  const said = { id, label, hint, error, value };
  const unchosen = isOptional ? shared().asItIs : shared().choose;
  if (schema['x-list'] === 'areas')
    return <AreaFields id={id} district={district} value={value} unchosen={unchosen} error={error} onChange={onChange} />;
  const options = optionsOf(props);
  if (options && !isOptional && options.length <= MOST_RADIOS && schema['x-list'] === undefined)
    return <Radios {...said} options={options} onChange={onChange} />;
  if (options) return <SelectField {...said} options={options} empty={unchosen} onChange={onChange} />;
  const { maxLength = LONG_TEXT } = schema;
  const rows = maxLength > LONG_TEXT ? 5 : maxLength > ONE_LINE ? 2 : undefined;
  return <TextField {...said} isOptional={isOptional} onInput={onChange} {...(rows !== undefined && { rows })} />;
};
