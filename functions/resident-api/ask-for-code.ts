import { askForCodeContract } from '#contracts/http/ask-for-code.ts';
import { CODE_MINUTES } from '#domain/tickets/look-up.ts';
import { askForCode as ask, askingTouches } from '#use-cases/look-up/ask-for-code.ts';
import { operation } from '#use-cases/operation.ts';

/** Somebody without an account asks for a code to look a ticket up. Whether there is such a ticket is not looked at here. */
export const askForCode = operation(askForCodeContract, askingTouches).handledBy((needs) => async (request) => {
  await ask(request, needs);
  return { status: 202, body: { goodForMinutes: CODE_MINUTES } };
});
