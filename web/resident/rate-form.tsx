import { useState } from 'preact/hooks';
import { Radios, TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { queries } from '#web/parts/start.tsx';
import { residentApi } from './api.ts';
import { resident } from './words/resident.ts';

const STARS = [5, 4, 3, 2, 1];

/** Whether it is solved, and how content somebody is; that closes the ticket. */
export const RateForm = ({ number }: { number: string }) => {
  const words = resident();
  const [solved, setSolved] = useState<string>();
  const [stars, setStars] = useState<string>();
  const [comment, setComment] = useState('');
  const check = () => ({
    solved: solved === undefined ? words.saySolved : undefined,
    stars: stars === undefined ? words.sayStars : undefined,
    comment: textError(comment, { name: words.comment, most: 500, isOptional: true }),
  });
  const send = async (): Promise<void> => {
    const said = comment.trim() === '' ? {} : { comment: comment.trim() };
    await residentApi.rate(number, { solved: solved === 'yes', stars: Number(stars), ...said });
    await queries.invalidateQueries({ queryKey: ['ticket', number] });
  };
  return (
    <section class="notice" aria-labelledby="rate">
      <h2 id="rate">{words.rateTitle}</h2>
      <Form check={check} send={send} button={words.rate}>
        {(errors) => (
          <>
            <Radios
              id="solved"
              label={words.solved}
              value={solved}
              error={errors.solved}
              options={[
                { id: 'yes', name: words.isSolved },
                { id: 'no', name: words.isNotSolved },
              ]}
              onChange={setSolved}
            />
            <Radios
              id="stars"
              label={words.stars}
              value={stars}
              error={errors.stars}
              options={STARS.map((n) => ({ id: String(n), name: words.starNames[n - 1] ?? String(n) }))}
              onChange={setStars}
            />
            <TextField
              id="comment"
              label={words.comment}
              isOptional
              rows={2}
              value={comment}
              error={errors.comment}
              onInput={setComment}
            />
          </>
        )}
      </Form>
    </section>
  );
};
