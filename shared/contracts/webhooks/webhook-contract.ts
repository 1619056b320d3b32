/** A door that a provider calls: no token, but a signature of its own. Its route in infra comes from here. */
export interface WebhookContract {
  /** The function's name. */
  name: string;
  method: 'POST';
  path: string;
  summary: string;
}
