import { useEffect, useState } from 'preact/hooks';
import { TextField } from '#web/parts/fields.tsx';
import { Form, textError } from '#web/parts/form.tsx';
import { PageTitle } from '#web/parts/page-title.tsx';
import { Facts } from '#web/parts/shown.tsx';
import { settings } from '#web/session/settings.ts';
import { Badges } from '#web/ticket/badges.tsx';
import { History } from '#web/ticket/history.tsx';
import { shared } from '#web/words/shared.ts';
import { residentApi } from './api.ts';
import { HowItStands } from './how-it-stands.tsx';
import { forgetTyped, found, lookUpAnew, type, typed } from './look-up.ts';
import { numberTyped } from './number-typed.ts';
import { TicketFacts } from './ticket-facts.tsx';
import { resident } from './words/resident.ts';

const digitsIn = (text: string): number => text.normalize('NFKC').replace(/\D/g, '').length;
/** The fewest digits of a ticket's number, of a mobile number, and of a code. */
const [NUMBER_DIGITS, PHONE_DIGITS, CODE_DIGITS] = [12, 11, 6];

const asked = () => ({ number: numberTyped(typed.value.number), phone: typed.value.phone.trim() });

const askForCode = async (): Promise<void> => {
  await residentApi.askForCode(asked());
  type({ code: '', isAsked: true });
};

const readByCode = async (): Promise<void> => {
  found.value = await residentApi.readByCode({ ...asked(), code: typed.value.code.trim() });
  forgetTyped();
};

/** First the number of the ticket, and the telephone that it was filed with. */
const AskForCode = () => {
  const words = resident();
  const { number, phone } = typed.value;
  const check = () => ({
    number:
      textError(numberTyped(number), { name: shared().number, most: 80 }) ??
      (digitsIn(numberTyped(number)) < NUMBER_DIGITS ? words.numberShort : undefined),
    phone: textError(phone, { name: words.mobile, most: 40 }) ?? (digitsIn(phone) < PHONE_DIGITS ? words.mobileShort : undefined),
  });
  return (
    <>
      <PageTitle>{words.lookUp}</PageTitle>
      <p>{words.lookUpHow}</p>
      <Form check={check} send={askForCode} button={words.sendCode}>
        {(errors) => (
          <>
            <TextField
              id="number"
              label={shared().number}
              hint={words.numberHint}
              value={number}
              error={errors.number}
              onInput={(value) => type({ number: value })}
            />
            <TextField
              id="phone"
              label={words.mobile}
              hint={words.mobileHint}
              type="tel"
              autoComplete="tel"
              value={phone}
              error={errors.phone}
              onInput={(value) => type({ phone: value })}
            />
          </>
        )}
      </Form>
      <SignInInstead />
      <CallInstead />
    </>
  );
};

/** Then the code from the text. */
const TypeCode = () => {
  const words = resident();
  const { number, phone, code } = typed.value;
  const [isAgain, setAgain] = useState(false);
  const sendAgain = async (): Promise<void> => {
    setAgain(false);
    await askForCode();
    setAgain(true);
  };
  const check = () => ({
    code: textError(code, { name: words.code, most: 20 }) ?? (digitsIn(code) === CODE_DIGITS ? undefined : words.codeShort),
  });
  return (
    <>
      <PageTitle>{words.typeCode}</PageTitle>
      <p>{words.codeSent}</p>
      <Facts
        facts={[
          [shared().number, numberTyped(number)],
          [words.mobile, phone],
        ]}
      />
      <Form check={check} send={readByCode} button={words.lookUp}>
        {(errors) => (
          <TextField
            id="code"
            label={words.code}
            hint={words.codeHint}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={errors.code}
            onInput={(value) => type({ code: value })}
          />
        )}
      </Form>
      <h2>{words.noCode}</h2>
      <p>{words.noCodeWhy}</p>
      <SignInInstead />
      <Form send={sendAgain} button={words.sendAgain} isSecond />
      <p role="status">{isAgain && words.sentAgain}</p>
      <p>
        <button type="button" onClick={() => type({ isAsked: false })}>
          {words.correctTyped}
        </button>
      </p>
      <CallInstead />
    </>
  );
};

/** Who has an account needs no code: their tickets are found there alone. */
const SignInInstead = () => (
  <p>
    {resident().lookUpSignIn} <a href="#/mine">{resident().lookUpSignInLink}</a>
  </p>
);

/** Who can get no text rings: the hotline knows a telephone by its number. */
const CallInstead = () => (
  <p>
    {resident().landline} <a href={`tel:${settings.district.hotline}`}>{shared().call(settings.district.hotline)}</a>
  </p>
);

/** At last the ticket, to be read. */
const Found = ({ ticket }: { ticket: NonNullable<typeof found.value> }) => {
  const words = resident();
  return (
    <>
      <PageTitle>{`${shared().number} ${ticket.number}`}</PageTitle>
      <p>
        <Badges ticket={ticket} />
      </p>
      <HowItStands ticket={ticket} />
      <TicketFacts ticket={ticket} isOpen={ticket.isOpen} />
      <History ticket={ticket} />
      <p class="notice">{words.readOnly}</p>
      <p>
        <button type="button" onClick={() => lookUpAnew()}>
          {words.lookUpAnother}
        </button>
      </p>
    </>
  );
};

/** Somebody without an account looks a ticket up: any, or the one of the link that they followed. */
export const LookUpPage = ({ number }: { number?: string | undefined }) => {
  useEffect(() => {
    if (number !== undefined && !typed.value.isAsked) type({ number });
  }, [number]);
  if (found.value) return <Found ticket={found.value} />;
  if (settings.sendsTexts) return typed.value.isAsked ? <TypeCode /> : <AskForCode />;
  return (
    <>
      <PageTitle>{resident().lookUp}</PageTitle>
      <CallInstead />
    </>
  );
};

/** Where somebody is asked to sign in: the way for who has no account. */
export const LookUpInstead = ({ number }: { number?: string }) =>
  settings.sendsTexts && (
    <p>
      {resident().noAccount} <a href={number === undefined ? '#/look-up' : `#/look-up/${number}`}>{resident().lookUpLink}</a>
    </p>
  );
