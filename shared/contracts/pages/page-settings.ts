import type { District } from '#domain/district/district.ts';

/** Where people sign in (OIDC, code with PKCE), and as which client. */
export interface SignInSettings {
  authority: string;
  clientId: string;
  /** The claim of a token that holds the groups. */
  groupsClaim: string;
  /** Where the issuer forgets who signed in, where it does not say so itself (Cognito). */
  signOut?: string;
  /** Whether residents sign up there, with their telephone number and a code. */
  signsUp: boolean;
}

/** What a page knows of its deployment before anybody has signed in: it stands in the HTML, so it is there without a connection too. */
export interface PageSettings {
  district: Pick<District, 'id' | 'name' | 'translated' | 'hotline' | 'language' | 'utcOffset'>;
  /** The numbers that are rung in danger. */
  emergencyNumbers: readonly string[];
  /** The line for psychological aid, where the district knows what people say who think of ending their life. */
  helpline?: string;
  signIn: SignInSettings;
  /** Whether the hotline texts people, so that a ticket can be looked up by a code. */
  sendsTexts: boolean;
}
